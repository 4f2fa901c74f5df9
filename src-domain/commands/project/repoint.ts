import { foreignOf } from '../../document/origins'
import type { AnyRecord, TableName } from '../../records/registry'

/**
 * The record with the ids that it points to replaced by those of another project.
 * @param ids the ids there by table and id here, as in `claims a1`; what has none keeps its id
 */
export function repoint(table: TableName, record: AnyRecord, ids: ReadonlyMap<string, string>): AnyRecord {
  const to = (of: TableName, id: string) => ids.get(`${of} ${id}`) ?? id
  const row = { ...record } as Record<string, unknown>
  const point = (field: string, of: TableName) => (row[field] = to(of, row[field] as string))
  const foreign = foreignOf(record)
  if (foreign.length > 0)
    row['foreign'] = foreign.map((each) => ({ ...each, origin: to('origins', each.origin) }))
  if (table === 'claims') point('category', 'categories')
  if (table === 'excerpts' || table === 'placements') point('claim', 'claims')
  if (table === 'excerpts' || table === 'ties') point('source', 'sources')
  if (table === 'ties') point('other', 'sources')
  if (table === 'placements' || table === 'groups') point('map', 'maps')
  if (table === 'placements' && row['group'] !== '') point('group', 'groups')
  if (table === 'maps') row['steps'] = (row['steps'] as string[]).map((id) => to('claims', id))
  const points = (field: string, of: TableName) =>
    (row[field] = [...new Set((row[field] as string[]).map((id) => to(of, id)))])
  if (table === 'matrices') points('hypotheses', 'claims')
  if (table === 'rows') {
    point('matrix', 'matrices')
    point('claim', 'claims')
  }
  if (table === 'cells') {
    point('row', 'rows')
    point('hypothesis', 'claims')
  }
  if (table === 'scenarios') {
    points('sources', 'sources')
    points('claims', 'claims')
    points('relations', 'relations')
    points('given', 'claims')
  }
  if (table === 'relations') {
    point('target', row['targetType'] === 'claim' ? 'claims' : 'relations')
    row['premises'] = (row['premises'] as string[]).map((id) => to('claims', id))
  }
  return row as AnyRecord
}
