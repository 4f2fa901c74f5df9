import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { boxAtRest } from './support/box'
import { root } from './support/browser-app'
import { card, inspector, map, saved } from './support/desk'
import { filesIn } from './support/bad-files'
import { readProject } from './support/on-disk'

/** More cards than the canvas renders at once, in rows of `ROW`. */
const COUNT = 676
const ROW = 26
/** The distance between neighbouring cards. Map pixels. */
const STEP = { x: 300, y: 200 }

const NAME = (index: number) => `Finding ${String(index + 1).padStart(3, '0')}`

/** A project with a map of many cards, each supporting the one above it. The last also supports the first. */
async function openLargeMap(app: App): Promise<string> {
  const sample = JSON.parse(await readFile(join(root, 'resources', 'sample.json'), 'utf8')) as Record<
    'claims' | 'relations' | 'placements' | 'maps' | 'sources' | 'excerpts',
    Record<string, unknown>[]
  >
  const id = (letter: string, index: number) => `${letter}-${String(index).padStart(4, '0')}`
  const all = Array.from({ length: COUNT }, (_, index) => index)
  const relation = { ...sample.relations[0]!, kind: 'support', note: '' }
  const project = {
    ...sample,
    sources: [],
    excerpts: [],
    groups: [],
    maps: [{ ...sample.maps[0]!, id: 'map', name: 'Large', steps: [] }],
    claims: all.map((index) => ({ ...sample.claims[0]!, id: id('c', index), text: NAME(index), note: '' })),
    placements: all.map((index) => ({
      ...sample.placements[0]!,
      id: id('p', index),
      map: 'map',
      claim: id('c', index),
      x: (index % ROW) * STEP.x,
      y: Math.floor(index / ROW) * STEP.y,
    })),
    relations: [
      ...all.slice(ROW).map((index) => ({
        ...relation,
        id: id('r', index),
        premises: [id('c', index)],
        target: id('c', index - ROW),
      })),
      { ...relation, id: 'r-far', premises: [id('c', COUNT - 1)], target: id('c', 0) },
    ],
  }
  const [path = ''] = await filesIn(app.dataFolder, 'given', { 'large.json': JSON.stringify(project) })
  await app.restart({ open: path })
  await expect(map(app.page).locator('[data-claim]').first()).toBeVisible()
  await app.page.keyboard.press('Alt+3')
  await goTo(app.page, 'first')
  return path
}

/** Goes to the first or last card by a click into a corner of the overview. */
async function goTo(page: Page, which: 'first' | 'last'): Promise<void> {
  const overview = map(page).locator('.overview canvas')
  await expect(overview).toBeVisible()
  const { width, height } = await boxAtRest(overview)
  const inside = 10
  const position = which === 'first' ? { x: inside, y: inside } : { x: width - inside, y: height - inside }
  await overview.click({ position })
  await expect(card(page, NAME(which === 'first' ? 0 : COUNT - 1))).toBeVisible()
}

test('a map of hundreds of cards draws the visible ones, and their lines to cards far away', async ({
  app,
}) => {
  await openLargeMap(app)
  const { page } = app
  const drawn = map(page).locator('[data-claim]')
  await expect.poll(() => drawn.count()).toBeLessThan(COUNT / 3)
  await expect(card(page, NAME(COUNT - 1))).toHaveCount(0)
  const far = map(page).getByLabel(`“${NAME(COUNT - 1)}” supports “${NAME(0)}”`)
  await expect(far).toBeAttached()

  await goTo(page, 'last')
  await expect(far).toBeAttached()
  await expect(card(page, NAME(0))).toHaveCount(0)

  await page.keyboard.press('f')
  // So far away a card is a block of colour without words.
  await expect(map(page).locator('[data-claim="c-0000"]')).toBeVisible()
})

test('selected cards move together, even when out of sight, and one undo moves them back', async ({
  app,
}) => {
  const path = await openLargeMap(app)
  const { page } = app
  const before = (await readProject(path)).placements
  await card(page, NAME(0)).click()
  await goTo(page, 'last')
  await card(page, NAME(COUNT - 1)).click({ modifiers: ['Shift'] })
  await expect(card(page, NAME(0))).toHaveCount(0)

  await page.keyboard.press('ArrowRight')
  await saved(page)
  const placeOf = async (claim: string) => {
    const { x, y } = (await readProject(path)).placements.find((each) => each.claim === claim)!
    return { x, y }
  }
  const [first, last] = [before[0]!, before.at(-1)!]
  await expect.poll(async () => (await placeOf(last.claim)).x).toBeGreaterThan(last.x)
  expect((await placeOf(first.claim)).x - first.x).toBe((await placeOf(last.claim)).x - last.x)

  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf(last.claim)).toEqual({ x: last.x, y: last.y })
  expect(await placeOf(first.claim)).toEqual({ x: first.x, y: first.y })

  await page.keyboard.press('Control+a')
  await expect(inspector(page).getByText(`${COUNT} claims`, { exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await placeOf(last.claim)).y).toBeGreaterThan(last.y)
  const after = (await readProject(path)).placements
  expect(after.filter((each) => each.y > before.find(({ claim }) => claim === each.claim)!.y)).toHaveLength(
    COUNT,
  )
})

test('while the user zooms out, cards come into sight as blocks, and in full when the user stops', async ({
  app,
}) => {
  await openLargeMap(app)
  const { page } = app
  const cards = map(page).locator('[data-claim]')
  await expect(card(page, NAME(0))).toBeVisible()
  const before = await cards.count()
  await map(page).evaluate((element) => {
    const seen = { blocks: 0, cards: 0 }
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      const blocks = element.querySelectorAll('.preview rect').length
      if (blocks > seen.blocks)
        Object.assign(seen, { blocks, cards: element.querySelectorAll('[data-claim]').length })
    }).observe(element, { childList: true, subtree: true })
  })

  const box = await boxAtRest(map(page))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.down('Control')
  for (let step = 0; step < 5; step++) await page.mouse.wheel(0, 120)
  await page.keyboard.up('Control')
  await expect.poll(() => cards.count()).toBeGreaterThan(before * 2)
  await expect(map(page).locator('.preview')).toHaveCount(0)
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { blocks: number; cards: number } }).seen,
  )
  expect(seen.blocks).toBeGreaterThan(0)
  expect(seen.cards).toBeLessThan(await cards.count())
  await expect(card(page, NAME(ROW + 1))).toBeVisible()
})

test('a dragged card takes its lines along, and stays where it was dropped', async ({ app }) => {
  const path = await openLargeMap(app)
  const { page } = app
  const line = map(page)
    .getByLabel(`“${NAME(ROW)}” supports “${NAME(0)}”`)
    .locator('.line')
    .first()
  const before = await line.getAttribute('d')
  const dragged = await boxAtRest(card(page, NAME(ROW)))
  const [x, y] = [dragged.x + dragged.width / 2, dragged.y + dragged.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 37, { steps: 5 })
  await expect(line).not.toHaveAttribute('d', before!)
  await page.mouse.up()
  const there = await boxAtRest(card(page, NAME(ROW)))
  expect(there.x).toBeGreaterThan(dragged.x + 30)
  await expect
    .poll(async () => (await readProject(path)).placements.find(({ claim }) => claim === 'c-0026')!.x)
    .toBeGreaterThan(0)
  await page.keyboard.press('Control+z')
  await expect(line).toHaveAttribute('d', before!)

  await card(page, NAME(ROW)).click()
  await page.keyboard.press('Delete')
  await expect(card(page, NAME(ROW))).toHaveCount(0)
  await expect(map(page).locator(':focus')).toHaveCount(1)
})
