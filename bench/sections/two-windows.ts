import { measureLive } from '../live'
import { mapProject, WIDE } from '../projects'
import type { Section } from '../report'

/** Two windows of one project. */
export async function twoWindows(runs: number): Promise<Section> {
  const values = await measureLive(mapProject(1000, 1400, WIDE), Math.max(runs, 20))
  return {
    title: 'Two windows: 1,000 claims, 1,400 relations',
    rows: [{ what: 'From moving a card to the other window with it moved', values, unit: 'ms', target: 100 }],
  }
}
