import type { Page } from '@playwright/test'
import { percentile } from './statistics'
import { counting, taskTime } from './work'

/** Mouse actions on a map, in Counterpoint and in Svelte Flow alone. */
export interface MapMoves {
  /** From opening to the frame after the first cards. */
  readonly open: number[]
  readonly panning: number[]
  readonly zooming: number[]
  readonly dragging: number[]
  readonly selecting: number[]
  /** The processor time of each step of the mouse that the page was told of. */
  readonly panningWork: number[]
  readonly zoomingWork: number[]
  readonly draggingWork: number[]
  readonly selectingWork: number[]
}

/** A measured action: what the user waits for, and the processor time that it takes. Milliseconds. */
interface Action {
  readonly wait: number
  readonly work: number
}

const DURING = 3000
const STEP = 16

/** A point of the map without a card or line, or one in the middle of a card. Window pixels. */
async function pointOn(page: Page, what: 'pane' | 'card'): Promise<{ x: number; y: number }> {
  // After a move, the visible elements may not be rendered yet.
  const found = await page.waitForFunction((what) => {
    const { left, top, width, height } = document.querySelector('.svelte-flow')!.getBoundingClientRect()
    const tries = Array.from({ length: 2000 }, (_, index) => ({
      x: left + width * (0.15 + ((index * 0.618) % 0.7)),
      y: top + height * (0.15 + ((index * 0.414) % 0.7)),
    }))
    return tries.find(({ x, y }) => {
      const under = document.elementFromPoint(x, y)
      return what === 'pane'
        ? under?.classList.contains('svelte-flow__pane')
        : under?.closest('.svelte-flow__node') && !under.closest('.svelte-flow__handle')
    })
  }, what)
  return (await found.jsonValue())!
}

/** Milliseconds of processor time of the page's tasks while something is done. */
async function workOf<Answer>(page: Page, act: () => Promise<Answer>): Promise<[Answer, number]> {
  const session = await counting(page)
  const start = await taskTime(session)
  const answer = await act()
  const work = ((await taskTime(session)) - start) * 1000
  await session.detach()
  return [answer, work]
}

/** The 95th percentile of the frames while `act` runs in steps, and the work of a step of which the page was told. */
async function framesWhile(page: Page, act: (step: number) => Promise<void>): Promise<Action> {
  const [{ gaps, told }, work] = await workOf(page, async () => {
    await page.evaluate((during) => {
      let told = 0
      const count = () => told++
      for (const type of ['pointermove', 'wheel'])
        addEventListener(type, count, { capture: true, passive: true })
      globalThis.measured = clock.frames(during).then((gaps) => ({ gaps, told }))
    }, DURING)
    const start = performance.now()
    for (let step = 0; performance.now() < start + DURING; step++) {
      await act(step)
      await new Promise((done) => setTimeout(done, STEP))
    }
    return (await page.evaluate(() => globalThis.measured)) as { gaps: number[]; told: number }
  })
  return { wait: percentile(gaps, 0.95), work: work / Math.max(told, 1) }
}

/** Drags from a point in a slow circle. */
async function held(page: Page, what: 'pane' | 'card', radius: number): Promise<Action> {
  const { x, y } = await pointOn(page, what)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const action = await framesWhile(page, (step) =>
    page.mouse.move(x + Math.sin(step / 15) * radius, y + (1 - Math.cos(step / 15)) * radius),
  )
  await page.mouse.up()
  await page.waitForTimeout(500)
  return action
}

const pan = (page: Page): Promise<Action> => held(page, 'pane', 150)

export const drag = (page: Page): Promise<Action> => held(page, 'card', 80)

/** Zooms six steps out and six in, repeatedly. */
async function zoom(page: Page): Promise<Action> {
  const { x, y } = await pointOn(page, 'pane')
  await page.mouse.move(x, y)
  // The wheel alone pans.
  await page.keyboard.down('Control')
  const action = await framesWhile(page, (step) => page.mouse.wheel(0, step % 12 < 6 ? 120 : -120))
  await page.keyboard.up('Control')
  await page.waitForTimeout(500)
  return action
}

/** From a click on a card to the frame after the one that shows it selected. */
export async function choose(page: Page): Promise<Action> {
  const { x, y } = await pointOn(page, 'card')
  await page.evaluate(
    () =>
      void (globalThis.measured = clock.after(
        'pointerdown',
        () => !!document.querySelector('.svelte-flow__node.selected'),
      )),
  )
  const [{ shown }, work] = await workOf(page, async () => {
    await page.mouse.click(x, y)
    return (await page.evaluate(() => globalThis.measured)) as { shown: number }
  })
  await page.waitForTimeout(500)
  return { wait: shown, work }
}

/** Selects, pans, drags and zooms once, with something between. */
export async function moveMap(
  page: Page,
  { open, ...between }: { open: number; deselect?: () => Promise<void>; undo?: () => Promise<void> },
): Promise<MapMoves> {
  const selecting = await choose(page)
  await between.deselect?.()
  const panning = await pan(page)
  const dragging = await drag(page)
  await between.undo?.()
  const zooming = await zoom(page)
  return {
    open: [open],
    panning: [panning.wait],
    zooming: [zooming.wait],
    dragging: [dragging.wait],
    selecting: [selecting.wait],
    panningWork: [panning.work],
    zoomingWork: [zooming.work],
    draggingWork: [dragging.work],
    selectingWork: [selecting.work],
  }
}
