import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { card, dragLink, inspector, library, map, reader, saved, startProject } from './support/desk'
import { relation, tabTo, typeLink, wording } from './support/keys'
import { projectFile, readProject } from './support/on-disk'
import { FIRST, node, SECOND, startWithClaims } from './support/two-claims'

test('keys change the selected relation, reverse it, delete it and restore it', async ({ app }) => {
  const page = await startWithClaims(app, 'Relations')
  await typeLink(page, 's', 'bargain')
  await expect(relation(page, `“${SECOND}” supports “${FIRST}”`)).toBeVisible()
  await page.keyboard.press('a')
  await expect(relation(page, `“${SECOND}” attacks “${FIRST}”`)).toBeVisible()
  await expect(inspector(page).getByRole('button', { name: 'Reverse' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(relation(page, `“${SECOND}” contradicts “${FIRST}”`)).toBeVisible()
  await expect(inspector(page).getByRole('heading', { name: 'The other claim' })).toBeVisible()
  await expect(inspector(page).getByRole('button', { name: 'Reverse' })).toHaveCount(0)
  await page.keyboard.press('s')
  await page.keyboard.press('t')
  await expect(relation(page, `“${FIRST}” supports “${SECOND}”`)).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(map(page).locator('[data-relation]')).toHaveCount(0)
  await expect(map(page).locator('[data-claim]')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(relation(page, `“${FIRST}” supports “${SECOND}”`)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(relation(page, `“${SECOND}” supports “${FIRST}”`)).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(relation(page, `“${FIRST}” supports “${SECOND}”`)).toBeVisible()
})

test('a relation can be reached with Tab and selected with Enter', async ({ app }) => {
  const page = await startWithClaims(app, 'Reach')
  await typeLink(page, 's', 'bargain')
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toBeHidden()
  await tabTo(page, relation(page, `“${SECOND}” supports “${FIRST}”`))
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('radio', { name: 'supports' })).toBeChecked()
  await page.keyboard.press('a')
  await expect(relation(page, `“${SECOND}” attacks “${FIRST}”`)).toBeVisible()
})

test('Delete removes the selected claim with its relations, and undo restores them', async ({ app }) => {
  const page = await startWithClaims(app, 'Deleted')
  await typeLink(page, 's', 'bargain')
  await page.keyboard.press('Escape')
  await tabTo(page, node(page, SECOND))
  await page.keyboard.press('Space')
  await expect(wording(page)).toHaveValue(SECOND)
  await page.keyboard.press('Delete')
  await expect(card(page, SECOND)).toHaveCount(0)
  await expect(map(page).locator('[data-relation]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(card(page, SECOND)).toBeVisible()
  await expect(relation(page, `“${SECOND}” supports “${FIRST}”`)).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(card(page, SECOND)).toHaveCount(0)
})

test('command keys are letters in text fields', async ({ app }) => {
  const page = await startWithClaims(app, 'Typing')
  const note = inspector(page).getByLabel('Note', { exact: true })
  await page.keyboard.press('Alt+i')
  await tabTo(page, note)
  await page.keyboard.type('mnlsactfpe19?')
  await page.keyboard.press('Shift+?')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(note).toHaveValue('nlsactfpe19?')
  await expect(note).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(map(page).locator('[data-claim]')).toHaveCount(2)
  await expect(inspector(page).getByLabel('Category')).toHaveValue('judgement')
})

test('arrow keys move the focused card; the move is saved, and can be undone', async ({ app }) => {
  const page = await startWithClaims(app, 'Arrows')
  await saved(page)
  const path = projectFile(app, 'Arrows')
  const placed = async () => {
    await saved(page)
    const { placements } = await readProject(path)
    return placements.map(({ x, y }) => ({ x, y }))
  }
  const before = await placed()
  await page.keyboard.press('Escape')
  await tabTo(page, node(page, SECOND))
  await page.keyboard.press('Space')
  await expect(wording(page)).toHaveValue(SECOND)
  await expect(node(page, SECOND)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Undo move card' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(node(page, SECOND)).toBeFocused()
  const after = await placed()
  const moved = after.filter((place, index) => JSON.stringify(place) !== JSON.stringify(before[index]))
  expect(moved).toHaveLength(1)
  const from = before[after.indexOf(moved[0]!)]!
  expect(moved[0]!.x).toBeGreaterThan(from.x)
  expect(moved[0]!.y).toBeGreaterThan(from.y)

  // Keys in quick succession are one undo entry, so there are one to three of them.
  const undoMove = page.getByRole('button', { name: 'Undo move card' })
  while (await undoMove.isVisible()) await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Undo add claim' })).toBeVisible()
  expect(await placed()).toEqual(before)
})

test('Alt with 1, 2 and 3 shows the reader, both panes, or the map, even in text fields', async ({ app }) => {
  const page = await startWithClaims(app, 'Layouts')
  await page.keyboard.press('Escape')
  await tabTo(page, library(page).getByLabel('Filter the list'))
  await page.keyboard.press('Alt+1')
  await expect(reader(page)).toBeVisible()
  await expect(map(page)).toHaveCount(0)
  await page.keyboard.press('Alt+3')
  await expect(reader(page)).toHaveCount(0)
  await expect(map(page)).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(reader(page)).toBeVisible()
  await expect(map(page)).toBeVisible()
  await expect(library(page).getByLabel('Filter the list')).toHaveValue('')
})

test('going to the map focuses the selected card, or else a visible one', async ({ app }) => {
  const page = await startWithClaims(app, 'Going')
  const outlined = () =>
    page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle === 'solid')
  await typeLink(page, 's', 'bargain')
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Alt+m')
  await expect(relation(page, `“${SECOND}” supports “${FIRST}”`)).toBeFocused()
  await page.keyboard.press('Escape')
  await library(page).click({ position: { x: 20, y: 400 } })
  await page.keyboard.press('Alt+m')
  await expect(map(page).locator('.svelte-flow__node:focus')).toBeVisible()
  expect(await outlined()).toBe(true)
  await expect(inspector(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(wording(page)).toHaveValue(/^It was a/)
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('Shift+o')
  await page.keyboard.press('Alt+m')
  await expect(map(page).locator('[role="treeitem"]:focus')).toBeVisible()
})

test('F fits the map into its pane', async ({ app }) => {
  const page = await startWithClaims(app, 'Fit')
  await page.keyboard.press('Escape')
  await tabTo(page, map(page).getByRole('button', { name: 'Zoom In' }))
  for (let times = 0; times < 5; times++) await page.keyboard.press('Enter')
  await page.keyboard.press('f')
  const pane = await boxAtRest(map(page))
  for (const words of [FIRST, SECOND]) {
    await expect
      .poll(async () => {
        const box = await boxAtRest(card(page, words))
        const right = pane.x + pane.width - box.x - box.width
        const bottom = pane.y + pane.height - box.y - box.height
        return Math.min(box.x - pane.x, box.y - pane.y, right, bottom)
      })
      .toBeGreaterThan(0)
  }
})

test('the palette runs a command and finds a claim by a few words', async ({ app }) => {
  const page = await startWithClaims(app, 'Palette')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.keyboard.type('reader only')
  await page.keyboard.press('Enter')
  await expect(map(page)).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bargain')
  await page.keyboard.press('Enter')
  await expect(wording(page)).toHaveValue(FIRST)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('map')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(wording(page)).toHaveValue(FIRST)
})

test('? shows every shortcut, on the start screen too', async ({ app }) => {
  const { page } = app
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(page.getByRole('button', { name: 'Start a new project' })).toBeVisible()
  await page.keyboard.press('Shift+?')
  for (const words of [
    'Undo',
    'Commands…',
    'Mark selection as a claim',
    'Link the selected claim to another…',
  ]) {
    await expect(shortcuts.getByText(words, { exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(shortcuts).toHaveCount(0)
  await startProject(app, 'Shortcuts')
  await page.keyboard.press('Shift+?')
  await expect(shortcuts).toBeVisible()
})

test('arrow keys move through the menu of a dropped link, and Escape and Tab close it', async ({ app }) => {
  const page = await startWithClaims(app, 'Dropped')
  await page.keyboard.press('f')
  const menu = page.getByRole('menu', { name: 'Choose a relation' })
  const item = (name: string) => menu.getByRole('menuitem', { name })
  for (const key of ['Escape', 'Tab']) {
    await dragLink(page, card(page, SECOND), card(page, FIRST))
    await expect(menu).toBeFocused()
    await page.keyboard.press(key)
    await expect(menu).toHaveCount(0)
  }
  await expect(map(page).locator('[data-relation]')).toHaveCount(0)
  await dragLink(page, card(page, SECOND), card(page, FIRST))
  await expect(menu).toBeFocused()
  await expect(menu.getByRole('group', { name: SECOND })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(item('supports')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(item('is the same claim')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(item('attacks')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(menu).toHaveCount(0)
  await expect(relation(page, `“${SECOND}” attacks “${FIRST}”`)).toBeVisible()
})

test('a letter chooses from the menu of a dropped link', async ({ app }) => {
  const page = await startWithClaims(app, 'Letters')
  await page.keyboard.press('f')
  await dragLink(page, card(page, SECOND), card(page, FIRST))
  await expect(page.getByRole('menu', { name: 'Choose a relation' })).toBeFocused()
  await page.keyboard.press('c')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(relation(page, `“${SECOND}” contradicts “${FIRST}”`)).toBeVisible()
})
