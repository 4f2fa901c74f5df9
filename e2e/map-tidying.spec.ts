import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { expectNoViolations } from './support/axe'
import { card, inspector, map, saved } from './support/desk'
import { BRIBERY, cards, EVIDENCE, GROUND, HEDGING, openSample } from './support/sample-map'

interface Place {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The position of each card on the map, visible or not. */
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

const undo = (page: Page, step: string): Locator => page.getByRole('button', { name: `Undo ${step}` })

test('tidying is one undo entry, pinned cards stay, and a card can be collapsed', async ({ app }) => {
  const { page } = app
  await openSample(app)
  const before = await places(page)

  await test.step('a pinned card shows a pin, and tidying does not move it', async () => {
    await card(page, BRIBERY).click()
    await page.keyboard.press('Shift+P')
    await expect(card(page, BRIBERY).locator('..').getByLabel('Pinned')).toBeVisible()
    // The sample is tidy from top to bottom.
    await command(page, 'tidy direction')
    await map(page).getByRole('button', { name: 'Tidy the map' }).click()
    await expect(undo(page, 'tidy map')).toBeEnabled()
    const after = await places(page)
    expect(overlapping(after)).toEqual([])
    const of = (all: readonly Place[], words: string) => all.find(({ text }) => text?.startsWith(words))
    expect(of(after, BRIBERY)).toEqual(of(before, BRIBERY))
    expect(after.filter((place, index) => place.x !== before[index]!.x).length).toBeGreaterThan(10)
    await undo(page, 'tidy map').click()
    await expect.poll(() => places(page)).toEqual(before)
    await command(page, 'tidy direction')
    await map(page).getByRole('button', { name: 'Fit map' }).click()
  })

  await test.step('H collapses a card, its foot counts the hidden ones, and going to one of them expands it', async () => {
    await card(page, HEDGING).click()
    await page.keyboard.press('h')
    await expect(card(page, GROUND)).toHaveCount(0)
    await expect(card(page, BRIBERY)).toBeVisible()
    await expect(map(page).getByRole('button', { name: 'Expand this card (8 hidden)' })).toBeVisible()
    const hidden = before.length - (await cards(page).count())
    expect(hidden).toBe(8)
    await page.keyboard.press('/')
    await page.keyboard.type('patriots wishes')
    await expect(map(page).getByRole('search').getByRole('status')).toHaveText('1 of 1')
    await page.keyboard.press('Enter')
    await expect(card(page, EVIDENCE)).toBeVisible()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(EVIDENCE)
    await page.keyboard.press('Escape')
    await undo(page, 'expand card').click()
    await expect(card(page, GROUND)).toHaveCount(0)
    await undo(page, 'collapse card').click()
    await expect(card(page, GROUND)).toBeVisible()
  })

  await test.step('Alt and the arrow keys follow an argument, and announce the position', async () => {
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

  await test.step('focus shows only near cards, more with W, all after Escape', async () => {
    await page.keyboard.press('Shift+F')
    const focus = map(page).getByRole('group', { name: 'Focus of the map' })
    await expect(focus).toContainText('1 relation around the card')
    const near = await cards(page).count()
    expect(near).toBeLessThan(before.length)
    await page.keyboard.press('w')
    await expect(focus).toContainText('2 relations')
    await expect.poll(() => cards(page).count()).toBeGreaterThan(near)
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

test('tidying moves only the requested cards; guides show the alignment of a card', async ({ app }) => {
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

  await test.step('tidying a branch moves only the cards under its top card', async () => {
    // The sample is tidy from top to bottom.
    await command(page, 'tidy direction')
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

  await test.step('tidying the selection moves no other card', async () => {
    await card(page, GROUND).click()
    await card(page, EVIDENCE).click({ modifiers: ['Shift'] })
    await command(page, 'tidy the selected cards')
    await expect(undo(page, 'tidy selection')).toBeEnabled()
    const texts = (await moved()).map(({ text }) => text)
    expect(texts.every((text) => text.startsWith(GROUND) || text.startsWith(EVIDENCE))).toBe(true)
    await undo(page, 'tidy selection').click()
    await expect.poll(moved).toEqual([])
  })

  await test.step('from left to right, cards glide to the right of their conclusions', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.keyboard.press('Shift+T')
    await expect(undo(page, 'tidy map')).toBeEnabled()
    const of = async (words: string) => (await places(page)).find(({ text }) => text.startsWith(words))!
    await expect.poll(async () => (await of(GROUND)).x - (await of(HEDGING)).x).toBeGreaterThan(248)
    await expect.poll(async () => overlapping(await places(page))).toEqual([])
    await undo(page, 'tidy map').click()
    await expect.poll(moved).toEqual([])
  })

  await test.step('undone on the way, cards are back at their places', async () => {
    await page.keyboard.press('Shift+T')
    await expect(undo(page, 'tidy map')).toBeEnabled()
    await page.keyboard.press('Control+z')
    await expect(undo(page, 'tidy map')).toHaveCount(0)
    await page.waitForTimeout(500)
    expect(await moved()).toEqual([])
  })

  await test.step('a card dragged near another snaps into line with it', async () => {
    const [still, dragged] = [card(page, HEDGING), card(page, GROUND)]
    // The layout that was undone had moved the map, and both cards have to be in sight.
    await page.keyboard.press('f')
    await dragged.click()
    const [at, from] = [await boxAtRest(still), await boxAtRest(dragged)]
    const [x, y] = [from.x + from.width / 2, from.y + 12]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 2, y + 2)
    await page.mouse.move(x + at.x - from.x + 3, y + 20, { steps: 4 })
    await expect(map(page).locator('.svelte-flow__viewport-front .x').first()).toBeAttached()
    await page.mouse.up()
    await expect(map(page).locator('.svelte-flow__viewport-front .x')).toHaveCount(0)
    await expect.poll(async () => Math.abs((await boxAtRest(dragged)).x - at.x)).toBeLessThan(0.5)
  })
  await saved(page)
})
