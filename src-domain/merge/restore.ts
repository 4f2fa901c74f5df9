import { pointersOf } from '../document/integrity'
import type { Project } from '../document/project'
import { TABLE_NAMES, type TableName } from '../records/registry'
import { Draft, type Sides } from './draft'
import { other } from './merge-tables'
import { unitsIn, type Fields, type Side } from './merge-record'

interface Kept {
  readonly table: TableName
  readonly id: string
  /** The side that removed it. */
  readonly by: Side
}

/**
 * Brings back what was removed on one side but is used on the other, and, with each record that is kept so, what went
 * with it: the passages of a claim, its cards and its relations. A merge must not leave a kept claim without its
 * evidence. What the other choice of a disagreement needs comes back too, so that it can be taken.
 */
export function restore(draft: Draft, sides: Sides): void {
  const queue: Kept[] = draft.disagreements.flatMap((each) =>
    each.kind === 'removed' ? [{ table: each.table, id: each.id, by: each.by }] : [],
  )
  const dependents = { mine: new Dependents(sides.mine), theirs: new Dependents(sides.theirs) }
  const need = (table: TableName, record: Fields) => {
    for (const to of draft.missing(table, record)) {
      const by: Side = sides.mine[to.table].has(to.id) ? 'theirs' : 'mine'
      const found = Draft.in(sides[other(by)], to.table, to.id)
      if (!found) continue
      draft.keep(to.table, to.id, by, found)
      queue.push({ ...to, by })
      need(to.table, found)
    }
  }
  for (const table of TABLE_NAMES) for (const record of draft.tables[table].values()) need(table, record)
  for (const each of draft.disagreements) {
    if (each.kind !== 'changed' || each.table === 'about') continue
    const kept = draft.tables[each.table].get(each.id)
    need(each.table, { ...kept, ...unitsIn(each.table, each.theirs, each.fields) })
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { table, id, by } = next
    for (const hanging of dependents[other(by)].of(table, id)) {
      if (draft.tables[hanging.table].has(hanging.id)) continue
      const record = Draft.in(sides[other(by)], hanging.table, hanging.id)!
      if (draft.missing(hanging.table, record).length > 0) continue
      draft.tables[hanging.table].set(hanging.id, record)
      queue.push({ ...hanging, by })
    }
  }
}

/** The records of a project that point to a record. Made when first asked for. */
class Dependents {
  #by: Map<string, { table: TableName; id: string }[]> | undefined

  constructor(private readonly project: Project) {}

  of(table: TableName, id: string): readonly { table: TableName; id: string }[] {
    this.#by ??= this.#index()
    return this.#by.get(`${table} ${id}`) ?? []
  }

  #index(): Map<string, { table: TableName; id: string }[]> {
    const by = new Map<string, { table: TableName; id: string }[]>()
    for (const table of TABLE_NAMES)
      for (const record of this.project[table].values())
        for (const to of pointersOf(table, record)) {
          const key = `${to.table} ${to.id}`
          const known = by.get(key)
          if (known) known.push({ table, id: record.id })
          else by.set(key, [{ table, id: record.id }])
        }
    return by
  }
}
