import { aboutConflict, withFields } from './about'
import {
  excerptFault,
  groupFault,
  placedTwice,
  pointersOf,
  relationFault,
  sourceFault,
  undercutsItself,
} from './integrity'
import { matrixFault } from './matrix-rules'
import { same, type Patch, type RecordChange } from './patch'
import type { LineageEntry } from './lineage-schema'
import type { About, Project } from './project'
import type { Excerpt } from '../records/excerpt'
import type { Group } from '../records/group'
import type { Matrix } from '../records/matrix'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { Placement } from '../records/placement'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { Relation } from '../records/relation'
import type { Source } from '../records/source'

/** The result of a patch: the patch that reverts it, or the reason why nothing was applied, as a clause. */
export type Acceptance =
  { readonly undo: Patch } | { readonly conflict: string } | { readonly broken: string }

type Row = { readonly table: TableName; readonly id: string }

const keyOf = ({ table, id }: Row): string => `${table} ${id}`

/**
 * A project that is changed in place, so that the host can check patches quickly: the cost of a patch depends on the
 * records that it changes, not on the size of the project. It accepts a patch if `applyPatch` applies it and
 * `brokenRules` finds no fault in the result. The project it starts from must keep all rules.
 */
export class CheckedProject {
  #about: About
  readonly #tables = new Map<TableName, Map<string, AnyRecord>>()
  /** The records that point to a record, by the key of the latter. */
  readonly #referrers = new Map<string, Map<string, Row>>()

  constructor(project: Project) {
    this.#about = project.about
    for (const table of TABLE_NAMES) {
      const rows = new Map<string, AnyRecord>(project[table])
      this.#tables.set(table, rows)
      for (const record of rows.values()) this.#point(table, record)
    }
  }

  get about(): About {
    return this.#about
  }

  /** Sets the states before the next one of the file. */
  set lineage(lineage: readonly LineageEntry[]) {
    this.#about = { ...this.#about, lineage: [...lineage] }
  }

