import { markedProject } from '../projects'
import { measureReader } from '../reader'
import type { Section } from '../report'
import { measureRival } from '../rival'

/** Reading. */
export async function reading(runs: number): Promise<Section> {
  const marked = markedProject(100_000, 20_000)
  const ours = await measureReader(marked, runs)
  const name = '@recogito/text-annotator'
  const spans = await measureRival(marked, runs)
  const beside = (key: keyof typeof spans) => ({ beside: { name, values: spans[key] } })
  return {
    title: 'Reading: 100,000 characters, 20,000 passages',
    rows: [
      {
        what: 'Opening, to the marks painted',
        values: ours.open,
        unit: 'ms',
        target: 150,
        ...beside('open'),
      },
      {
        what: 'Scrolling, p95 frame',
        values: ours.scrolling,
        unit: 'ms',
        target: 25,
        ...beside('scrolling'),
      },
      { what: 'Hit test', values: ours.hit, unit: 'ms', target: 1, ...beside('hit') },
      { what: 'Adding a mark, work', values: ours.addWork, unit: 'ms', target: 16 },
      { what: 'Adding a mark, to the frame after', values: ours.add, unit: 'ms', ...beside('add') },
    ],
  }
}
