import type { Project, Table } from '../document/project'
import { needsReview, type Excerpt } from '../records/excerpt'
import { tableAfter, type RowChanges } from '../document/table-after'

/** An index of all excerpts of a project. */
interface ExcerptIndex {
  /** Excerpts by claim, in the order of the table. */
  readonly claim: Table<readonly Excerpt[]>
  /** Excerpts by source, in text order (`inTextOrder`). */
  readonly source: Table<readonly Excerpt[]>
  /** The number of claims that rest on a source, by its id. Sources without claims have no entry. */
  readonly claims: Table<number>
  /** The number of excerpts to review. */
  readonly toReview: number
}

/** The excerpts of each claim, by the claim's id, in the order of the table. */
export const excerptsByClaim = (project: Pick<Project, 'excerpts'>): Table<readonly Excerpt[]> =>
  indexOf(project).claim

/** The excerpts of each source, by the source's id, in text order (`inTextOrder`). */
export const excerptsBySource = (project: Pick<Project, 'excerpts'>): Table<readonly Excerpt[]> =>
  indexOf(project).source

/** The number of claims that rest on a source. */
export const claimsOn = (project: Project, source: string): number => indexOf(project).claims.get(source) ?? 0

/** The number of excerpts that the analyst should review. */
export const toReview = (project: Project): number => indexOf(project).toReview

const indexes = new WeakMap<Table<Excerpt>, ExcerptIndex>()

/** The index of a table. It is built on first use, unless `carryIndex` has derived it from that of an earlier table. */
function indexOf({ excerpts }: Pick<Project, 'excerpts'>): ExcerptIndex {
  let index = indexes.get(excerpts)
  if (!index) indexes.set(excerpts, (index = built(excerpts)))
  return index
}

/** Changes. With more, building the index from the start is faster. */
const MOST_CHANGES = 200

/**
 * Derives the index of a changed table from that of the table before, so that a patch does not cost a pass over all
 * excerpts. Where that is not possible, the index is built on its next use.
 */
export function carryIndex(
  before: Table<Excerpt>,
  after: Table<Excerpt>,
  changes: RowChanges<Excerpt>,
): void {
  const index = indexes.get(before)
  const next = index && changes.size <= MOST_CHANGES ? advanced(index, before, changes) : undefined
  if (next) indexes.set(after, next)
}

function built(excerpts: Table<Excerpt>): ExcerptIndex {
  const claim = new Map<string, Excerpt[]>()
  const source = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts.values()) {
    listed(claim, excerpt.claim).push(excerpt)
    listed(source, excerpt.source).push(excerpt)
  }
  const claims = new Map<string, number>()
  for (const [id, list] of source) {
    list.sort(inTextOrder)
    claims.set(id, new Set(list.map((each) => each.claim)).size)
  }
  return { claim, source, claims, toReview: [...excerpts.values()].filter(needsReview).length }
}

function listed(lists: Map<string, Excerpt[]>, id: string): Excerpt[] {
  let list = lists.get(id)
  if (!list) lists.set(id, (list = []))
  return list
}

/** Undefined if an excerpt has moved to another claim or source: its position there is not known here. */
function advanced(
  index: ExcerptIndex,
  before: Table<Excerpt>,
  changes: RowChanges<Excerpt>,
): ExcerptIndex | undefined {
  const claim = new Changing(index.claim, [])
  const source = new Changing(index.source, [])
  const claims = new Changing(index.claims, 0)
  let review = index.toReview
  for (const [id, to] of changes) {
    const from = before.get(id)
    if (from && to && (from.claim !== to.claim || from.source !== to.source)) return undefined
    const either = to ?? from
    // Added and deleted in one patch.
    if (!either) continue
    const { claim: ofClaim, source: inSource } = either
    if (from) source.set(inSource, without(source.get(inSource), from))
    if (to) source.set(inSource, withOne(source.get(inSource), to))
    review += Number(to ? needsReview(to) : false) - Number(from ? needsReview(from) : false)
    const others = claim.get(ofClaim)
    const siblings = others.some((each) => each.id !== id && each.source === inSource)
    if (!siblings)
      claims.set(inSource, claims.get(inSource) + Number(to !== null) - Number(from !== undefined))
    claim.set(ofClaim, replaced(others, from, to))
  }
  return { claim: claim.done(), source: source.done(), claims: claims.done(), toReview: review }
}

const replaced = (list: readonly Excerpt[], from: Excerpt | undefined, to: Excerpt | null) =>
  from === undefined
    ? [...list, to!]
    : to
      ? list.map((each) => (each.id === to.id ? to : each))
      : list.filter((each) => each.id !== from.id)

const without = (list: readonly Excerpt[], excerpt: Excerpt) => list.toSpliced(placeIn(list, excerpt), 1)

const withOne = (list: readonly Excerpt[], excerpt: Excerpt) =>
  list.toSpliced(placeIn(list, excerpt), 0, excerpt)

/** Compares two excerpts of one text by start, then the longer first, then by id, so that the order is total. */
export const inTextOrder = (a: Excerpt, b: Excerpt): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : Number(a.id > b.id))

/** The index of an excerpt in a list in text order, or the index at which to insert it. */
function placeIn(list: readonly Excerpt[], excerpt: Excerpt): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (inTextOrder(list[middle]!, excerpt) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** A table with pending changes. A row that is set to a value like `none` is removed. */
class Changing<Value> {
  #changes = new Map<string, Value | null>()

  constructor(
    private readonly table: Table<Value>,
    private readonly none: Value & { readonly length?: number },
  ) {}

  get(id: string): Value {
    const changed = this.#changes.get(id)
    return (changed === undefined ? this.table.get(id) : changed) ?? this.none
  }

  set(id: string, value: Value): void {
    const isNone = Array.isArray(value) ? value.length === 0 : value === this.none
    this.#changes.set(id, isNone ? null : value)
  }

  done(): Table<Value> {
    return tableAfter(this.table, this.#changes)
  }
}