  /** A copy of the current project, which later patches do not change. Copies every table. */
  project(): Project {
    const copies = TABLE_NAMES.map((table) => [table, new Map(this.#rows(table))])
    return { ...Object.fromEntries(copies), about: this.#about } as Project
  }

  /** Applies all of a patch or nothing. `about` has the revision and time to store with it. */
  accept(patch: Patch, about: Pick<About, 'revision' | 'modified'>): Acceptance {
    const before = this.#about
    const done: RecordChange[] = []
    const fail = <Reason>(reason: Reason): Reason => {
      this.#revert(done, before)
      return reason
    }
    for (const change of patch) {
      if (change.table === 'about') {
        const conflict = aboutConflict(this.#about, change)
        if (conflict !== undefined) return fail({ conflict })
        this.#about = withFields(this.#about, change.to)
      } else {
        if (!same(change.table, this.#rows(change.table).get(change.id) ?? null, change.from))
          return fail({ conflict: `a record of ${change.table} was changed in the meantime` })
        this.#put(change.table, change.id, change.to)
        done.push(change)
      }
    }
    for (const change of done) {
      const broken = this.#fault(change)
      if (broken) return fail({ broken })
    }
    this.#about = { ...this.#about, ...about }
    return {
      undo: [...done]
        .reverse()
        .map(({ from, to, ...row }) => ({ ...row, from: to, to: from }) as RecordChange),
    }
  }

  /** Reverts the last accepted patch. */
  revert(undo: Patch, about: About): void {
    for (const change of undo) if (change.table !== 'about') this.#put(change.table, change.id, change.to)
    this.#about = about
  }

  #revert(done: readonly RecordChange[], about: About): void {
    for (const { table, id, from } of [...done].reverse()) this.#put(table, id, from)
    this.#about = about
  }

  #rows(table: TableName): Map<string, AnyRecord> {
    return this.#tables.get(table)!
  }

  #has = ({ table, id }: Row): boolean => this.#rows(table).has(id)

  #put(table: TableName, id: string, record: AnyRecord | null): void {
    const rows = this.#rows(table)
    const before = rows.get(id)
    if (before) {
      for (const pointer of pointersOf(table, before))
        this.#referrers.get(keyOf(pointer))?.delete(keyOf({ table, id }))
    }
    if (record === null) rows.delete(id)
    else {
      rows.set(id, record)
      this.#point(table, record)
    }
  }

  #point(table: TableName, record: AnyRecord): void {
    const row = { table, id: record.id }
    for (const pointer of pointersOf(table, record)) {
      const key = keyOf(pointer)
      const rows = this.#referrers.get(key)
      if (rows) rows.set(keyOf(row), row)
      else this.#referrers.set(key, new Map([[keyOf(row), row]]))
    }
  }

  #referrersOf(row: Row, table: TableName): AnyRecord[] {
    return [...(this.#referrers.get(keyOf(row))?.values() ?? [])]
      .filter((referrer) => referrer.table === table)
      .map(({ id }) => this.#rows(table).get(id)!)
  }

  /** The fault of a changed record or of a record that points to it; undefined if there is none. */
  #fault({ table, id }: Row): string | undefined {
    const record = this.#rows(table).get(id)
    if (!record) {
      const [referrer] = this.#referrers.get(keyOf({ table, id }))?.values() ?? []
      if (!referrer) return undefined
      const pointers = pointersOf(referrer.table, this.#rows(referrer.table).get(referrer.id)!)
      return pointers.find((pointer) => pointer.table === table && pointer.id === id)?.broken
    }
    const dangling = pointersOf(table, record).find((pointer) => !this.#has(pointer))
    return dangling?.broken ?? this.#ownFault(table, record)
  }

  #ownFault(table: TableName, record: AnyRecord): string | undefined {
    switch (table) {
      case 'sources': {
        const source = record as Source
        const excerpts = this.#referrersOf({ table, id: source.id }, 'excerpts') as Excerpt[]
        return sourceFault(source) ?? firstOf(excerpts, (excerpt) => excerptFault(excerpt, source))
      }
      case 'excerpts': {
        const excerpt = record as Excerpt
        return excerptFault(excerpt, this.#rows('sources').get(excerpt.source) as Source | undefined)
      }
      case 'relations': {
        const relation = record as Relation
        const relations = this.#rows('relations') as Map<string, Relation>
        const fault =
          relationFault(relation) ?? (undercutsItself({ relations }, relation) ? 'attacks itself' : '')
        return fault ? `the relation ${relation.id} ${fault}` : undefined
      }
      case 'groups': {
        const members = this.#referrersOf({ table, id: record.id }, 'placements') as Placement[]
        return firstOf(members, (placement) => groupFault(placement, record as Group))
      }
      case 'placements': {
        const placement = record as Placement
        const { map, claim, group } = placement
        const misplaced = groupFault(placement, this.#rows('groups').get(group) as Group | undefined)
        if (misplaced) return misplaced
        const beside = this.#referrersOf({ table: 'claims', id: claim }, 'placements') as Placement[]
        return beside.filter((other) => other.map === map).length > 1 ? placedTwice(record.id) : undefined
      }
      case 'matrices':
        return this.#matrixFault(record.id)
      case 'rows':
        return this.#matrixFault((record as MatrixRow).matrix)
      case 'cells': {
        const row = this.#rows('rows').get((record as MatrixCell).row) as MatrixRow | undefined
        return row && this.#matrixFault(row.matrix)
      }
      default:
        return undefined
    }
  }

  #matrixFault(id: string): string | undefined {
    const matrix = this.#rows('matrices').get(id) as Matrix | undefined
    const rows = this.#referrersOf({ table: 'matrices', id }, 'rows') as MatrixRow[]
    const cellsOf = (row: MatrixRow) =>
      this.#referrersOf({ table: 'rows', id: row.id }, 'cells') as MatrixCell[]
    return matrix && matrixFault(matrix, rows, cellsOf)
  }
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
