import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { expectNoViolations } from './support/axe'
import { card, inspector, library, map, openLibrary, reader } from './support/desk'
import { selectText } from './support/keys'
import { GROUND, HEDGING } from './support/sample-map'

const menu = (page: Page): Locator => page.getByRole('menu', { name: /^Actions for / })
const entry = (page: Page, name: string): Locator => menu(page).getByRole('menuitem', { name, exact: true })

/** Opens the menu of an element by its key, checks an entry of it, and closes it, which returns the focus. */
async function menuByKey(page: Page, on: Locator, name: string, key = 'ContextMenu'): Promise<void> {
  await on.focus()
  await page.keyboard.press(key)
  await expect(entry(page, name)).toBeVisible()
  await expect(menu(page).getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page)).toHaveCount(0)
  await expect(on).toBeFocused()
}

test('everything that can be selected has a menu of its commands', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()

  await test.step('a card is selected first, and its menu runs commands', async () => {
    await card(page, HEDGING).click({ button: 'right' })
    await expect(menu(page)).toHaveAccessibleName(`Actions for “${HEDGING}”`)
    await expect(map(page).locator('.svelte-flow__node.selected')).toHaveCount(1)
    await expectNoViolations(page)
    await entry(page, 'Category').click()
    await page.getByRole('menuitem', { name: 'Assumption' }).click()
    await expect(inspector(page).getByLabel('Category')).toHaveValue('assumption')
    await expect(menu(page)).toHaveCount(0)
    await menuByKey(page, map(page).locator('.svelte-flow__node.selected'), 'New ground')
    await page.keyboard.press('Shift+F10')
    await entry(page, 'New ground').press('Enter')
    await expect(map(page).getByRole('textbox', { name: 'New ground' })).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('a relation', async () => {
    const line = map(page).locator('[data-relation]').first()
    await line.locator('.junction').click({ button: 'right' })
    await expect(line).toHaveAttribute('aria-pressed', 'true')
    await entry(page, 'Undercut relation…').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await menuByKey(page, line, 'Delete relation')
  })

  await test.step('several cards keep their selection, and their group has a menu', async () => {
    await card(page, HEDGING).click()
    await card(page, GROUND).click({ modifiers: ['Shift'] })
    await card(page, GROUND).click({ button: 'right' })
    await expect(menu(page)).toHaveAccessibleName('Actions for 2 claims')
    await entry(page, 'Group').click()
    await page.keyboard.type('Hedging')
    await page.keyboard.press('Enter')
    const group = map(page).getByRole('region', { name: 'Group: Hedging' })
    await menuByKey(page, group.getByRole('button'), 'Rename group')
    const frame = await boxAtRest(group)
    await page.mouse.click(frame.x + 4, frame.y + frame.height - 4, { button: 'right' })
    await page.keyboard.press('Escape')
    await card(page, GROUND).click()
    await expect(map(page).locator('.svelte-flow__node.selected')).toHaveCount(1)
    await page.mouse.click(frame.x + 4, frame.y + frame.height - 4, { button: 'right' })
    await entry(page, 'Rename group').click()
    await expect(group.getByLabel('Title of the group')).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('a menu covers a notice, not the other way round', async () => {
    await page.keyboard.press('Control+z')
    const notice = await boxAtRest(page.locator('.notice'))
    // A free place of the canvas right above the notice, where the menu has no room above or below without covering it.
    const free = await page.evaluate(({ x, y, width }) => {
      const tries = Array.from({ length: 400 }, (_, at) => ({
        x: x + 10 + ((at * 37) % (width - 20)),
        y: y - 5 - Math.floor(at / 20) * 8,
      }))
      const isFree = (at: { x: number; y: number }) =>
        document.elementFromPoint(at.x, at.y)?.classList.contains('svelte-flow__pane')
      return tries.find(isFree)!
    }, notice)
    await page.mouse.click(free.x, free.y, { button: 'right' })
    const menu = await boxAtRest(page.getByRole('menu'))
    const at = {
      x: Math.min(menu.x + menu.width, notice.x + notice.width) - 8,
      y: Math.min(menu.y + menu.height, notice.y + notice.height) - 8,
    }
    expect(at.y, 'they overlap').toBeGreaterThan(notice.y)
    const isMenu = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)!.closest('[role="menu"]') !== null,
      at,
    )
    expect(isMenu).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+z')
  })

  await test.step('the canvas begins a claim where it was pointed at', async () => {
    const pane = await boxAtRest(map(page).locator('.svelte-flow__pane'))
    const at = { x: pane.x + pane.width - 60, y: pane.y + pane.height - 40 }
    await page.mouse.click(at.x, at.y, { button: 'right' })
    await expect(map(page).locator('.svelte-flow__node.selected')).toHaveCount(0)
    await entry(page, 'New claim here').click()
    await page.keyboard.type('Made here')
    await page.keyboard.press('Enter')
    const made = await boxAtRest(card(page, 'Made here'))
    expect(Math.abs(made.x + made.width / 2 - at.x)).toBeLessThan(300)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+F10')
  })
  await page.keyboard.press('Escape')

  await test.step('selected words, a passage and the article', async () => {
    await page.keyboard.press('Alt+r')
    const article = reader(page).getByRole('group', { name: 'Article' })
    await selectText(page, 'S-400')
    await menuByKey(page, article, 'Mark as')
    await page.keyboard.press('Escape')
    await article.focus()
    await page.keyboard.press('.')
    await menuByKey(page, article, 'Detach passage')
    await reader(page).getByRole('heading').first().click({ button: 'right' })
    await expect(entry(page, 'Find in this article')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('rows of the library, and tags', async () => {
    await openLibrary(page, 'Articles')
    await menuByKey(page, library(page).locator('[aria-current]'), 'Remove from project')
    await openLibrary(page, 'Claims')
    const list = library(page).getByRole('listbox', { name: 'Claims' })
    await expect(list).toHaveAttribute('aria-multiselectable', 'true')
    const chosen = list.getByRole('option', { selected: true })
    await list.getByRole('option').first().click()
    await list
      .getByRole('option')
      .nth(2)
      .click({ modifiers: ['Shift'] })
    await expect(chosen).toHaveCount(3)
    await list
      .getByRole('option')
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] })
    await expect(chosen).toHaveCount(2)
    await list.getByRole('option').nth(2).focus()
    await page.keyboard.press('Space')
    await expect(chosen).toHaveCount(1)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(chosen).toHaveCount(2)
    await list.getByRole('option').nth(2).click({ button: 'right' })
    await expect(menu(page)).toHaveAccessibleName('Actions for 2 claims')
    await entry(page, 'Tag…').click()
    await expect(page.getByRole('dialog', { name: 'Tags of 2 claims' })).toBeVisible()
    await page.keyboard.type('several')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(list.getByRole('option', { name: 'several' })).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(list.getByRole('option', { name: 'several' })).toHaveCount(0)
    await list.getByRole('option').first().focus()
    await page.keyboard.press('Control+a')
    await expect(inspector(page)).toContainText('39 claims')
    const row = list.getByRole('option').first()
    await row.click({ button: 'right' })
    await entry(page, 'Tag…').click()
    await page.keyboard.type('energy')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await library(page).getByRole('button', { name: 'Codebook' }).click()
    await page.getByRole('button', { name: /^Tags/ }).click()
    const tag = page.getByLabel('Name of the tag energy')
    await menuByKey(page, tag, 'Delete tag')
    await tag.click({ button: 'right' })
    await entry(page, 'Delete tag').click()
    await expect(tag).toHaveCount(0)
  })
})
