import { expect, test } from './support/app'
import { card, library, map, newClaim, openLibrary, startProject } from './support/desk'
import { relation, typeClaim, typeLink } from './support/keys'

const HEDGING = 'The purchase is pragmatic hedging'
const SUPPLIERS = 'Both suppliers were kept on'

const typed = (page: Parameters<typeof card>[0], label: string) =>
  map(page).getByRole('textbox', { name: label, exact: true })

test('an existing claim that is suggested while typing can be chosen by mouse and by keyboard', async ({
  app,
}) => {
  const { page } = app
  const press = page.keyboard
  await startProject(app, 'Existing claims')
  await newClaim(page, SUPPLIERS)
  await newClaim(page, HEDGING)
  await press.press('Shift+Delete')
  await expect(card(page, HEDGING)).toHaveCount(0)
  await map(page).getByRole('button', { name: 'Fit map' }).click()
  const offered = map(page).getByRole('listbox', { name: 'Existing claims' }).getByRole('option')

  await test.step('by mouse it becomes the ground that was being typed', async () => {
    await card(page, SUPPLIERS).click()
    await press.press('Tab')
    await expect(typed(page, 'New ground')).toBeFocused()
    await press.type('purchase is hedging')
    await offered.filter({ hasText: HEDGING }).click()
    await expect(relation(page, `“${HEDGING}” supports “${SUPPLIERS}”`)).toHaveCount(1)
    await expect(typed(page, 'New ground')).toHaveCount(0)
    await press.press('Control+z')
    await expect(card(page, HEDGING)).toHaveCount(0)
  })

  await test.step('by keys too: Down goes to it, Up leaves it, Enter takes it', async () => {
    await card(page, SUPPLIERS).click()
    await press.press('Tab')
    await press.type('purchase is hedging')
    await expect(offered).toHaveCount(1)
    await press.press('ArrowDown')
    await expect(offered).toHaveAttribute('aria-selected', 'true')
    await expect(typed(page, 'New ground')).toHaveAttribute(
      'aria-activedescendant',
      (await offered.getAttribute('id'))!,
    )
    await press.press('ArrowUp')
    await expect(offered).toHaveAttribute('aria-selected', 'false')
    await press.press('ArrowDown')
    await press.press('Enter')
    await expect(relation(page, `“${HEDGING}” supports “${SUPPLIERS}”`)).toHaveCount(1)
    await press.press('Control+z')
  })

  await test.step('on its own it is put on the map where it was typed', async () => {
    await press.press('n')
    await press.type('purchase is hedging')
    await press.press('ArrowDown')
    await press.press('Enter')
    await expect(card(page, HEDGING)).toBeVisible()
    await expect(page.getByText('· 2 claims ·')).toBeVisible()
  })
})

test('linked claims are added to the open map with their relation', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await startProject(app, 'Linked from the library')
  await typeClaim(page, SUPPLIERS)
  await press.press('Shift+Delete')
  await typeClaim(page, HEDGING)
  await press.press('Shift+Delete')
  await expect(map(page).locator('[data-claim]')).toHaveCount(0)
  await openLibrary(page, 'Claims')
  const row = library(page).getByRole('listbox', { name: 'Claims' }).getByRole('option', { name: SUPPLIERS })

  await row.click()
  await typeLink(page, 's', HEDGING)
  await expect(relation(page, `“${SUPPLIERS}” supports “${HEDGING}”`)).toHaveCount(1)
  await expect(map(page).locator('[data-claim]')).toHaveCount(2)
  await press.press('Control+z')
  await expect(map(page).locator('[data-claim]')).toHaveCount(0)

  await row.click()
  await typeLink(page, 'c', 'A claim that is new')
  await expect(relation(page, `“${SUPPLIERS}” contradicts “A claim that is new”`)).toHaveCount(1)
})
