import type { Table } from './project'

/** Rows. Smaller tables are copied, because a lookup in one map is faster than in two. */
const LARGEST_COPIED = 1024
/** Changes that are kept beside a table. With more, the table is copied. */
const MOST_CHANGES = 256

/** New rows by id; null removes the row. */
export type RowChanges<Row> = ReadonlyMap<string, Row | null>

/**
 * Returns the table with the changes and leaves the given one as it is. A large table is not copied but layered:
 * copying twenty thousand rows takes longer than drawing a mark. Rows are in the order that a `Map` would have.
 */
export function tableAfter<Row>(table: Table<Row>, changes: RowChanges<Row>): Table<Row> {
  if (changes.size === 0) return table
  const before = table instanceof LayeredTable ? (table as LayeredTable<Row>) : new LayeredTable(table)
  if (table.size > LARGEST_COPIED && before.changed + changes.size <= MOST_CHANGES)
    return before.with(changes)
  const copy = new Map(table)
  for (const [id, row] of changes) {
    if (row === null) copy.delete(id)
    else copy.set(id, row)
  }
  return copy
}

/**
 * The ids of the rows that are not the same object in two tables, or in one of them alone. Of two large tables that came
 * from one by few changes, only those are looked at.
 */
export function differingIds<Row>(one: Table<Row>, other: Table<Row>): string[] {
  if (one === other) return []
  const differs = (id: string) => one.get(id) !== other.get(id)
  const [layered, over] = [layersOf(one), layersOf(other)]
  if (layered.base === over.base)
    return [...new Set([...layered.changedIds, ...over.changedIds])].filter(differs)
  return [...[...one.keys()].filter(differs), ...[...other.keys()].filter((id) => !one.has(id))]
}

/** The table that another is layered over, and the ids of what was changed since. */
const layersOf = <Row>(
  table: Table<Row>,
): { readonly base: Table<Row>; readonly changedIds: readonly string[] } =>
  table instanceof LayeredTable ? (table as LayeredTable<Row>) : { base: table, changedIds: [] }

/** A table that is not copied, and the changes made to it since. */
class LayeredTable<Row> implements Table<Row> {
  readonly size: number

  /**
   * @param over added and changed rows, in the order of the changes
   * @param gone removed ids of the base; a row that was added again is in `over` too, and comes last
   */
  constructor(
    readonly base: ReadonlyMap<string, Row>,
    private readonly over: ReadonlyMap<string, Row> = new Map(),
    private readonly gone: ReadonlySet<string> = new Set(),
  ) {
    let size = base.size - gone.size
    for (const id of over.keys()) if (!this.#inPlace(id)) size++
    this.size = size
  }

  get changed(): number {
    return this.over.size + this.gone.size
  }

  get changedIds(): readonly string[] {
    return [...this.over.keys(), ...this.gone]
  }

  with(changes: RowChanges<Row>): LayeredTable<Row> {
    const over = new Map(this.over)
    const gone = new Set(this.gone)
    for (const [id, row] of changes) {
      if (row !== null) {
        over.set(id, row)
        continue
      }
      over.delete(id)
      if (this.base.has(id)) gone.add(id)
    }
    return new LayeredTable(this.base, over, gone)
  }

  get(id: string): Row | undefined {
    const row = this.over.get(id)
    return row !== undefined || this.gone.has(id) ? row : this.base.get(id)
  }

  has(id: string): boolean {
    return this.over.has(id) || (this.base.has(id) && !this.gone.has(id))
  }

  *entries(): MapIterator<[string, Row]> {
    for (const entry of this.base) {
      const [id] = entry
      if (this.gone.has(id)) continue
      const row = this.over.get(id)
      yield row === undefined ? entry : [id, row]
    }
    for (const entry of this.over) if (!this.#inPlace(entry[0])) yield entry
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id
  }

  *values(): MapIterator<Row> {
    for (const [, row] of this.entries()) yield row
  }

  [Symbol.iterator](): MapIterator<[string, Row]> {
    return this.entries()
  }

  forEach(each: (row: Row, id: string, table: ReadonlyMap<string, Row>) => void): void {
    for (const [id, row] of this.entries()) each(row, id, this)
  }

  #inPlace(id: string): boolean {
    return this.base.has(id) && !this.gone.has(id)
  }
}
