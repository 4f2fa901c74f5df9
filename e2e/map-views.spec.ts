import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { violations } from './support/axe'
import { card, inspector, library, map, reader, saved, startProject } from './support/desk'

const HEDGING = 'The S-400 purchase is pragmatic hedging'
const BRIBERY = 'The S-400 purchase is political bribery'
const GROUND = 'NATO left Turkey alone with dangers it meets every day'
const EVIDENCE = 'Washington pulled its Patriots out in 2015 against Turkey’s wishes'

/** The sample project with its first map alone, as wide as the window lets it be. */
async function openSample({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('f')
}

const cards = (page: Page) => map(page).locator('[data-claim]')

interface Place {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where each card stands on the map, whatever part of it is in sight. */
const places = (page: Page): Promise<Place[]> =>
  map(page)
    .locator('.svelte-flow__node')
    .evaluateAll((nodes) =>
      nodes.map((node) => {
        const { m41: x, m42: y } = new DOMMatrix(getComputedStyle(node).transform)
        const { offsetWidth: width, offsetHeight: height } = node as HTMLElement
        return { text: node.querySelector('.text')!.textContent.replace(/\s+/g, ' '), x, y, width, height }
      }),
    )

const overlapping = (all: readonly Place[]) =>
  all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.text} / ${b.text}`),
  )

/** Looks for violations in both themes. */
async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(':root')).toHaveCSS('color-scheme', colorScheme)
    expect(await violations(page), `in ${colorScheme}`).toEqual([])
  }
}

const undo = (page: Page, step: string): Locator => page.getByRole('button', { name: `Undo ${step}` })

test('the map is tidied as one step, pinned cards stay, and what is under a card can be hidden', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  const before = await places(page)

  await test.step('a pinned card says so, and tidying leaves it where it is', async () => {
    await card(page, BRIBERY).click()
    await page.keyboard.press('Shift+P')
    await expect(card(page, BRIBERY).locator('..').getByLabel('Pinned')).toBeVisible()
    await map(page).getByRole('button', { name: 'Tidy the map' }).click()
    await expect(undo(page, 'tidy map')).toBeEnabled()
    const after = await places(page)
    expect(overlapping(after)).toEqual([])
    const of = (all: readonly Place[], words: string) => all.find(({ text }) => text?.startsWith(words))
    expect(of(after, BRIBERY)).toEqual(of(before, BRIBERY))
    expect(after.filter((place, index) => place.x !== before[index]!.x).length).toBeGreaterThan(10)
    await undo(page, 'tidy map').click()
    await expect.poll(() => places(page)).toEqual(before)
    await map(page).getByRole('button', { name: 'Fit the map to its pane' }).click()
  })

  await test.step('H hides what only the card leads to; its foot says how many; going to one of them opens it', async () => {
    await card(page, HEDGING).click()
    await page.keyboard.press('h')
    await expect(card(page, GROUND)).toHaveCount(0)
    await expect(card(page, BRIBERY)).toBeVisible()
    await expect(card(page, HEDGING)).toContainText('8 hidden')
    const hidden = before.length - (await cards(page).count())
    expect(hidden).toBe(8)
    await page.keyboard.press('/')
    await page.keyboard.type('patriots wishes')
    await expect(map(page).getByRole('search').getByRole('status')).toHaveText('1 found')
    await page.keyboard.press('Enter')
    await expect(card(page, EVIDENCE)).toBeVisible()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(EVIDENCE)
    await page.keyboard.press('Escape')
    await undo(page, 'show what is under the card').click()
    await expect(card(page, GROUND)).toHaveCount(0)
    await undo(page, 'hide what is under the card').click()
    await expect(card(page, GROUND)).toBeVisible()
  })

  await test.step('Alt and the arrow keys follow a line of argument, and say where they are', async () => {
    await card(page, HEDGING).click()
    const stood = await places(page)
    await page.keyboard.press('Alt+ArrowDown')
    await expect(map(page).getByText(/^(supports|attacks|undercuts): .+ 1 of \d\.$/)).toBeAttached()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(map(page).getByText(/ 2 of \d\.$/)).toBeAttached()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
    expect(await places(page)).toEqual(stood)
  })

  await test.step('the map shows only what is near, more of it with W, all of it after Escape', async () => {
    await page.keyboard.press('Shift+F')
    const focus = map(page).getByRole('group', { name: 'What is shown of the map' })
    await expect(focus).toContainText('1 relation around the card')
    const near = await cards(page).count()
    expect(near).toBeLessThan(before.length)
    await page.keyboard.press('w')
    await expect(focus).toContainText('2 relations')
    expect(await cards(page).count()).toBeGreaterThan(near)
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await expect(cards(page)).toHaveCount(before.length)
  })
  await saved(page)
})

/** Runs a command by its name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('tidying moves what was asked for and nothing else; guides show where a card is aligned', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  const before = await places(page)
  const moved = async () => {
    const now = await places(page)
    return before.filter(({ text, x, y }) => {
      const place = now.find((each) => each.text === text)!
      return Math.abs(place.x - x) > 1 || Math.abs(place.y - y) > 1
    })
  }

  await test.step('a branch is tidied under its card, which stays, as does all that is not under it', async () => {
    await card(page, HEDGING).click()
    await command(page, 'tidy this branch')
    await expect(undo(page, 'tidy branch')).toBeEnabled()
    await expect.poll(async () => (await moved()).length).toBeGreaterThan(2)
    const texts = (await moved()).map(({ text }) => text)
    expect(texts.some((text) => text.startsWith(HEDGING) || text.startsWith(BRIBERY))).toBe(false)
    expect(overlapping(await places(page))).toEqual([])
    await undo(page, 'tidy branch').click()
    await expect.poll(moved).toEqual([])
  })

  await test.step('of several that are selected no other card moves', async () => {
    await card(page, GROUND).click()
    await card(page, EVIDENCE).click({ modifiers: ['Shift'] })
    await command(page, 'tidy the selected cards')
    await expect(undo(page, 'tidy selection')).toBeEnabled()
    const texts = (await moved()).map(({ text }) => text)
    expect(texts.every((text) => text.startsWith(GROUND) || text.startsWith(EVIDENCE))).toBe(true)
    await undo(page, 'tidy selection').click()
    await expect.poll(moved).toEqual([])
  })

  await test.step('from left to right, cards glide to where conclusions are on the left', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await command(page, 'left to right')
    await page.keyboard.press('Shift+T')
    await expect(undo(page, 'tidy map')).toBeEnabled()
    const of = async (words: string) => (await places(page)).find(({ text }) => text.startsWith(words))!
    await expect.poll(async () => (await of(GROUND)).x - (await of(HEDGING)).x).toBeGreaterThan(248)
    await expect.poll(async () => overlapping(await places(page))).toEqual([])
    await undo(page, 'tidy map').click()
    await expect.poll(moved).toEqual([])
  })

  await test.step('undone while they are on their way, they stand where they stood', async () => {
    await page.keyboard.press('Shift+T')
    await expect(undo(page, 'tidy map')).toBeEnabled()
    await page.keyboard.press('Control+z')
    await expect(undo(page, 'tidy map')).toHaveCount(0)
    await page.waitForTimeout(500)
    expect(await moved()).toEqual([])
  })

  await test.step('a card that is dragged near to where another stands is drawn into line with it', async () => {
    const [still, dragged] = [card(page, HEDGING), card(page, GROUND)]
    await dragged.click()
    const [at, from] = [(await still.boundingBox())!, (await dragged.boundingBox())!]
    const [x, y] = [from.x + from.width / 2, from.y + 12]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 2, y + 2)
    await page.mouse.move(x + at.x - from.x + 3, y + 20, { steps: 4 })
    await expect(map(page).locator('.svelte-flow__viewport-front .x').first()).toBeAttached()
    await page.mouse.up()
    await expect(map(page).locator('.svelte-flow__viewport-front .x')).toHaveCount(0)
    await expect.poll(async () => Math.abs((await dragged.boundingBox())!.x - at.x)).toBeLessThan(0.5)
  })
  await saved(page)
})

test('the outline is the same map: read, edited and extended by keys', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Outlined')
  await page.keyboard.press('n')
  await page.keyboard.type('It was a bargain')
  await page.keyboard.press('Enter')
  await expect(card(page, 'It was a bargain')).toBeVisible()
  await map(page).getByRole('button', { name: 'Outline' }).click()
  const line = (name: string) => map(page).getByRole('treeitem', { name, exact: true })
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
  await test.step('arrow keys go through the lines, close and open them', async () => {
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
  await test.step('a wording is changed in place, and a line deleted and brought back', async () => {
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
  await test.step('an unstated premise is called so, on screen and to screen readers', async () => {
    await line('supports: It was cheap').click()
    await inspector(page).getByLabel('Unstated premise').check()
    await expect(line('supports: It was cheap (unstated)')).toContainText('It was cheap (unstated)')
  })
  await expectNoViolations(page)
  await map(page).getByRole('button', { name: 'Outline' }).click()
  await expect(cards(page)).toHaveText([/bargain after all/, /cheap/, /friend/])
  await saved(page)
})

test('a map that nobody has moved fills its pane again when that is quite another; one that was moved stays', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  const viewport = () =>
    map(page)
      .locator('.svelte-flow__viewport')
      .first()
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a)
  await expect.poll(viewport).toBeLessThan(0.5)
  await page.keyboard.press('Alt+2')
  await expect.poll(viewport).toBeLessThan(0.3)
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
  await page.getByRole('button', { name: /^Claims/ }).click()
  const current = library(page).locator('[aria-current="true"]')
  await expect(current).toContainText(LATE)
  await expect(current).toBeInViewport({ ratio: 0.9 })
  await card(page, HEDGING).click()
  await expect(current).toContainText(HEDGING)
  await expect(current).toBeInViewport({ ratio: 0.9 })
})

test('a map is presented card by card, in its own order or in the one that was set', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await card(page, HEDGING).click()
  await page.keyboard.press('Control+Alt+p')
  const stage = page.getByRole('dialog', { name: 'Presenting Hedging or bribery?' })
  const title = stage.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(HEDGING)
  await expect(stage.getByText('1 of 19')).toBeVisible()
  await expect(stage.locator('blockquote').first()).toContainText('The S-400 is a hedge')
  await test.step('the card that is shown stands in the middle of the map beside it', async () => {
    const middle = ({ x, y, width, height }: Omit<Place, 'text'>) => ({ x: x + width / 2, y: y + height / 2 })
    const pane = middle((await stage.locator('.map').boundingBox())!)
    const shown = stage.locator('[data-claim]').filter({ hasText: HEDGING })
    await expect
      .poll(async () => {
        const { x, y } = middle((await shown.boundingBox())!)
        return Math.hypot(x - pane.x, y - pane.y)
      })
      .toBeLessThan(3)
  })
  await page.keyboard.press('ArrowRight')
  await expect(title).not.toHaveText(HEDGING)
  for (let step = 0; !(await title.textContent())?.includes('shared the technology') && step < 19; step++)
    await page.keyboard.press('ArrowRight')
  await expect(stage.getByText(/^undercuts the step from “/)).toBeVisible()
  await page.keyboard.press('End')
  await expect(stage.getByText('19 of 19')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(stage.getByText('2 of 19')).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(stage).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('steps of the presentation')
  await page.keyboard.press('Enter')
  const steps = page.getByRole('dialog', { name: 'Steps of the presentation' })
  await steps.getByRole('button', { name: `Add “${EVIDENCE}”` }).click()
  await steps.getByRole('button', { name: `Add “${HEDGING}”` }).click()
  await steps.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Earlier' }).last().click()
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
