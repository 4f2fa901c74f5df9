import { expect, test } from './support/app'
import { boxAtRest, type Box } from './support/box'
import { expectNoViolations } from './support/axe'
import { card, inspector, library, map, openLibrary, reader, saved, startProject } from './support/desk'
import { cards, EVIDENCE, HEDGING, openSample } from './support/sample-map'

test('the outline shows the map, and can be edited by keyboard', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Outlined')
  await page.keyboard.press('n')
  await page.keyboard.type('It was a bargain')
  await page.keyboard.press('Enter')
  await expect(card(page, 'It was a bargain')).toBeVisible()
  await map(page).getByRole('button', { name: 'Outline' }).click()
  /** The line with that name, whatever its number. */
  const line = (name: string) => {
    const [, verb = '', words = ''] = /^(\w+: )?(.*)$/.exec(name)!
    const escaped = words.replace(/[()]/g, '\\$&')
    return map(page).getByRole('treeitem', { name: new RegExp(`^${verb}\\d+\\. ${escaped}$`) })
  }
  const wording = map(page).getByLabel('Wording')

  await test.step('Tab adds a ground under a line, Shift Tab an objection', async () => {
    await line('It was a bargain').focus()
    await page.keyboard.press('Tab')
    await expect(wording).toBeFocused()
    await page.keyboard.type('It was cheap')
    await page.keyboard.press('Enter')
    await expect(line('supports: It was cheap')).toBeFocused()
    await expect(line('supports: It was cheap')).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('It cost a friend')
    await page.keyboard.press('Enter')
    await expect(line('attacks: It cost a friend')).toHaveAttribute('aria-level', '3')
  })
  await test.step('arrow keys move through the lines, and close and open them', async () => {
    await page.keyboard.press('ArrowUp')
    await expect(line('supports: It was cheap')).toBeFocused()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue('It was cheap')
    await page.keyboard.press('ArrowLeft')
    await expect(line('attacks: It cost a friend')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(line('attacks: It cost a friend')).toBeVisible()
    await page.keyboard.press('Home')
    await expect(line('It was a bargain')).toBeFocused()
  })
  await test.step('a wording can be edited in place, and a line deleted and restored', async () => {
    await page.keyboard.press('Enter')
    await wording.fill('It was a bargain after all')
    await page.keyboard.press('Enter')
    await expect(line('It was a bargain after all')).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await expect(map(page).getByRole('treeitem')).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(map(page).getByRole('treeitem')).toHaveCount(3)
  })
  await test.step('an unstated premise is labelled on screen and for screen readers', async () => {
    await line('supports: It was cheap').click()
    await inspector(page).getByLabel('Unstated premise').check()
    await expect(line('supports: It was cheap (unstated)')).toContainText('It was cheap (unstated)')
  })
  await expectNoViolations(page)
  await map(page).getByRole('button', { name: 'Outline' }).click()
  await expect(cards(page)).toHaveText([/bargain after all/, /cheap/, /friend/])
  await saved(page)
})

test('an unmoved map is fitted again when its pane changes size; a moved one stays', async ({ app }) => {
  const { page } = app
  await openSample(app)
  const viewport = () =>
    map(page)
      .locator('.svelte-flow__viewport')
      .first()
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a)
  await map(page).getByRole('button', { name: 'Tidy the map' }).click()
  await expect(page.getByRole('button', { name: 'Undo tidy map' })).toBeEnabled()
  const wide = await viewport()
  await page.keyboard.press('Alt+2')
  await expect.poll(viewport).toBeLessThan(wide * 0.7)
  const narrow = await viewport()
  await page.keyboard.press('Alt+3')
  await expect.poll(viewport).toBeGreaterThan(narrow * 1.2)
  await map(page).getByRole('button', { name: 'Zoom In' }).click()
  await page.keyboard.press('Alt+2')
  await expect(reader(page)).toBeVisible()
  expect(await viewport()).toBeGreaterThan(narrow * 1.3)
})

test('the library’s lists show the claim that is selected and the article that is open', async ({ app }) => {
  const { page } = app
  const LATE = 'Cut off from NATO’s radars'
  await openSample(app)
  await card(page, LATE).click()
  await openLibrary(page, 'Claims')
  const current = library(page).locator('[aria-selected="true"]')
  await expect(current).toContainText(LATE)
  await expect(current).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('f')
  await card(page, HEDGING).click()
  await expect(current).toContainText(HEDGING)
  await expect(current).toBeInViewport({ ratio: 0.9 })
})

test('a map is presented card by card, in the order of the outline or of its steps', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await card(page, HEDGING).click()
  await page.keyboard.press('Control+Alt+p')
  const stage = page.getByRole('dialog', { name: 'Presenting Hedging or bribery?' })
  const title = stage.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(HEDGING)
  await expect(stage.getByText('1 of 19')).toBeVisible()
  await expect(stage.locator('blockquote').first()).toContainText('The S-400 is a hedge')
  await test.step('the map beside the presentation is centred on the current card', async () => {
    const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })
    const pane = middle(await boxAtRest(stage.locator('.map')))
    const shown = stage.locator('[data-claim]').filter({ hasText: HEDGING })
    await expect
      .poll(async () => {
        const { x, y } = middle(await boxAtRest(shown))
        return Math.hypot(x - pane.x, y - pane.y)
      })
      .toBeLessThan(3)
  })
  await page.keyboard.press('ArrowRight')
  await expect(title).not.toHaveText(HEDGING)
  for (let step = 0; !(await title.textContent())?.includes('shared the technology') && step < 19; step++)
    await page.keyboard.press('ArrowRight')
  await expect(stage.getByText(/^undercuts the relation from “/)).toBeVisible()
  await page.keyboard.press('End')
  await expect(stage.getByText('19 of 19')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(stage.getByText('2 of 19')).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(stage).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('presentation steps')
  await page.keyboard.press('Enter')
  const steps = page.getByRole('dialog', { name: 'Presentation steps' })
  await steps.getByRole('button', { name: `Add “${EVIDENCE}”` }).click()
  await steps.getByRole('button', { name: `Add “${HEDGING}”` }).click()
  await steps.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Move up' }).last().click()
  await expect(steps.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toContainText([
    HEDGING,
    EVIDENCE,
  ])
  await expectNoViolations(page)
  await steps.getByRole('button', { name: 'Present' }).click()
  await page.keyboard.press('Home')
  await expect(stage.getByText('1 of 2')).toBeVisible()
  await expect(title).toHaveText(HEDGING)
  await page.keyboard.press('Escape')
  await saved(page)
})
