import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { article, filesIn } from './support/bad-files'
import {
  card,
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
const SUPPLIERS = 'Both suppliers were kept on'
const SHARE = 'A share in building it was offered'

/** The relation on the map with that sentence, as screen readers read it. */
const relation = (page: Page, sentence: string | RegExp): Locator =>
  map(page).locator('[data-relation]').and(page.getByLabel(sentence))
const fit = (page: Page) => map(page).getByRole('button', { name: 'Fit map' }).click()
const junction = (page: Page, sentence: string | RegExp): Locator =>
  relation(page, sentence).locator('.junction')
const typed = (page: Page, label: string) => map(page).getByRole('textbox', { name: label, exact: true })

test('a map can be built by mouse: passages and claims are dragged, linked and undercut', async ({ app }) => {
  const { page } = app
  const paths = await filesIn(app.dataFolder, 'given', {
    'one.txt': article('Two readings', `${SUPPLIERS}, as ever. ${SHARE}, they say. Nobody saw the papers.`),
  })
  await startProject(app, 'By mouse')
  await importFiles(app, paths)
  await openArticle(page, 0)
  const pane = map(page).locator('.svelte-flow__pane')
  const words = reader(page).locator('article > p[data-start]').first()

  await test.step('a double click on the canvas starts a claim there', async () => {
    const box = await boxAtRest(pane)
    for (const [text, x] of [
      [HEDGING, 0.25],
      [BRIBERY, 0.75],
    ] as const) {
      await page.mouse.dblclick(box.x + box.width * x, box.y + box.height * 0.3)
      await typed(page, 'New claim').fill(text)
      await page.keyboard.press('Enter')
      await expect(card(page, text)).toBeVisible()
    }
  })

  await test.step('words dragged onto the canvas become a claim, onto a card its ground', async () => {
    await page.getByRole('button', { name: 'Fit map' }).click()
    await selectWords(page, { paragraph: 0, from: 0, to: 4 })
    const at = await words.evaluate(() => {
      const { left, top, height } = getSelection()!.getRangeAt(0).getBoundingClientRect()
      return { x: left + 20, y: top + height / 2 }
    })
    const target = await boxAtRest(card(page, HEDGING))
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 30, at.y + 10, { steps: 4 })
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 })
    await page.mouse.up()
    await page.getByRole('menuitem', { name: 'supports' }).click()
    await expect(card(page, SUPPLIERS)).toContainText('1 passage')
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(new RegExp(SUPPLIERS))
  })

  await test.step('a claim dragged from the library onto a relation becomes its linked premise', async () => {
    await selectWords(page, { paragraph: 0, from: 7, to: 13 })
    await page.keyboard.press('2')
    await openLibrary(page, 'Claims')
    await fit(page)
    const row = library(page).getByRole('option').filter({ hasText: SHARE })
    await row.dragTo(junction(page, new RegExp(`${SUPPLIERS}.* supports`)))
    await page.getByRole('menuitem', { name: 'adds a linked premise' }).click()
    await expect(card(page, SHARE)).toBeVisible()
  })

  await test.step('rivals contradict, and a relation is undercut', async () => {
    await fit(page)
    await dragLink(page, card(page, HEDGING), card(page, BRIBERY))
    await page.getByRole('menuitem', { name: 'contradicts' }).click()
    const box = await boxAtRest(pane)
    await page.mouse.dblclick(box.x + 30, box.y + 16)
    await typed(page, 'New claim').fill('Nobody saw the papers')
    await page.keyboard.press('Enter')
    await fit(page)
    await dragLink(page, card(page, 'Nobody saw'), junction(page, new RegExp(`together with .* supports`)))
    await page.getByRole('menuitem', { name: 'undercuts' }).click()
  })

  await test.step('undoing and redoing gives the same map', async () => {
    const drawn = [/together with .* supports/, /contradicts/, /undercuts the relation/, /Nobody saw/]
    const linked = relation(
      page,
      new RegExp(`${SUPPLIERS}.* together with .*${SHARE}.* supports “${HEDGING}”`),
    )
    await expect(linked).toHaveCount(1)
    await expect(relation(page, `“${HEDGING}” contradicts “${BRIBERY}”`)).toHaveCount(1)
    await expect(relation(page, drawn[2]!)).toHaveCount(1)
    for (let count = 0; count < 4; count++) await page.keyboard.press('Control+z')
    await expect(linked).toHaveCount(0)
    await expect(card(page, SHARE)).toHaveCount(0)
    for (let count = 0; count < 4; count++) await page.keyboard.press('Control+y')
    await expect(linked).toHaveCount(1)
    await expect(relation(page, drawn[2]!)).toHaveCount(1)
    await saved(page)
  })
})

