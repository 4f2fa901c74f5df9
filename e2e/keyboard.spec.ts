import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { article, filesIn } from './support/bad-files'
import { card, dragLink, inspector, library, map, reader, saved, startProject } from './support/desk'
import { catchFileChoosers } from './support/file-choosers'
import { relation, tabTo, typeClaim, typeLink, wording } from './support/keys'
import { projectFile, readProject } from './support/on-disk'

const FIRST = 'It was a bargain'
const SECOND = 'It was a bribe'

async function startWithClaims(app: App, title: string): Promise<Page> {
  await startProject(app, title)
  await typeClaim(app.page, FIRST)
  await typeClaim(app.page, SECOND)
  return app.page
}

const node = (page: Page, words: string) => map(page).locator('.svelte-flow__node').filter({ hasText: words })

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
  const pane = (await map(page).boundingBox())!
  for (const words of [FIRST, SECOND]) {
    await expect
      .poll(async () => {
        const box = (await card(page, words).boundingBox())!
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

test('a closed dialog returns the focus', async ({ app }) => {
  const page = await startWithClaims(app, 'Focus')
  const dialog = page.getByRole('dialog')
  await expect(node(page, SECOND)).toBeFocused()
  for (const keys of ['Control+k', 'Control+e', 'Shift+?', 'l']) {
    await test.step(keys, async () => {
      await page.keyboard.press(keys)
      await expect(dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(node(page, SECOND)).toBeFocused()
    })
  }
  const exporting = page.getByRole('banner').getByRole('button', { name: 'Export' })
  await page.keyboard.press('Escape')
  await tabTo(page, exporting)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Cancel' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(exporting).toBeFocused()
})

test('the focus stays in a dialog while it is open', async ({ app }) => {
  const page = await startWithClaims(app, 'Held')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  for (let stops = 0; stops < 12; stops++) {
    await page.keyboard.press('Tab')
    const held = await page.evaluate(() => {
      const { activeElement: focused, body } = document
      // The browser's own buttons are a stop too; the page then says that its body has the focus.
      return focused === body || focused?.closest('dialog') !== null
    })
    expect(held).toBe(true)
  }
})

test('the focus is visible wherever Tab leads', async ({ app }) => {
  catchFileChoosers(app.page)
  const page = await startWithClaims(app, 'Seen')
  await typeLink(page, 's', 'bargain')
  const paths = await filesIn(app.dataFolder, 'given', { 'one.txt': article('Two readings') })
  await app.chooseFiles(paths, () => page.keyboard.press('Control+i'))
  await expect(reader(page).getByRole('heading', { name: 'Two readings' })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Close project' }))
  const unseen: string[] = []
  const seen = new Set<string>()
  for (let stops = 0; stops < 80; stops++) {
    const stop = await page.evaluate(lookOfFocus)
    if (!stop || seen.has(stop.name)) break
    seen.add(stop.name)
    if (!stop.differs) unseen.push(stop.name)
    await page.keyboard.press('Tab')
  }
  expect([...seen].length, [...seen].join('\n')).toBeGreaterThan(30)
  expect(unseen, 'things that look the same with the focus and without').toEqual([])
})

/** The focused element, and whether it looks different without focus; undefined if none has it. */
function lookOfFocus(): { name: string; differs: boolean } | undefined {
  const element = document.activeElement
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
    return undefined
  const look = () =>
    JSON.stringify(
      [element, ...element.querySelectorAll('*')].map((each) => {
        const { outline, boxShadow, border, background, stroke, strokeWidth, filter } = getComputedStyle(each)
        return { outline, boxShadow, border, background, stroke, strokeWidth, filter }
      }),
    )
  const focused = look()
  element.blur()
  const left = look()
  element.focus()
  const path = []
  for (let each: Element | null = element; each; each = each.parentElement) {
    path.unshift([...(each.parentElement?.children ?? [])].indexOf(each))
  }
  const label = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
  return { name: `${element.localName} “${label}” at ${path.join('.')}`, differs: focused !== left }
}

test('arrow keys move through the kinds of a relation, which are one tab stop', async ({ app }) => {
  const page = await startWithClaims(app, 'Kinds')
  await typeLink(page, 's', 'bargain')
  const kind = (name: string) => inspector(page).getByRole('radio', { name })
  await kind('supports').focus()
  await page.keyboard.press('ArrowRight')
  await expect(kind('attacks')).toBeFocused()
  await expect(kind('attacks')).toBeChecked()
  await expect(relation(page, `“${SECOND}” attacks “${FIRST}”`)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(inspector(page).getByRole('radio').and(page.locator(':focus'))).toHaveCount(0)
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

test('a button focused by keyboard shows its tooltip, and Escape closes the tooltip and the dialog', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Tooltips')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Close', exact: true }))
  const tooltip = page.locator('[data-tooltip-content]')
  await expect(tooltip).toHaveText('Close')
  await page.keyboard.press('Escape')
  await expect(tooltip).toHaveCount(0)
  await expect(dialog).toHaveCount(0)
})
