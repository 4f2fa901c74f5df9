import { expect, test, type App } from './support/app'
import { boxAtRest } from './support/box'
import { article, filesIn } from './support/bad-files'
import {
  card,
  clickWord,
  importFiles,
  importReport,
  inspector,
  library,
  map,
  newClaim,
  openArticle,
  openLibrary,
  reader,
  saved,
  selectWords,
  showDetails,
  startProject,
} from './support/desk'
import { openRecent } from './support/projects'

const WORDS = { paragraph: 0, from: 0, to: 4 }
const HEDGING = 'The purchase is pragmatic hedging'
const OTHER = 'Sanctions would hurt'

async function begin(app: App): Promise<void> {
  const paths = await filesIn(app.dataFolder, 'given', {
    'one.txt': article('Two readings', 'Both suppliers were kept on, as ever. Nobody saw the papers.'),
    'two.txt': article(
      'A long reading',
      Array.from(
        { length: 120 },
        (_, at) => `Paragraph ${at} says something of its own, at some length.`,
      ).join('\n\n'),
    ),
  })
  await startProject(app, 'Left and found')
  await importFiles(app, paths)
  // The end of an import opens the last article.
  await expect(importReport(app.page)).toBeVisible()
  await openArticle(app.page, 0)
  // The article that was imported last is on the page until then.
  await expect(reader(app.page).locator('article')).toContainText('Both suppliers')
}

/** The colours in the canvas of the bars beside the article, as css colours. */
const barColours = (app: App) =>
  reader(app.page)
    .locator('canvas[width]')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      const found = new Set<string>()
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
      return [...found]
    })

test('the bar beside a mark takes the colour of another category at once', async ({ app }) => {
  const { page } = app
  await begin(app)
  await selectWords(page, WORDS)
  await page.keyboard.press('2')
  await expect.poll(() => barColours(app)).toHaveLength(1)
  const [before] = await barColours(app)
  await inspector(page).getByLabel('Category').selectOption('Hypothesis')
  await expect.poll(() => barColours(app)).toEqual([expect.not.stringMatching(`^${before}$`)])
})

test('what is deleted is told by its name, and Undo returns to it', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await begin(app)
  await selectWords(page, WORDS)
  await press.press('2')
  await newClaim(page, HEDGING)

  await test.step('a map', async () => {
    await map(page).getByRole('button', { name: 'New map' }).click()
    await expect(page.getByLabel('Map name')).toHaveValue('Map 2')
    await map(page).getByRole('button', { name: 'Delete map' }).click()
    await expect(page.getByText('The map “Map 2” was deleted')).toBeVisible()
    await expect(page.getByLabel('Map name')).toHaveValue('Map 1')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(page.getByLabel('Map name')).toHaveValue('Map 2')
    await press.press('Control+Shift+z')
    await press.press('Control+z')
    await expect(page.getByLabel('Map name')).toHaveValue('Map 2')
    await press.press('Control+Shift+z')
  })
  await test.step('a claim', async () => {
    await card(page, HEDGING).click()
    await press.press('Delete')
    await expect(page.getByText(`“${HEDGING}” was deleted.`)).toBeVisible()
    await press.press('Control+z')
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
  })
  await test.step('an article, with what lost its passages', async () => {
    await openArticle(page, 0)
    await press.press('Control+k')
    await press.type('Remove article')
    await press.press('Enter')
    await expect(page.getByText('“Two readings” was removed. 1 claim lost 1 passage.')).toBeVisible()
    await press.press('Control+z')
    await expect(reader(page).locator('article')).toContainText('Both suppliers')
  })
})

