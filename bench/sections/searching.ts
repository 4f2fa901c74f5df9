import { libraryProject } from '../projects'
import type { Section } from '../report'
import { measureFinding, measureSearchBox } from '../search'

/** Searching. */
export async function searching(runs: number): Promise<Section> {
  const project = libraryProject(1000, 1000)
  const pure = await measureFinding(project, runs)
  const box = await measureSearchBox(project, runs)
  return {
    title: 'Search: 1,000 articles of 1,000 words',
    rows: [
      { what: 'Finding, median of all keys', values: pure.middle, unit: 'ms', target: 50 },
      { what: 'Finding, slowest key', values: pure.slowest, unit: 'ms' },
      {
        what: 'From a key to the results on screen, median of all keys',
        values: box.middle,
        unit: 'ms',
        target: 50,
      },
      { what: 'From a key to the results on screen, p95 of all keys', values: box.slow, unit: 'ms' },
      { what: 'Indexing everything, once', values: [pure.indexing], unit: 'ms' },
    ],
  }
}
