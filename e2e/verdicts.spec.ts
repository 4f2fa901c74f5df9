import type { Page } from '@playwright/test'
import mammoth from 'mammoth'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { expectNoViolations } from './support/axe'
import { card, inspector, library, map, openLibrary } from './support/desk'
import { BRIBERY, HEDGING, openSample } from './support/sample-map'

/** A card with the signs on its edges. */
const node = (page: Page, words: string) => map(page).locator('.svelte-flow__node').filter({ hasText: words })

/** The line of the outline about a claim. */
const line = (page: Page, words: string) =>
  map(page).getByRole('treeitem', { name: words }).and(map(page).locator('[aria-level="1"]'))

test('verdicts are shown on cards and in the outline, and follow what the analyst sets aside', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  await card(page, BRIBERY).click()
  await expect(inspector(page).getByText(/^Contested: it hangs on/)).toBeVisible()
  await expect(node(page, HEDGING)).not.toContainText('Contested')
  await page.keyboard.press('v')
  await expect(node(page, HEDGING)).toContainText('Contested')
  await expect(node(page, BRIBERY)).toContainText('Contested')
  await expectNoViolations(page)

  await inspector(page).getByLabel('Standing').selectOption('Set aside')
  await expect(node(page, BRIBERY)).toContainText('Falls')
  await map(page).getByRole('button', { name: 'Outline' }).click()
  await expect(line(page, BRIBERY)).toContainText('Falls')
  await line(page, BRIBERY).focus()
  await page.keyboard.press('Control+z')
  await expect(line(page, BRIBERY)).toContainText('Contested')
  await page.keyboard.press('v')
  await expect(line(page, BRIBERY)).not.toContainText('Contested')
})

test('a source supposed off changes verdicts until Escape, and can be kept as a scenario', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  const bar = page.getByRole('region', { name: 'What if' })
  await openLibrary(page, 'Articles')
  await library(page)
    .getByRole('option', { name: /An Advance Payment to Moscow/ })
    .click()
  await page.keyboard.press('Alt+3')
  const places = () => Promise.all([library(page), map(page)].map(boxAtRest))
  const before = await places()
  await page.keyboard.press('x')
  const list = bar.getByRole('list', { name: 'Verdicts that change' })
  await expect(bar.getByRole('button', { name: /^\d+ verdicts change\.$/ })).toBeVisible()
  await expect(list).toBeHidden()
  expect(await places()).toEqual(before)
  await expect(bar.getByRole('status')).toHaveText(
    /^“Without Valsamis” Supposing: “An Advance Payment to Moscow” off\. \d+ verdicts change\.$/,
  )
  await expect(node(page, HEDGING)).toContainText('Contested before. Stands.')
  await expect(node(page, BRIBERY)).toContainText('Contested before. Falls.')
  await page.keyboard.press('Shift+u')
  await expect(list).toBeVisible()
  await page.keyboard.press('Shift+u')
  await expect(list).toBeHidden()
  await bar.getByRole('button', { name: /^\d+ verdicts change\.$/ }).click()
  expect(await places()).toEqual(before)
  await bar.getByRole('button', { name: BRIBERY }).click()
  await expect(inspector(page).getByText(/^Falls: the objection from .* stands/)).toBeVisible()
  await expect(inspector(page).getByText('Otherwise it is contested.')).toBeVisible()
  await expectNoViolations(page)

  await node(page, HEDGING).click()
  await page.keyboard.press('u')
  await expect(bar.getByRole('list', { name: 'Supposed' }).getByRole('listitem')).toHaveCount(2)
  await expect(list, 'as it was left').toBeVisible()
  await expect(list.getByRole('button', { name: HEDGING })).toHaveCount(0)
  await bar.getByRole('button', { name: 'Keep as scenario…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Hedging after all')
  await page.getByRole('button', { name: 'Keep as scenario', exact: true }).click()
  await expect(bar).toContainText('“Hedging after all”')

  await map(page).focus()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(node(page, HEDGING)).not.toContainText('before')
  await page.keyboard.press('Shift+x')
  await page.getByRole('button', { name: 'Suppose the scenario Hedging after all' }).click()
  await expect(bar).toContainText('‘The S-400 purchase is pragmatic hedging’')
})

