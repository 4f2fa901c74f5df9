import { arguedProject, measureLayout } from '../layout'
import type { Section } from '../report'

/** Tidying a map. */
export async function layout(runs: number): Promise<Section> {
  const { shown, longest } = await measureLayout(arguedProject(500, 700), runs)
  return {
    title: 'Layout: 500 claims, 700 relations',
    rows: [
      { what: 'From the key to the map in order', values: shown, unit: 'ms', target: 2000 },
      { what: 'Longest frame meanwhile', values: longest, unit: 'ms' },
    ],
  }
}
