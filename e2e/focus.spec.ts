import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import { inspector, reader, startProject } from './support/desk'
import { catchFileChoosers } from './support/file-choosers'
import { relation, tabTo, typeLink } from './support/keys'
import { FIRST, node, SECOND, startWithClaims } from './support/two-claims'

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
