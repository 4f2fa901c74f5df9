import { pointersOf } from '../document/integrity'
import type { Project } from '../document/project'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { Disagreement } from './disagreement'
import type { Fields, Side } from './merge-record'

/** The three states that are merged. */
export interface Sides {
  /** The last state that both files have in common; an empty project if it is not known. */
  readonly base: Project
  readonly mine: Project
  readonly theirs: Project
}

/** The merged project while it is being made. */
export class Draft {
  readonly tables = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, new Map<string, Fields>()]),
  ) as Record<TableName, Map<string, Fields>>
  readonly #disagreements = new Map<string, Disagreement>()

  get disagreements(): Disagreement[] {
    return [...this.#disagreements.values()]
  }

  /** The record that a project has, as fields. */
  static in(project: Project, table: TableName, id: string): Fields | undefined {
    return project[table].get(id)
  }

  project(about: Project['about']): Project {
    return { about, ...this.tables } as unknown as Project
  }

  /** The records that a record of this draft, or one that may be added to it, points to but that are not in it. */
  missing(table: TableName, record: Fields): { table: TableName; id: string }[] {
    return pointersOf(table, record as AnyRecord).filter((to) => !this.tables[to.table].has(to.id))
  }

  /**
   * Lists what is to decide: a record once for all fields that are disputed, and once for its removal. Both can be: the
   * rating that one removed stands where the other gave another.
   */
  list(disagreement: Disagreement): void {
    const key = `${disagreement.kind} ${disagreement.table} ${disagreement.id}`
    const known = this.#disagreements.get(key)
    if (known?.kind === 'changed' && disagreement.kind === 'changed') {
      const fields = [...new Set([...known.fields, ...disagreement.fields])]
      this.#disagreements.set(key, { ...known, fields })
    } else if (!known) this.#disagreements.set(key, disagreement)
  }

  /** Keeps a record that one side removed, and lists it. */
  keep(table: TableName, id: string, by: Side, record: Fields): void {
    this.tables[table].set(id, record)
    this.list({ kind: 'removed', table, id, by, record })
  }
}
