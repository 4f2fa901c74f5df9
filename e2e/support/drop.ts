import type { Page } from '@playwright/test'

/** Drags files and folders from the system's own file manager onto the window, and drops them. */
export async function dropOnWindow(page: Page, paths: readonly string[]): Promise<void> {
  // A page that is still coming listens to nothing yet.
  await page.getByRole('main').waitFor()
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await browser.detach()
}
