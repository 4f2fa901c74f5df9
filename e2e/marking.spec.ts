import { expect, test, type App } from './support/app'
import { boxAtRest } from './support/box'
import { article, filesIn } from './support/bad-files'
import {
  importFiles,
  importReport,
  inspector,
  newClaim,
  openArticle,
  reader,
  selectWords,
  startProject,
} from './support/desk'

const TEXT =
  'Ankara bought the S-400 and lost the F-35, which the S-400 may see; the S-400, the F-35 and the Su-57 do not mix, and the PAC-3 was never sold to it at the price of the S-400.'

async function begin(app: App): Promise<void> {
  const paths = await filesIn(app.dataFolder, 'given', { 'one.txt': article('Designations', TEXT) })
  await startProject(app, 'Marking')
  await importFiles(app, paths)
  // The end of an import opens the last article.
  await expect(importReport(app.page)).toBeVisible()
  await openArticle(app.page, 0)
}

const toolbarOf = (app: App) => app.page.getByRole('toolbar', { name: 'Mark selection' })

test('the toolbar stays small and beside the words, inside the reader, with any number of categories', async ({
  app,
}, info) => {
  const { page } = app
  await begin(app)
  for (let count = 6; count <= 11; count++) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('New category')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Name').fill(`A category with a long name ${count}`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const [from, to] of [
    [0, 2],
    [6, 9],
    [2, 20],
  ] as const) {
    await page.keyboard.press('Escape')
    await selectWords(page, { paragraph: 0, from, to })
    const toolbar = toolbarOf(app)
    await expect(toolbar.getByRole('button')).toHaveCount(14)
    const bar = await boxAtRest(toolbar)
    const pane = await boxAtRest(reader(page))
    const words = await page.evaluate(() => {
      const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect()
      return { top, bottom }
    })
    expect(bar.width).toBeLessThanOrEqual(400)
    expect(bar.x).toBeGreaterThanOrEqual(pane.x)
    expect(bar.x + bar.width).toBeLessThanOrEqual(pane.x + pane.width)
    expect(bar.y + bar.height <= words.top || bar.y >= words.bottom).toBe(true)
  }
  await info.attach('toolbar', { body: await page.screenshot(), contentType: 'image/png' })
  await toolbarOf(app).getByRole('button', { name: 'A category with a long name 7' }).hover()
  await expect(page.locator('[data-tooltip-content]')).toContainText('A category with a long name 7')
  await toolbarOf(app).getByRole('button', { name: 'Evidence' }).click()
  await expect(toolbarOf(app)).toHaveCount(0)
  await expect(inspector(page).getByLabel('Category')).toHaveValue('evidence')
})

test('the toolbar adds words to a claim that is chosen, and goes', async ({ app }) => {
  const { page } = app
  await begin(app)
  await newClaim(page, 'It was hedging')
  await page.keyboard.press('Escape')
  const words = await selectWords(page, { paragraph: 0, from: 0, to: 4 })
  await toolbarOf(app).getByRole('button', { name: 'Add to claim…' }).click()
  await page.getByRole('dialog').getByRole('option', { name: 'It was hedging' }).click()
  await expect(toolbarOf(app)).toHaveCount(0)
  await expect(inspector(page).locator('blockquote')).toHaveText(words)
})

test('no line ends within a designation, and its words are marked as they are', async ({ app }, info) => {
  const { page } = app
  await begin(app)
  const paragraph = reader(page).locator('article > p[data-start]').first()
  await expect(paragraph).toHaveText(TEXT)
  for (const width of [1280, 1180, 1100, 1040, 1000]) {
    await page.setViewportSize({ width, height: 800 })
    const lines = await paragraph.evaluate((block) =>
      [...block.querySelectorAll('.designation')].map((whole) => whole.getClientRects().length),
    )
    expect(lines).toEqual(Array.from({ length: 8 }, () => 1))
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  const words = await selectWords(page, { paragraph: 0, from: 3, to: 9 })
  expect(words).toBe('S-400 and lost the F-35, which the')
  await page.keyboard.press('1')
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(words)
  await expect(inspector(page).locator('blockquote')).toHaveText(words)
  const painted = await page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      name.startsWith('passage-') ? [...ranges].map((each) => [name, each.startContainer.textContent]) : [],
    ),
  )
  expect(painted).toContainEqual(['passage-blue-0', 'S-400'])
  await page.keyboard.press('Escape')
  await page.mouse.move(2, 2)
  await info.attach('mark', { body: await page.screenshot(), contentType: 'image/png' })
})
