import { measureAif, measureHighlights, measureQdpx } from '../interchange'
import type { Section } from '../report'

/** Files of other programs. */
export async function interchange(runs: number): Promise<Section> {
  const aif = await measureAif(10_000, runs)
  const qdpx = await measureQdpx(300, 20_000, Math.min(runs, 3))
  const highlights = await measureHighlights(1000, 5000, runs)
  return {
    title: 'Files of other programs',
    rows: [
      {
        what: 'Reading AIF of 10,000 nodes',
        values: aif.read,
        unit: 'ms',
        target: 1000,
        beside: { name: 'JSON.parse', values: aif.parsed },
      },
      {
        what: 'Writing it again with one claim changed',
        values: aif.written,
        unit: 'ms',
        target: 1000,
        beside: { name: 'JSON.stringify', values: aif.serialised },
      },
      {
        what: 'Reading REFI-QDA of 300 articles and 20,000 codings',
        values: qdpx.times,
        unit: 'ms',
        target: 10_000,
        beside: { name: 'unpacking and parsing', values: qdpx.bare },
      },
      { what: 'The process that reads it, most memory in MB', values: qdpx.memory, unit: '', target: 512 },
      {
        what: 'Finding 5,000 highlights in 1,000 articles, by address',
        values: highlights.times,
        unit: 'ms',
        target: 2000,
        beside: { name: 'searching every article', values: highlights.plain },
      },
      { what: 'Highlights found at their words', values: [highlights.found], unit: '%', least: 99 },
    ],
  }
}
