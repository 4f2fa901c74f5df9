import { changed } from '../../document/change'
import type { Patch, RecordChange } from '../../document/patch'
import type { Project } from '../../document/project'
import type { MatrixRow } from '../../records/matrix-row'

/**
 * Makes matrices, rows, cells and scenarios point to the kept claim instead of the merged ones. Where a matrix has rows of
 * both, the kept claim's row gets the ratings that it lacks. Rows and cells that are left over, of a place that is taken,
 * are for `deletion` to delete.
 */
export function movedInMatrices(project: Project, kept: string, gone: ReadonlySet<string>): Patch {
  const to = (id: string) => (gone.has(id) ? kept : id)
  const many = (ids: readonly string[]) => [...new Set(ids.map(to))]
  const concerns = (ids: readonly string[]) => ids.some((id) => gone.has(id))
  return [
    ...[...project.matrices.values()]
      .filter(({ hypotheses }) => concerns(hypotheses))
      .map((from) => changed('matrices', from, { hypotheses: many(from.hypotheses) })),
    ...movedRows(project, kept, gone),
    ...[...project.scenarios.values()]
      .filter(({ claims, given }) => concerns([...claims, ...given]))
      .map((from) => changed('scenarios', from, { claims: many(from.claims), given: many(from.given) })),
  ]
}

function movedRows({ rows, cells }: Project, kept: string, gone: ReadonlySet<string>): RecordChange[] {
  const changes: RecordChange[] = []
  const placeOf = ({ matrix, reading }: MatrixRow) => `${matrix} ${reading}`
  const keptRows = new Map(
    [...rows.values()].filter(({ claim }) => claim === kept).map((row) => [placeOf(row), row.id]),
  )
  const rowFor = new Map<string, string>()
  for (const row of rows.values()) {
    if (!gone.has(row.claim)) continue
    const taken = keptRows.get(placeOf(row))
    rowFor.set(row.id, taken ?? row.id)
    if (taken !== undefined) continue
    keptRows.set(placeOf(row), row.id)
    changes.push(changed('rows', row, { claim: kept }))
  }
  const placed = [...cells.values()].map((cell) => {
    const hypothesis = gone.has(cell.hypothesis) ? kept : cell.hypothesis
    return { cell, hypothesis, row: rowFor.get(cell.row) ?? cell.row }
  })
  const isOwn = ({ cell, row, hypothesis }: (typeof placed)[number]) =>
    cell.row === row && cell.hypothesis === hypothesis
  const keyOf = ({ cell, row, hypothesis }: (typeof placed)[number]) => `${row} ${hypothesis} ${cell.analyst}`
  const rated = new Set(placed.filter(isOwn).map(keyOf))
  for (const each of placed) {
    if (isOwn(each) || rated.has(keyOf(each))) continue
    rated.add(keyOf(each))
    changes.push(changed('cells', each.cell, { row: each.row, hypothesis: each.hypothesis }))
  }
  return changes
}
