import type { Page } from '@playwright/test'
import { percentile } from './statistics'

/** Mouse actions on a map, in Counterpoint and in Svelte Flow alone. */
export interface MapMoves {
  /** From opening to the frame after the first cards. */
  readonly open: number[]
  readonly panning: number[]
  readonly zooming: number[]
  readonly dragging: number[]
  readonly selecting: number[]
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

/** The 95th percentile of the frames while `act` runs in steps. */
async function framesWhile(page: Page, act: (step: number) => Promise<void>): Promise<number> {
  await page.evaluate((during) => void (globalThis.measured = clock.frames(during)), DURING)
  const start = performance.now()
  for (let step = 0; performance.now() < start + DURING; step++) {
    await act(step)
    await new Promise((done) => setTimeout(done, STEP))
  }
  return percentile((await page.evaluate(() => globalThis.measured)) as number[], 0.95)
}

/** Drags from a point in a slow circle. */
async function held(page: Page, what: 'pane' | 'card', radius: number): Promise<number> {
  const { x, y } = await pointOn(page, what)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const p95 = await framesWhile(page, (step) =>
    page.mouse.move(x + Math.sin(step / 15) * radius, y + (1 - Math.cos(step / 15)) * radius),
  )
  await page.mouse.up()
  await page.waitForTimeout(500)
  return p95
}

export const pan = (page: Page): Promise<number> => held(page, 'pane', 150)

export const drag = (page: Page): Promise<number> => held(page, 'card', 80)

/** Zooms six steps out and six in, repeatedly. */
export async function zoom(page: Page): Promise<number> {
  const { x, y } = await pointOn(page, 'pane')
  await page.mouse.move(x, y)
  // The wheel alone pans.
  await page.keyboard.down('Control')
  const p95 = await framesWhile(page, (step) => page.mouse.wheel(0, step % 12 < 6 ? 120 : -120))
  await page.keyboard.up('Control')
  await page.waitForTimeout(500)
  return p95
}

/** From a click on a card to the frame after the one that shows it selected. */
export async function choose(page: Page): Promise<number> {
  const { x, y } = await pointOn(page, 'card')
  await page.evaluate(
    () =>
      void (globalThis.measured = clock.after(
        'pointerdown',
        () => !!document.querySelector('.svelte-flow__node.selected'),
      )),
  )
  await page.mouse.click(x, y)
  const { shown } = (await page.evaluate(() => globalThis.measured)) as { shown: number }
  await page.waitForTimeout(500)
  return shown
}
