import type { Matrix } from '../records/matrix'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { Scenario } from '../records/scenario'
import { changed } from './change'
import type { RecordChange } from './patch'
import type { Project } from './project'

/** Whether a project has a record, or would have it after a change. */
export type Has = (
  table: 'sources' | 'claims' | 'relations' | 'matrices' | 'rows' | 'cells',
  id: string,
) => boolean

/**
 * The changes that make matrices, rows, cells and scenarios keep their rules (P3) when only these records are there: what
 * points to a missing record goes, and of two rows or cells for one thing the second. Deleting records needs it, and
 * opening a file from which an older Counterpoint, which does not know these tables, has deleted claims.
 */
export function mendedMatrices(project: Project, has: Has): RecordChange[] {
  const { matrices, rows, cells, scenarios } = project
  if (matrices.size + rows.size + cells.size + scenarios.size === 0) return []
  const changes: RecordChange[] = []
  const hypotheses = new Map<string, ReadonlySet<string>>()
  for (const matrix of matrices.values()) {
    if (!has('matrices', matrix.id)) continue
    const kept = [...new Set(matrix.hypotheses)].filter((id) => has('claims', id))
    hypotheses.set(matrix.id, new Set(kept))
    if (kept.length !== matrix.hypotheses.length)
      changes.push(changed('matrices', matrix, { hypotheses: kept }))
  }
  const keptRows = new Map<string, ReadonlySet<string>>()
  const places = new Set<string>()
  for (const row of rows.values()) {
    if (!has('rows', row.id)) continue
    const columns = hypotheses.get(row.matrix)
    const isFree =
      columns && has('claims', row.claim) && !columns.has(row.claim) && isNew(places, placeOf(row))
    if (isFree) keptRows.set(row.id, columns)
    else changes.push({ table: 'rows', id: row.id, from: row, to: null })
  }
  const rated = new Set<string>()
  for (const cell of cells.values()) {
    if (!has('cells', cell.id)) continue
    const fits = keptRows.get(cell.row)?.has(cell.hypothesis) && isNew(rated, ratingOf(cell))
    if (!fits) changes.push({ table: 'cells', id: cell.id, from: cell, to: null })
  }
  for (const scenario of scenarios.values()) {
    const kept = mendedScenario(scenario, has)
    if (kept) changes.push(changed('scenarios', scenario, kept))
  }
  return changes
}

const placeOf = ({ matrix, claim, reading }: MatrixRow): string => `${matrix} ${claim} ${reading}`

const ratingOf = ({ row, hypothesis, analyst }: MatrixCell): string => `${row} ${hypothesis} ${analyst}`

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

function mendedScenario(scenario: Scenario, has: Has): Partial<Scenario> | undefined {
  const only = (table: 'sources' | 'claims' | 'relations', ids: readonly string[]) => [
    ...new Set(ids.filter((id) => has(table, id))),
  ]
  const kept = {
    sources: only('sources', scenario.sources),
    claims: only('claims', scenario.claims),
    relations: only('relations', scenario.relations),
    given: only('claims', scenario.given),
  }
  const fields = ['sources', 'claims', 'relations', 'given'] as const
  return fields.some((field) => kept[field].length !== scenario[field].length) ? kept : undefined
}

/** A project whose matrices, rows, cells and scenarios keep their rules; the same object if they do already. */
export function withMendedMatrices(project: Project): Project {
  const changes = mendedMatrices(project, (table, id) => project[table].has(id))
  if (changes.length === 0) return project
  const tables = {
    matrices: new Map<string, Matrix>(project.matrices),
    rows: new Map<string, MatrixRow>(project.rows),
    cells: new Map<string, MatrixCell>(project.cells),
    scenarios: new Map<string, Scenario>(project.scenarios),
  }
  for (const change of changes) {
    if (change.table === 'matrices' && change.to) tables.matrices.set(change.id, change.to)
    if (change.table === 'rows') tables.rows.delete(change.id)
    if (change.table === 'cells') tables.cells.delete(change.id)
    if (change.table === 'scenarios' && change.to) tables.scenarios.set(change.id, change.to)
  }
  return { ...project, ...tables }
}
