import { TABLE_NAMES, type TableName } from '../records/registry'
import { equal } from './equal'
import { Draft, type Sides } from './draft'
import { mergeRecord, part, type Fields, type Side } from './merge-record'
import { isOnlyLooks, SPAN } from './units'

/** Merges all tables record by record. The result may break rules that span records. */
export function mergeTables(sides: Sides, later: Side): Draft {
  const draft = new Draft()
  for (const table of TABLE_NAMES) {
    const ids = new Set([...sides.mine[table].keys(), ...sides.theirs[table].keys()])
    for (const id of ids) {
      const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map((project) =>
        Draft.in(project, table, id),
      )
      if (mine && theirs) mergeBoth(draft, table, id, base, mine, theirs, later)
      else if (mine) keepOrRemove(draft, table, id, base, mine, 'theirs', sides)
      else keepOrRemove(draft, table, id, base, theirs!, 'mine', sides)
    }
  }
  return draft
}

function mergeBoth(
  draft: Draft,
  table: TableName,
  id: string,
  base: Fields | undefined,
  mine: Fields,
  theirs: Fields,
  later: Side,
): void {
  if (equal(mine, theirs) || (base && equal(base, theirs))) return void draft.tables[table].set(id, mine)
  if (base && equal(base, mine)) return void draft.tables[table].set(id, theirs)
  const { record, disputed } = mergeRecord(table, base, mine, theirs, later)
  draft.tables[table].set(id, record)
  if (disputed.length > 0) draft.list({ kind: 'changed', table, id, fields: disputed, mine, theirs })
}

/** A record that one side has: the other never had it, or has removed it. */
function keepOrRemove(
  draft: Draft,
  table: TableName,
  id: string,
  base: Fields | undefined,
  record: Fields,
  by: Side,
  sides: Sides,
): void {
  if (!base) draft.tables[table].set(id, record)
  else if (!equal(base, record) && !followsFromAnother(table, base, record, sides[other(by)], sides.base))
    draft.keep(table, id, by, record)
}

export const other = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')

/**
 * Whether a record changed only because of something else: a card was moved, a passage was found again in a new version
 * of its article, a relation lost a premise with a deleted claim. Such a change does not keep what was removed.
 */
function followsFromAnother(
  table: TableName,
  base: Fields,
  record: Fields,
  now: Sides['mine'],
  before: Sides['base'],
): boolean {
  if (isOnlyLooks(table)) return true
  if (table === 'excerpts') {
    const source = String(record['source'])
    const isNewText = now.sources.get(source)?.text !== before.sources.get(source)?.text
    return isNewText && equal(without(base, SPAN.fields), without(record, SPAN.fields))
  }
  if (table !== 'relations' || !equal(without(base, ['premises']), without(record, ['premises'])))
    return false
  const kept = new Set(record['premises'] as readonly string[])
  const lost = (base['premises'] as readonly string[]).filter((id) => !kept.has(id))
  return (
    kept.size + lost.length === (base['premises'] as readonly string[]).length &&
    lost.every((id) => !now.claims.has(id))
  )
}

const without = (record: Fields, fields: readonly string[]): Fields =>
  part(record, { fields: Object.keys(record).filter((field) => !fields.includes(field)) })