test('the reasons of a verdict are shown alone, and Which weighs more? settles an equal one', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  await page.keyboard.press('v')
  await card(page, HEDGING).click()
  await page.keyboard.press('Shift+v')
  await expect(inspector(page).getByRole('group', { name: 'Verdict' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run a command' }).fill('Which weighs more?')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('button', { name: 'The reason weighs more' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, HEDGING)).toContainText('Stands')
  await expect(node(page, BRIBERY)).toContainText('Falls')

  await inspector(page).getByText('Why', { exact: true }).click()
  const reasons = inspector(page).getByRole('group', { name: 'Reasons for the verdict' })
  await expect(reasons).toContainText('NATO left Turkey alone with dangers it meets every day')
  await inspector(page).getByRole('button', { name: 'Show only this' }).click()
  await expect(map(page).getByText(/^Only the reasons for the verdict of “The S-400/)).toBeVisible()
  await inspector(page).getByText('What it hangs on', { exact: true }).click()
  await expect(inspector(page).getByText('Gives way if any one of these does:')).toBeVisible()
  await expectNoViolations(page)
  await map(page).focus()
  await page.keyboard.press('Escape')
  await expect(map(page).getByText(/^Only the reasons/)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(node(page, HEDGING)).toContainText('Contested')
})

test('a judgement has words of one yardstick, parts from the map, and is in a report in Word', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  await card(page, HEDGING).click()
  const likelihood = inspector(page).getByLabel('Likelihood')
  await likelihood.selectOption('very likely (80–95 %)')
  await expect(inspector(page)).toContainText('You judge it very likely; on the map it is contested.')
  await inspector(page).getByLabel('Yardstick of the project').selectOption('PHIA probability yardstick')
  await expect(inspector(page)).toContainText('1 claim is judged in words that it does not have.')
  await expect(likelihood.getByRole('option', { name: 'highly likely (80–90 %)' })).toBeAttached()
  await map(page).focus()
  await page.keyboard.press('Control+z')
  await expect(inspector(page)).not.toContainText('words that it does not have')

  await inspector(page).getByLabel('Confidence').focus()
  await expect(inspector(page).getByRole('term').filter({ hasText: 'Linchpins' })).toBeVisible()
  await expect(inspector(page)).toContainText('“An Advance Payment to Moscow”.')
  await inspector(page).getByLabel('Confidence').selectOption('low')
  await expectNoViolations(page)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run a command' }).fill('Lists of assumptions')
  await page.keyboard.press('Enter')
  const lists = page.getByRole('dialog', { name: 'Lists' })
  await expect(lists).toContainText(
    /Without it \d+ verdicts change\. They stay as long as it is at least B\./,
  )
  await lists.getByRole('button', { name: 'Set aside' }).first().click()
  await expect(lists.getByRole('button', { name: 'Set aside', pressed: true })).toHaveCount(1)
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(lists).toHaveCount(0)

  const dialog = page.getByRole('dialog', { name: 'Export' })
  const word = await app.nextSave(async () => {
    await page.keyboard.press('Control+e')
    await dialog.getByRole('radio', { name: 'Report', exact: true }).check()
    await dialog.getByLabel('Report (Word)').check()
    await expect(dialog.locator('blockquote').first()).toHaveText(/^(?:“[^“]|In the words of the article\.)/)
    await dialog.getByLabel('Verdicts').check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  })
  const { value } = await mammoth.extractRawText({ buffer: word.bytes })
  for (const said of [
    'Verdict: Contested: ',
    'Assumptions',
    'Without Valsamis. Supposing: “An Advance Payment to Moscow” off.',
    'Matrix: Why the S-400?',
    'About this. The matrix orders evidence; it does not measure probability.',
    'It is very likely that: ‘The S-400 purchase is pragmatic hedging’.',
    'Confidence is low.',
    'You judge it very likely; on the map it is contested.',
    '80–95 %',
  ])
    expect(value).toContain(said)
})
