import { expect, type Locator, type Page } from '@playwright/test'
import { card, inspector, map, reader } from './desk'

/** Presses Tab until the element has the focus, at most as often as the window has tab stops. */
export async function tabTo(page: Page, thing: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    if (await thing.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) return
    await page.keyboard.press('Tab')
  }
  await expect(thing).toBeFocused()
}

/** Selects text of the open article without a pointer. */
export async function selectText(page: Page, words: string): Promise<void> {
  await reader(page)
    .locator('[data-start]')
    .filter({ hasText: words })
    .first()
    .evaluate((block, text) => {
      const start = block.textContent.indexOf(text)
      const range = document.createRange()
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let before = 0
      // A block may have several text nodes.
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node.textContent!
        const end = start + text.length - before
        if (start >= before && start < before + length) range.setStart(node, start - before)
        if (end > 0 && end <= length) range.setEnd(node, end)
        before += length
      }
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    }, words)
  await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toBeVisible()
}

/** Types a new claim by keyboard alone. It is selected afterwards. */
export async function typeClaim(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n')
  await expect(map(page).getByLabel('New claim', { exact: true })).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(card(page, words)).toBeVisible()
}

/** Links the selected claim to one that is found by typing. */
export async function typeLink(page: Page, kind: 's' | 'a' | 'c', words: string): Promise<void> {
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog', { name: 'How does it relate to the other claim?' })).toBeVisible()
  await page.keyboard.press(kind)
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The relation on the map with exactly this sentence. */
export const relation = (page: Page, sentence: string): Locator =>
  map(page).getByLabel(sentence, { exact: true })

export const wording = (page: Page): Locator => inspector(page).getByLabel('Wording')
