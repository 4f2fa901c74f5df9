import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { fiveArticles } from './support/articles'
import {
  card,
  clickWord,
  drag,
  dragLink,
  importFiles,
  inspector,
  library,
  map,
  openArticle,
  openLibrary,
  reader,
  saved,
  selectWords,
  startProject,
} from './support/desk'

const HEDGING = 'The purchase is pragmatic hedging'
const BRIBERY = 'The purchase is political bribery'

// Animations are drawn by the page, which is the same in both editions: one of them walks with motion, the other without.
test.use({ motion: async ({ target }, use) => use(target === 'browser' ? 'no-preference' : 'reduce') })

test('an analyst can read, mark, map, undo, close, reopen and export', async ({ app }, info) => {
  let { page } = app
  const shot = async (name: string) =>
    info.attach(name, { body: await page.screenshot(), contentType: 'image/png' })

  await test.step('1 the start screen offers the sample, a new project and recent ones', async () => {
    await expect(page.getByRole('button', { name: 'Open the sample project' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
    await startProject(app, 'Why the S-400?')
  })

  await test.step('2 five articles are imported, each with a title, its length and its claims', async () => {
    await importFiles(app, await fiveArticles(join(app.dataFolder, 'articles')))
    const rows = library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option')
    await expect(rows).toHaveCount(5)
    for (const row of await rows.all()) await expect(row).toHaveText(/\S.* [\d,]+ words · no claims yet/s)
    await saved(page)
    await shot('library')
  })

  let first = ''
  await test.step('3 words become claims with one key or one click, even across paragraphs', async () => {
    await openArticle(page, 2)
    first = await selectWords(page, { paragraph: 1, from: 2, to: 14 })
    await shot('selection')
    await page.keyboard.press('m')
    await expect(card(page, first.slice(0, 12))).toBeVisible()
    await selectWords(page, { paragraph: 1, from: 8, to: 20 })
    const toolbar = page.getByRole('toolbar', { name: 'Mark selection' })
    await expect(toolbar.getByRole('button', { name: 'Add to claim' })).toBeVisible()
    expect((await boxAtRest(toolbar)).height, 'all on one line').toBeLessThan(50)
    await toolbar.getByRole('button', { name: 'Evidence' }).click()
    await selectWords(page, { paragraph: 2, from: 3, to: 6, until: 3 })
    await page.keyboard.press('2')
    await expect(inspector(page).getByLabel('Category')).toHaveValue('assumption')
    await expect(page.getByText('5 articles · 3 claims')).toBeVisible()
    await page.getByRole('button', { name: /^Articles/ }).click()
    await expect(library(page).getByRole('option', { name: /3 claims/ })).toBeVisible()
  })

  await test.step('3 a click on a passage selects its claim, another click the next overlapping one', async () => {
    await clickWord(page, 1, 10)
    const wording = inspector(page).getByLabel('Wording')
    const one = await wording.inputValue()
    await clickWord(page, 1, 10)
    await expect(wording).not.toHaveValue(one)
    await clickWord(page, 1, 10)
    await expect(wording).toHaveValue(one)
    await shot('overlap')
  })

  await test.step('4 the wording, note, tags and category can be edited; the author’s words stay', async () => {
    await card(page, first.slice(0, 12)).click()
    await inspector(page).getByLabel('Wording').fill(HEDGING)
    await inspector(page).getByLabel('Note', { exact: true }).fill('To be weighed against the other reading')
    await inspector(page).getByLabel('Tags').fill('hedging, S-400')
    await inspector(page).getByLabel('Category').selectOption('Hypothesis')
    await expect(inspector(page).locator('blockquote')).toHaveText(first)
    await expect(card(page, HEDGING)).toContainText('Hypothesis')
  })

  await test.step('5 relations can be drawn from card to card, including linked premises and undercuts', async () => {
    await openArticle(page, 4)
    for (const [paragraph, words] of [
      [2, BRIBERY],
      [3, 'Sanctions would hurt'],
      [4, 'Nobody proved it'],
    ] as const) {
      await selectWords(page, { paragraph, from: 1, to: 6 })
      await page.keyboard.press('m')
      await inspector(page).getByLabel('Wording').fill(words)
      await page.keyboard.press('Enter')
      await expect(card(page, words)).toBeVisible()
    }
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await page.getByRole('button', { name: 'Fit map' }).click()

    await dragLink(page, card(page, HEDGING), card(page, BRIBERY))
    await page.getByRole('menuitem', { name: 'contradicts' }).click()
    await expect(map(page).getByLabel(`“${HEDGING}” contradicts “${BRIBERY}”`)).toBeVisible()
    await page.keyboard.press('s')
    await expect(map(page).getByLabel(`“${HEDGING}” supports “${BRIBERY}”`)).toBeVisible()
    await page.keyboard.press('t')
    await expect(map(page).getByLabel(`“${BRIBERY}” supports “${HEDGING}”`)).toBeVisible()
    await page.keyboard.press('a')
    await expect(map(page).getByLabel(`“${BRIBERY}” attacks “${HEDGING}”`)).toBeVisible()

    const junction = map(page).locator('[data-relation] .junction').first()
    await dragLink(page, card(page, 'Sanctions would hurt'), junction)
    await page.getByRole('menuitem', { name: /linked/ }).click()
    await expect(
      map(page).getByLabel(`“${BRIBERY}” together with “Sanctions would hurt” attacks “${HEDGING}”`),
    ).toBeVisible()
    await dragLink(
      page,
      card(page, 'Nobody proved it'),
      map(page).locator('[data-relation] .junction').first(),
    )
    await page.getByRole('menuitem', { name: /undercuts/ }).click()
    await expect(map(page).getByLabel(/“Nobody proved it” undercuts the relation from/)).toBeVisible()
    await shot('map')
  })

  await test.step('4 a card can be dragged, and stays where it was dropped', async () => {
    const before = await boxAtRest(card(page, 'Nobody proved it'))
    await page.mouse.move(before.x + 60, before.y + before.height - 8)
    await page.mouse.down()
    await page.mouse.move(before.x + 100, before.y + before.height + 40, { steps: 5 })
    await page.mouse.up()
    await expect
      .poll(async () => Math.round((await boxAtRest(card(page, 'Nobody proved it'))).y - before.y))
      .toBeGreaterThan(30)
  })

  await test.step('6 a card shows its passage, a passage its card', async () => {
    await page.getByRole('button', { name: 'Both', exact: true }).click()
    await openArticle(page, 0)
    await page.getByRole('button', { name: 'Fit map' }).click()
    await card(page, HEDGING).click()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
    await expect(reader(page).locator('article > p[data-start]').nth(1)).toBeInViewport()
    await expect(reader(page).locator('article')).toContainText(first)
    await clickWord(page, 1, 3)
    await expect(card(page, HEDGING)).toBeInViewport()
  })

  await test.step('6 a deleted claim is restored with its relations', async () => {
    await card(page, HEDGING).click()
    await page.keyboard.press('Delete')
    await expect(card(page, HEDGING)).toHaveCount(0)
    await expect(map(page).locator('[data-relation]')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(card(page, HEDGING)).toBeVisible()
    await expect(map(page).locator('[data-relation]')).toHaveCount(2)
    await page.keyboard.press('Control+Shift+z')
    await expect(card(page, HEDGING)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(map(page).locator('[data-relation]')).toHaveCount(2)
  })

  await test.step('7 a claim can be on several maps', async () => {
    await page.getByRole('button', { name: 'New map' }).click()
    await expect(page.getByLabel('Map name')).toHaveValue('Map 2')
    await openLibrary(page, 'Claims')
    await library(page)
      .getByRole('listbox', { name: 'Claims' })
      .getByRole('option', { name: new RegExp(HEDGING) })
      .click()
    await inspector(page).getByRole('button', { name: 'Add to map' }).click()
    await expect(card(page, HEDGING)).toBeVisible()
    await page.getByLabel('Open map').selectOption('Map 1')
    await expect(card(page, HEDGING)).toBeVisible()
    await expect(card(page, BRIBERY)).toBeVisible()
  })

  await test.step('7 verdicts are shown, also as they would be without a claim', async () => {
    const verdictOf = (words: string) =>
      map(page).locator('.svelte-flow__node').filter({ hasText: words }).locator('.verdict')
    await card(page, HEDGING).click()
    await page.keyboard.press('v')
    await expect(verdictOf(BRIBERY)).toBeVisible()
    await expect(inspector(page).getByRole('group', { name: 'Verdict' })).toContainText(
      /(Stands|Falls|Contested|Unsupported)(:| on )/,
    )
    await page.keyboard.press('x')
    const bar = page.getByRole('region', { name: 'What if' })
    await expect(bar.getByRole('status')).toContainText(`Supposing: ‘${HEDGING}’ off.`)
    await expect(verdictOf(HEDGING)).toContainText('Supposed off. Falls.')
    await shot('supposed')
    await map(page).focus()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await page.keyboard.press('v')
    await expect(verdictOf(BRIBERY)).toHaveCount(0)
  })

  await test.step('8 after closing and reopening, everything is there', async () => {
    await saved(page)
    await app.restart()
    page = app.page
    await page.getByRole('button', { name: /^Why the S-400\?/ }).click()
    await expect(page.getByText('5 articles · 6 claims · 2 relations')).toBeVisible()
    await expect(card(page, HEDGING)).toBeVisible()
    await shot('opened again')
  })

  await test.step('9 the map is exported as SVG, PNG and JSON, the project as JSON; both can be imported', async () => {
    const save = (format: string, size?: string) =>
      app.nextSave(async () => {
        await page.getByRole('button', { name: 'Export', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: 'Export' })
        const isData = format.endsWith('(JSON)')
        await dialog.getByRole('radio', { name: isData ? 'Data' : 'Picture', exact: true }).check()
        await dialog.getByLabel(format).check()
        if (size) await dialog.getByLabel('Size').selectOption(size)
        await dialog.getByRole('button', { name: 'Export', exact: true }).click()
        await expect(dialog).toHaveCount(0)
      })
    const svg = await save('Picture (SVG)')
    expect(svg.fileName).toBe('Map 1.svg')
    expect(svg.bytes.toString()).toContain('pragmatic hedging')
    const widths: number[] = []
    for (const size of ['1×', '2×', '4×']) {
      const png = await save('Picture (PNG)', size)
      expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
      widths.push(png.bytes.readUInt32BE(16))
    }
    expect(widths[1]! / widths[0]!).toBeCloseTo(2, 1)
    expect(widths[2]! / widths[0]!).toBeCloseTo(4, 1)

    const project = await save('Project (JSON)')
    const mapFile = await save('Map (JSON)')
    const { writeFile } = await import('node:fs/promises')
    const projectPath = join(app.dataFolder, 'exported-project.json')
    const mapPath = join(app.dataFolder, 'exported-map.json')
    await writeFile(projectPath, project.bytes)
    await writeFile(mapPath, mapFile.bytes)

    await page.getByRole('button', { name: 'Close project' }).click()
    await app.chooseProject(projectPath, () =>
      page.getByRole('button', { name: 'Open a project file…' }).click(),
    )
    await expect(page.getByText('5 articles · 6 claims · 2 relations')).toBeVisible()
    await page.getByRole('button', { name: 'Close project' }).click()

    await startProject(app, 'Another project')
    await importFiles(app, [mapPath])
    await expect(card(page, BRIBERY)).toBeVisible()
    await expect(map(page).locator('[data-relation]')).toHaveCount(2)
    await saved(page)
    expect(JSON.parse(await readFile(mapPath, 'utf8')).format).toBe('counterpoint')
    await drag(page, card(page, BRIBERY), map(page).locator('.svelte-flow__background'))
    await saved(page)
  })
})
