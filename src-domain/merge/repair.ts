import { faultsOf, type Fault } from '../document/integrity'
import type { Project } from '../document/project'
import type { TableName } from '../records/registry'
import type { Draft, Sides } from './draft'
import { equal } from './equal'
import { part, type Fields } from './merge-record'
import { unitsOf } from './units'

type Place = Fault['records'][number]

/**
 * Makes the draft keep every rule, whatever the two sides did: of the records that together break one, the first that
 * is not as in mine goes back to mine, and is listed. It ends, because no record leaves the state that mine has, and mine
 * as a whole keeps the rules. Only what the steps before could not bring together comes here, such as two relations that
 * now undercut each other.
 */
export function repair(draft: Draft, sides: Sides): void {
  for (let isKept = false; !isKept;) {
    isKept = true
    const done = new Set<string>()
    for (const { records } of faultsOf(draft.project(sides.mine.about))) {
      if (records.some((each) => done.has(keyOf(each)))) continue
      const back = placeToTakeBack(draft, sides.mine, records)
      if (!back) continue
      takeBack(draft, sides, back)
      done.add(keyOf(back))
      isKept = false
    }
  }
}

const keyOf = ({ table, id }: Place): string => `${table} ${id}`

/** What mine has and the draft lacks, so that nothing is taken from theirs; else what differs from mine. */
function placeToTakeBack(draft: Draft, mine: Project, records: readonly Place[]): Place | undefined {
  const here = ({ table, id }: Place) => draft.tables[table].get(id)
  const own = ({ table, id }: Place): Fields | undefined => mine[table].get(id)
  return (
    records.find((each) => !here(each) && own(each)) ?? records.find((each) => !equal(here(each), own(each)))
  )
}

function takeBack(draft: Draft, { mine, theirs }: Sides, { table, id }: Place): void {
  const own: Fields | undefined = mine[table].get(id)
  const now = draft.tables[table].get(id)
  if (!own) {
    draft.tables[table].delete(id)
    if (now) draft.list({ kind: 'removed', table, id, by: 'mine', record: now })
  } else if (!now) draft.keep(table, id, 'theirs', own)
  else {
    draft.tables[table].set(id, own)
    const fields = unitsOf(table, [...Object.keys(own), ...Object.keys(now)])
      .filter((unit) => !equal(part(own, unit), part(now, unit)))
      .map(({ name }) => name)
    draft.list({ kind: 'changed', table, id, fields, mine: own, theirs: theirs[table].get(id) ?? now })
  }
}

/** Lists the rows and ratings that somebody made or changed and for which a matrix has no place after the merge. */
export function listMended(draft: Draft, mended: Project, { base, mine, theirs }: Sides): void {
  const tables: readonly TableName[] = ['rows', 'cells']
  for (const table of tables)
    for (const [id, record] of draft.tables[table]) {
      if (mended[table].has(id)) continue
      const isChanged = (side: Project) =>
        side[table].has(id) && !equal(side[table].get(id), base[table].get(id))
      if (isChanged(theirs)) draft.list({ kind: 'removed', table, id, by: 'mine', record })
      else if (isChanged(mine)) draft.list({ kind: 'removed', table, id, by: 'theirs', record })
    }
}
