import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app'
import { boxAtRest } from './box'

/** The parts of the window by landmark and name, as a user finds them. */
export const library = (page: Page): Locator => page.getByRole('region', { name: 'Library' })
export const reader = (page: Page): Locator => page.getByRole('region', { name: 'Reader' })
export const map = (page: Page): Locator => page.getByRole('region', { name: 'Map' })
/** The inspector, once it shows the selection: it follows a frame later. */
export const inspector = (page: Page): Locator =>
  page.locator('section[aria-label="Inspector"]:not([aria-busy])')
/** The report that an import ends with. */
export const importReport = (page: Page): Locator =>
  inspector(page).getByRole('region', { name: 'Import report' })
export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' })

/** The card of the claim with this text. */
export const card = (page: Page, words: string): Locator =>
  map(page).locator('[data-claim]').filter({ hasText: words })

export const saved = (page: Page): Promise<void> => expect(saveState(page)).toHaveText('Saved')

/** Creates an empty project with that title on the start screen. */
export async function startProject({ page }: App, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Start a new project' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByLabel('Project title')).toHaveValue(title)
}

/** Types a new claim on a card of the open map. It is selected afterwards. */
export async function newClaim(page: Page, words: string): Promise<void> {
  await map(page).getByRole('button', { name: 'New claim' }).click()
  await map(page).getByRole('textbox', { name: 'New claim' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(card(page, words)).toBeVisible()
}

/** Imports files by the button. */
export async function importFiles(app: App, paths: readonly string[]): Promise<void> {
  await app.chooseFiles(paths, () => app.page.getByRole('button', { name: 'Import', exact: true }).click())
}

/** Shows one of the library's lists, and the library if it is hidden. */
export async function openLibrary(page: Page, list: 'Articles' | 'Claims'): Promise<void> {
  const hidden = page.getByRole('button', { name: 'Show the library' })
  if (await hidden.isVisible()) await hidden.click()
  await library(page)
    .getByRole('button', { name: new RegExp(`^${list}`) })
    .click()
}

/** Opens the nth article of the library. */
export async function openArticle(page: Page, index: number): Promise<void> {
  await openLibrary(page, 'Articles')
  await library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option').nth(index).click()
}

/** Shows the details of the open article in the inspector. */
export const showDetails = (page: Page): Promise<void> =>
  reader(page).getByRole('button', { name: 'Article details', pressed: false }).click()

/** A passage of the open article: words of the nth paragraph in the reading flow. */
export interface Stretch {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  /** The paragraph in which it ends, if that is another. */
  readonly until?: number
}

/** Selects words with the mouse. Returns the selected text. */
export async function selectWords(page: Page, { paragraph, from, to, until }: Stretch): Promise<string> {
  const paragraphs = reader(page).locator('article > p[data-start]')
  await paragraphs.nth(until ?? paragraph).scrollIntoViewIfNeeded()
  await scrollToWord(paragraphs.nth(paragraph), from)
  const start = await pointAt(paragraphs.nth(paragraph), from, 'start')
  const end = await pointAt(paragraphs.nth(until ?? paragraph), to, 'end')
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toBeVisible()
  return page.evaluate(() => String(getSelection()).trim())
}

/** Clicks into the nth word of a paragraph. */
export async function clickWord(page: Page, paragraph: number, word: number): Promise<void> {
  const block = reader(page).locator('article > p[data-start]').nth(paragraph)
  await scrollToWord(block, word)
  const { x, y } = await pointAt(block, word, 'start')
  await page.mouse.click(x + 3, y)
}

/** Scrolls the article until a word of a paragraph, which may be taller than the pane, is near its middle. */
function scrollToWord(block: Locator, word: number): Promise<void> {
  return block.evaluate((element, index) => {
    const node = element.firstChild!
    const words = [...node.textContent!.matchAll(/\S+/g)]
    const range = document.createRange()
    range.setStart(node, words[Math.min(index, words.length - 1)]!.index)
    const pane = element.closest('[aria-label="Article"]')!
    const { top, height } = pane.getBoundingClientRect()
    pane.scrollBy(0, range.getBoundingClientRect().top - top - height / 3)
  }, word)
}

/** A point of the window just inside the first or last character of a word. */
function pointAt(block: Locator, word: number, side: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return block.evaluate(
    (element, [index, at]) => {
      const words = [...element.textContent!.matchAll(/\S+/g)]
      const found = words[Math.min(index as number, words.length - 1)]!
      const range = document.createRange()
      // A block may have several text nodes.
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let offset = at === 'start' ? found.index : found.index + found[0].length - 1
      for (let node = walker.nextNode()!; ; node = walker.nextNode()!) {
        if (offset < node.textContent!.length) {
          range.setStart(node, offset)
          range.setEnd(node, offset + 1)
          break
        }
        offset -= node.textContent!.length
      }
      const box = range.getBoundingClientRect()
      return { x: at === 'start' ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 }
    },
    [word, side] as const,
  )
}

/** Drags from one card's handle onto another card. */
export async function dragLink(page: Page, from: Locator, onto: Locator): Promise<void> {
  await from.hover()
  const dot = from.locator('xpath=following-sibling::*[contains(@class, "svelte-flow__handle")]')
  await drag(page, dot, onto)
}

/** Drags from the middle of one element to the middle of another. */
export async function drag(page: Page, from: Locator, onto: Locator): Promise<void> {
  const start = await middle(from)
  const end = await middle(onto)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 3 })
  await page.mouse.up()
}

async function middle(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await boxAtRest(thing)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
