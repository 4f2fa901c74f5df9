import type { Page } from '@playwright/test'

/** Drops files and folders onto the window, as from the system's file manager. */
export async function dropOnWindow(page: Page, paths: readonly string[]): Promise<void> {
  // A page that is still loading does not listen yet.
  await page.getByRole('main').waitFor()
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await browser.detach()
}
