import type { Project } from '../document/project'
import { TABLE_NAMES } from '../records/registry'
import { equal } from './equal'
import type { Merge } from './merge-projects'

/** What became of the changes in the other file. The last four add up to the first. */
export interface MergeReport {
  /** Records that the other file added, changed or removed. */
  readonly changes: number
  readonly cameIn: number
  /** The same change was made here. */
  readonly alreadyHere: number
  readonly toDecide: number
  /** Mine is newer, or what it belongs to was removed or is to decide. */
  readonly leftOut: number
}

/**
 * Counts what became of each record that differs between the common state and the other file.
 * @param base the common state; without it, every record that differs from mine counts, and none as removed
 */
export function mergeReport(
  base: Project | undefined,
  mine: Project,
  theirs: Project,
  { project, disagreements }: Pick<Merge, 'project' | 'disagreements'>,
): MergeReport {
  const disputed = new Set(disagreements.map(({ table, id }) => `${table} ${id}`))
  const counts = { changes: 0, cameIn: 0, alreadyHere: 0, toDecide: 0, leftOut: 0 }
  for (const table of TABLE_NAMES) {
    const before = base?.[table] ?? mine[table]
    for (const id of new Set([...(base ? base[table].keys() : []), ...theirs[table].keys()])) {
      const there = theirs[table].get(id)
      if (equal(before.get(id), there)) continue
      counts.changes++
      const [here, now] = [mine[table].get(id), project[table].get(id)]
      if (disputed.has(`${table} ${id}`)) counts.toDecide++
      else if (equal(here, there)) counts.alreadyHere++
      else if (equal(here, now)) counts.leftOut++
      else counts.cameIn++
    }
  }
  return counts
}

/** The report in sentences. */
export function mergeSentence(report: MergeReport, isThreeWay: boolean): string {
  const number = (count: number) => count.toLocaleString('en')
  const was = (count: number) => (count === 1 ? 'was' : 'were')
  const { changes, cameIn, alreadyHere, toDecide, leftOut } = report
  const how = isThreeWay
    ? ''
    : 'This is a two-way merge, because no common state is known: nothing counts as removed, and every difference is to decide. '
  if (changes === 0) return `${how}The other version has no changes.`
  const parts = [
    `${number(cameIn)} came in`,
    ...(alreadyHere > 0 ? [`${number(alreadyHere)} ${was(alreadyHere)} here already`] : []),
    ...(leftOut > 0
      ? [
          `${number(leftOut)} ${was(leftOut)} left out, because of what is newer here, was removed or is to decide`,
        ]
      : []),
    ...(toDecide > 0 ? [`${number(toDecide)} to decide, where yours stays until then`] : []),
  ]
  return `${how}Changed records in the other version: ${number(changes)}. Of these, ${parts.join('; ')}.`
}