test('a map can be built by keyboard: grounds, objections, schemes, groups and copies', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await startProject(app, 'By keys')

  await test.step('Tab adds a ground under the new claim, Shift Tab an objection', async () => {
    await press.press('n')
    await expect(typed(page, 'New claim')).toBeFocused()
    await press.type(HEDGING)
    await press.press('Tab')
    await expect(typed(page, 'New ground')).toBeFocused()
    await press.type(SUPPLIERS)
    await press.press('Enter')
    await expect(map(page).locator('.svelte-flow__node:focus')).toContainText(SUPPLIERS)
    await press.press('Shift+Tab')
    await expect(typed(page, 'New objection')).toBeFocused()
    await press.type('The two cannot work together')
    await press.press('Enter')
    await expect(relation(page, `“${SUPPLIERS}” supports “${HEDGING}”`)).toHaveCount(1)
    await expect(relation(page, `“The two cannot work together” attacks “${SUPPLIERS}”`)).toHaveCount(1)
    await press.press('Control+z')
    await expect(card(page, 'The two cannot work together')).toHaveCount(0)
    await press.press('Control+y')
  })

  await test.step('a wording can be edited on its card, with suggestions while typing', async () => {
    await map(page).locator('.svelte-flow__node').filter({ hasText: SUPPLIERS }).focus()
    await press.press('Enter')
    await expect(typed(page, 'Wording')).toBeFocused()
    await press.press('End')
    await press.type(', as ever')
    await press.press('Enter')
    await expect(card(page, `${SUPPLIERS}, as ever`)).toBeVisible()
    await press.press('Tab')
    await press.type('purchase is hedging')
    await expect(map(page).getByRole('listbox', { name: 'Existing claims' })).toContainText(
      new RegExp(HEDGING),
    )
    await press.press('Escape')
    await expect(typed(page, 'New ground')).toHaveCount(0)
    await expect(map(page).locator('[data-claim]')).toHaveCount(3)
  })

  await test.step('a relation has a warrant, a strength and a scheme, whose question can be added to the map', async () => {
    const step = relation(page, `“${SUPPLIERS}, as ever” supports “${HEDGING}”`)
    await step.focus()
    await press.press('Enter')
    await inspector(page).getByLabel('Warrant').fill('Whoever hedges keeps both.')
    await inspector(page).getByLabel('Strength').selectOption('Strong')
    await inspector(page).getByLabel('Scheme').selectOption('Motive')
    await expect(step).toHaveAccessibleName(/, strong · Motive$/)
    await expect(map(page).getByText('strong · Motive', { exact: true })).toBeVisible()
    await inspector(page).getByLabel('Did they really have that motive?').fill('So it seems.')
    await expect(inspector(page).getByText('Critical questions, 3 open')).toBeVisible()
    await inspector(page).getByRole('button', { name: 'Add this question to the map' }).first().press('Enter')
    await expect(card(page, 'Was it strong enough to act on?')).toContainText('Question')
    await expect(relation(page, /Was it strong enough.* undercuts the relation/)).toHaveCount(1)
  })

  await test.step('a new wording can become a linked premise and a target', async () => {
    const step = relation(page, `“${SUPPLIERS}, as ever” supports “${HEDGING}”`)
    await step.focus()
    await press.press('Enter')
    await inspector(page).getByRole('button', { name: 'Add a linked premise…' }).press('Enter')
    const picker = page.getByRole('dialog', { name: 'Add a linked premise' })
    await press.type('The purchase is hedging of a kind')
    await expect(picker.getByRole('option')).toHaveText([
      new RegExp(HEDGING),
      /^New claim “The purchase is hedging of a kind”/,
    ])
    await press.press('ArrowDown')
    await press.press('Enter')
    await expect(relation(page, /as ever” together with “The purchase is hedging of/)).toHaveCount(1)
    await press.press('Control+z')
    await expect(card(page, 'of a kind')).toHaveCount(0)
    await expect(step).toHaveCount(1)
    await fit(page)
    await card(page, HEDGING).click()
    await press.press('l')
    await press.press('s')
    await press.type('It will hedge again')
    await press.press('Enter')
    await expect(relation(page, `“${HEDGING}” supports “It will hedge again”`)).toHaveCount(1)
    await press.press('Control+z')
    await expect(card(page, 'It will hedge again')).toHaveCount(0)
  })

  await test.step('a claim that is linked to a relation is added to its map', async () => {
    await press.press('Escape')
    await press.press('n')
    await press.type('Ankara had a choice')
    await press.press('Enter')
    await expect(card(page, 'Ankara had a choice')).toBeVisible()
    await press.press('Shift+Delete')
    await expect(card(page, 'Ankara had a choice')).toHaveCount(0)
    await fit(page)
    await relation(page, `“${SUPPLIERS}, as ever” supports “${HEDGING}”`).focus()
    await press.press('Enter')
    await inspector(page).getByRole('button', { name: 'Add a linked premise…' }).press('Enter')
    await press.type('Ankara had a choice')
    await press.press('Enter')
    await expect(card(page, 'Ankara had a choice')).toBeVisible()
    await expect(relation(page, /as ever” together with “Ankara had a choice/)).toHaveCount(1)
    for (const left of [0, 1, 0]) {
      await press.press('Control+z')
      await expect(card(page, 'Ankara had a choice')).toHaveCount(left)
    }
  })

  await test.step('several cards can be grouped, aligned and pasted onto another map as the same claims', async () => {
    await fit(page)
    await card(page, HEDGING).click()
    await card(page, 'The two cannot').click({ modifiers: ['Shift'] })
    await expect(inspector(page).getByText('2 claims', { exact: true })).toBeVisible()
    await press.press('Control+g')
    await press.press('Enter')
    await expect(map(page).getByRole('region', { name: 'Group: Group' })).toBeVisible()
    await inspector(page).getByRole('button', { name: 'Align left edges' }).press('Enter')
    await inspector(page).getByLabel('Tint of the cards').selectOption('Teal')
    await map(page).locator('.svelte-flow__node.selected').first().focus()
    await press.press('Control+c')
    await map(page).getByRole('button', { name: 'New map' }).press('Enter')
    await press.press('Enter')
    await press.press('Control+v')
    await expect(map(page).locator('[data-claim]')).toHaveCount(2)
    await expect(page.getByText('· 4 claims ·')).toBeVisible()
    await saved(page)
  })
})
