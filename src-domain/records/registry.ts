import type * as v from 'valibot'
import { category, type Category } from './category'
import { claim, type Claim } from './claim'
import { disagreement, type DisagreementRecord } from './disagreement'
import { excerpt, type Excerpt } from './excerpt'
import { group, type Group } from './group'
import { map, type ArgumentMap } from './map'
import { matrix, type Matrix } from './matrix'
import { matrixCell, type MatrixCell } from './matrix-cell'
import { matrixRow, type MatrixRow } from './matrix-row'
import { origin, type Origin } from './origin'
import { placement, type Placement } from './placement'
import type { RecordType } from './record'
import { relation, type Relation } from './relation'
import { scenario, type Scenario } from './scenario'
import { source, type Source } from './source'
import { tie, type Tie } from './tie'

/** The tables of a project, in the order of the file. A new record type is added here and to `Records`. */
export const RECORD_TYPES = [
  category,
  source,
  claim,
  excerpt,
  relation,
  map,
  group,
  placement,
  matrix,
  matrixRow,
  matrixCell,
  scenario,
  origin,
  disagreement,
  tie,
] as const

/** The record type of each table. */
export interface Records {
  categories: Category
  sources: Source
  claims: Claim
  excerpts: Excerpt
  relations: Relation
  maps: ArgumentMap
  groups: Group
  placements: Placement
  matrices: Matrix
  rows: MatrixRow
  cells: MatrixCell
  scenarios: Scenario
  origins: Origin
  disagreements: DisagreementRecord
  ties: Tie
}

export type TableName = keyof Records
export type AnyRecord = Records[TableName]

export const TABLE_NAMES: readonly TableName[] = RECORD_TYPES.map((type) => type.table)

const byTable = new Map<string, RecordType<TableName, v.GenericSchema>>(
  RECORD_TYPES.map((type) => [type.table, type]),
)

/**
 * The record type of a table.
 * @throws Error for a name that is not a table
 */
export function recordType(table: TableName): RecordType<TableName, v.GenericSchema> {
  const type = byTable.get(table)
  if (!type) throw new Error(`no table ${table}`)
  return type
}