test('nothing hangs over the text after its words have changed', async ({ app }) => {
  const { page } = app
  await begin(app)
  await selectWords(page, WORDS)
  await page.keyboard.press('1')
  const words = reader(page).locator('article > p[data-start]').first()
  const box = await boxAtRest(words)
  await page.mouse.move(box.x + 30, box.y + 12)
  const popover = reader(page).getByText('Evidence', { exact: true })
  await expect(popover).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(popover).toHaveCount(0)

  await selectWords(page, { ...WORDS, from: 6, to: 9 })
  const toolbar = page.getByRole('toolbar', { name: 'Mark selection' })
  await test.step('neither does the name of a button that is gone', async () => {
    await toolbar.getByRole('button', { name: 'Assumption' }).hover()
    const name = page.locator('.tooltip')
    await expect(name).toHaveText('Assumption (2)')
    await page.keyboard.press('2')
    await expect(toolbar).toBeHidden()
    await expect(name).toHaveCount(0)
    await page.keyboard.press('Control+z')
  })
  await selectWords(page, { ...WORDS, from: 6, to: 9 })
  for (let time = 0; time < 4; time++) await page.keyboard.press('Alt+=')
  await expect
    .poll(async () => {
      const { top, bottom } = await page.evaluate(() => {
        const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect()
        return { top, bottom }
      })
      const bar = await boxAtRest(toolbar)
      return Math.min(Math.abs(bar.y + bar.height - top), Math.abs(bar.y - bottom))
    })
    .toBeLessThan(20)
})

test('what was selected and the list of the library are there again after a restart', async ({ app }) => {
  const { page } = app
  await begin(app)
  await newClaim(page, OTHER)
  await newClaim(page, HEDGING)
  await openLibrary(page, 'Claims')
  await library(page).getByRole('option', { name: OTHER }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Close project' }).click()
  // It is listed once it is closed and what was selected is stored.
  await expect(page.getByRole('button', { name: /^Left and found/ })).toBeVisible()
  await app.restart()
  await openRecent(app.page, 'Left and found')
  await expect(inspector(app.page).getByLabel('Wording')).toHaveValue(OTHER)
  await expect(library(app.page).getByRole('listbox', { name: 'Claims' })).toBeVisible()
})

test('finding on the map goes to the first card while one types, and Enter to the next', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await startProject(app, 'Found on the map')
  for (const text of [OTHER, 'Hedging is cheap', HEDGING]) await newClaim(page, text)
  await page.keyboard.press('f')
  await card(page, OTHER).click()
  await press.press('/')
  const field = map(page).getByRole('searchbox', { name: 'Find on the map' })
  await expect(field).toBeFocused()
  await press.type('hedging')
  const wording = inspector(page).getByLabel('Wording')
  await expect(map(page).getByText('1 of 2')).toBeVisible()
  const marked = map(page).locator('[data-claim].found')
  await expect(marked).toHaveText([/^Hedging is cheap/, /^The purchase is\spragmatic/])
  await expect(wording).toHaveValue(/edging/)
  const first = await wording.inputValue()
  await expect(field).toBeFocused()
  await press.press('Enter')
  await expect(wording).not.toHaveValue(first)
  await press.press('Escape')
  await expect(marked).toHaveCount(0)
})

test.describe('with motion', () => {
  test.use({ motion: 'no-preference' })
  test('a passage of another article, or far away, is jumped to at once', async ({ app }) => {
    const { page } = app
    await begin(app)
    await openArticle(page, 1)
    const long = { ...WORDS, paragraph: 118 }
    const words = await selectWords(page, long)
    await page.keyboard.press('2')
    await openArticle(page, 0)
    // The inspector is there before, so that the article keeps its height.
    await showDetails(page)
    // Every position that the article has while it is gone to.
    await page.evaluate(() => {
      const seen = ((window as Window & { seen?: number[] }).seen = [])
      document.addEventListener(
        'scroll',
        ({ target }) => seen.push(Math.round((target as Element).scrollTop) as never),
        {
          capture: true,
        },
      )
    })
    await openLibrary(page, 'Claims')
    await library(page).getByRole('option', { name: words }).click()
    await expect(reader(page).locator('article > p[data-start]').nth(118)).toBeInViewport()
    const scrolledTo = () => page.evaluate(() => new Set((window as Window & { seen?: number[] }).seen).size)
    expect(await scrolledTo()).toBeLessThanOrEqual(2)
    await clickWord(page, 0, 1)
  })
})
