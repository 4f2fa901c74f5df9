import { measureLong } from '../reader'
import type { Section } from '../report'

/** An article of a million characters. */
export async function longArticle(runs: number): Promise<Section> {
  const { open, scrolling } = await measureLong(1_000_000, runs)
  return {
    title: 'Reading: 1,000,000 characters',
    rows: [
      { what: 'Opening', values: open, unit: 'ms', target: 500 },
      { what: 'Scrolling, p95 frame', values: scrolling, unit: 'ms', target: 25 },
    ],
  }
}
