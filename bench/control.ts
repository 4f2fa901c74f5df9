import type { Section } from './report'
import { chromium } from '@playwright/test'
import { installedChromium } from '../scripts/chromium.mjs'
import { CHROMIUM_ARGS } from '../e2e/support/browser-app'
import { addClock } from './clock'
import { percentile, timed } from './statistics'
import { chance } from './texts'

/** Milliseconds for a constant amount of work. Differences show the influence of other programs. */
export async function measureControl(runs: number): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const draw = chance(3)
    times.push((await timed(() => Array.from({ length: 200_000 }, draw).sort((a, b) => a - b))).ms)
  }
  return times
}

/** The 95th percentile of the frames of an empty page: the limit for smooth scrolling. */
export async function measureIdleFrames(runs: number): Promise<number[]> {
  const executablePath = installedChromium()
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) })
  const page = await browser.newPage()
  await addClock(page)
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    times.push(percentile(await page.evaluate(() => clock.frames(1000)), 0.95))
  }
  await browser.close()
  return times
}

/** Measures sections between two measurements of the same work. How far these differ says how reliable the figures are. */
export async function withControl(measure: () => Promise<Section[]>, runs: number): Promise<Section[]> {
  const before = await measureControl(runs)
  const frames = await measureIdleFrames(runs)
  const sections = await measure()
  const after = await measureControl(runs)
  const control: Section = {
    title: 'Control',
    rows: [
      {
        what: 'Sorting 200,000 numbers, at the end',
        values: after,
        unit: 'ms',
        beside: { name: 'at the start', values: before },
      },
      { what: 'An empty page, p95 frame', values: frames, unit: 'ms' },
    ],
  }
  return [...sections, control]
}
