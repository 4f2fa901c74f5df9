import { measureMerge } from '../merge'
import type { Section } from '../report'

/** A three-way merge. */
export function merge(runs: number): Promise<Section> {
  const { ours, copying, disagreements } = measureMerge(14_000, runs)
  return Promise.resolve({
    title: `Merge: 14,000 claims, ${disagreements} disagreements`,
    rows: [
      {
        what: 'Three-way merge',
        values: ours,
        unit: 'ms',
        target: 2000,
        beside: { name: 'import as a copy', values: copying },
      },
    ],
  })
}
