import type { Row, Section } from '../report'
import { measureReuse } from '../reuse'
import { measureKeysMeanwhile, projectOf } from '../reuse-page'
import { percentile } from '../statistics'

/** Text that articles share. */
export async function sharedText(runs: number): Promise<Section> {
  const { texts, times, memory, oneMore, recall, wrong, plain } = measureReuse(
    10_000,
    1000,
    500,
    Math.min(runs, 3),
  )
  const name = 'plain 8-word shingles'
  const found = (what: string, at: number, least: number): Row => ({
    what: `Planted sentences found, ${what}`,
    values: [recall[at]!],
    unit: '%',
    least,
    beside: { name, values: [plain.recall[at]!] },
  })
  const keys = await measureKeysMeanwhile(projectOf(texts))
  return {
    title: 'Shared text: 10,000 articles of 1,000 words, 500 planted sentences of 20 words a row',
    rows: [
      {
        what: 'Finding all, processor time',
        values: times,
        unit: 'ms',
        target: 10_000,
        beside: { name, values: [plain.time] },
      },
      { what: 'Memory, MB', values: memory, unit: '', target: 400 },
      { what: 'One new article, processor time', values: oneMore, unit: 'ms', target: 200 },
      found('no word changed', 0, 98),
      found('10 % of the words changed', 1, 97),
      found('20 % of the words changed', 2, 88),
      {
        what: 'Pairs where nothing is planted',
        values: [wrong],
        unit: '',
        target: 2,
        beside: { name, values: [plain.wrong] },
      },
      {
        what: 'A key while all are compared, to the frame after, p95',
        values: [percentile(keys, 0.95)],
        unit: 'ms',
        target: 50,
      },
    ],
  }
}
