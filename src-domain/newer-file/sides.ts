import { foundIn } from '../commands/project/quoted-article'
import { repoint } from '../commands/project/repoint'
import { joinedForeign, withForeign } from '../document/origins'
import type { Env, Project } from '../document/project'
import type { Sides } from '../merge/draft'
import { part } from '../merge/merge-record'
import { TEXT } from '../merge/units'
import type { Excerpt } from '../records/excerpt'
import type { Origin } from '../records/origin'
import type { Placement } from '../records/placement'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { Relation } from '../records/relation'
import { QUOTES, type Source } from '../records/source'
import { NewIds, type FileStates } from './new-ids'
import { PAIRED, pairElements, type PairedTable } from './pair-elements'

/** Formats that say where cards are. In others a layout places them, and the places of the analyst stay. */
const HAS_PLACES = /^(?:aif\/ova|canvas|qdpx)/

/** Whether a file of this format says where cards are. */
export const hasPlaces = ({ format }: Pick<Origin, 'format'>): boolean => HAS_PLACES.test(format)

/**
 * The three states between which the merge of a newer file decides, all under the ids of the project: the file's
 * elements as they came, the project, and the elements of the newer file. What only the project has is in `mine` alone.
 * @param origin the file in the project, of which `states` are an earlier and a later one
 */
export function sidesOf(mine: Project, origin: Origin, states: FileStates, env: Env): Sides {
  const sides = new SidesDraft(mine, origin, states, env)
  for (const table of PAIRED) sides.add(table)
  return sides.sides()
}

type Rows = Map<string, AnyRecord>

class SidesDraft {
  readonly #base = emptyTables()
  readonly #theirs = emptyTables()
  readonly #pairs
  readonly #ids
  readonly #now: string
  readonly #hasPlaces: boolean

  constructor(
    private readonly mine: Project,
    private readonly origin: Origin,
    private readonly states: FileStates,
    env: Env,
  ) {
    const { earlier, later } = states
    this.#pairs = pairElements(origin.format, earlier, later)
    this.#ids = new NewIds(mine, origin.id, states, this.#pairs, env)
    this.#now = env.now()
    this.#hasPlaces = hasPlaces(origin)
    this.#base.origins.set(origin.id, origin)
    for (const now of later.origins.values()) this.#theirs.origins.set(origin.id, { ...now, id: origin.id })
    for (const [id, { record, isLater }] of this.#ids.categories) {
      if (mine.categories.has(id) || !isLater) this.#base.categories.set(id, record)
      this.#theirs.categories.set(id, record)
    }
  }

  add(table: PairedTable): void {
    const paired = new Set<string>()
    for (const was of this.states.earlier[table].values()) {
      const is = this.#pairs.get(table)?.get(was.id)
      if (is) paired.add(is.id)
      this.#addKnown(table, was, is)
    }
    for (const is of this.states.later[table].values()) if (!paired.has(is.id)) this.#addNew(table, is)
  }

  sides(): Sides {
    const project = (tables: Record<TableName, Rows>): Project =>
      ({ about: this.mine.about, ...tables }) as unknown as Project
    return { base: project(this.#base), mine: this.mine, theirs: project(this.#theirs) }
  }

  /** An element of the earlier state, with what it is in the later one; undefined if it went. */
  #addKnown(table: PairedTable, was: AnyRecord, is: AnyRecord | undefined): void {
    const before = this.#settled(table, was, 'earlier')
    const own = this.#own(table, before.id)
    if (this.#isOnRemovedMap(table, before)) return
    if (table === 'sources' && own && isQuotes(was) && !isQuotes(own)) {
      // Its passages have their places in the article that is here.
      this.#base.sources.set(own.id, own)
      this.#theirs.sources.set(own.id, own)
      return
    }
    // An element that was merged into another has a record again only if it changed.
    if (this.#ids.joined.has(`${table} ${was.id}`)) return
    const now = is && this.#settled(table, is, 'later', before)
    const base = asHere(table, before, own, this.#hasPlaces)
    this.#base[table].set(base.id, base)
    // An article may be used elsewhere, so it stays.
    const stays = table === 'sources' && !isQuotes(was)
    if (now)
      this.#theirs[table].set(
        base.id,
        asHere(table, this.#version(table, now, base, own), own, this.#hasPlaces),
      )
    else if (stays) this.#theirs[table].set(base.id, base)
  }

  /** An element that only the later state has. */
  #addNew(table: PairedTable, is: AnyRecord): void {
    const now = this.#settled(table, is, 'later')
    const own = this.#own(table, now.id)
    if (own) {
      this.#base[table].set(own.id, own)
      this.#theirs[table].set(own.id, withForeign(own, joinedForeign([own, now])))
    } else if (!this.#isOnRemovedMap(table, now)) this.#theirs[table].set(now.id, now)
  }

  #own = (table: TableName, id: string): AnyRecord | undefined => this.mine[table].get(id)

  #isOnRemovedMap(table: PairedTable, row: AnyRecord): boolean {
    if (table !== 'placements' && table !== 'groups') return false
    const { map } = row as Placement
    return this.#base.maps.has(map) && !this.mine.maps.has(map)
  }

  /**
   * The record under the ids of the project. Where its file says no time, it has that of its import.
   * @param before the same element in the earlier state
   */
  #settled(table: PairedTable, row: AnyRecord, side: keyof FileStates, before?: AnyRecord): AnyRecord {
    const id = this.#ids[side].get(`${table} ${row.id}`) ?? row.id
    const [read] = this.states[side].origins.values()
    const imported = side === 'earlier' ? this.origin.added : this.#now
    const times = TIMES.filter((field) => read && row[field] === read.added)
    const timed = {
      ...row,
      ...Object.fromEntries(times.map((field) => [field, before?.[field] ?? imported])),
    }
    const pointed = { ...repoint(table, timed as AnyRecord, this.#ids[side]), id } as AnyRecord
    if (table === 'relations') {
      const relation = pointed as Relation
      return { ...relation, premises: [...new Set(relation.premises)] }
    }
    return table === 'excerpts' ? this.#inArticle(pointed as Excerpt) : pointed
  }

  /** A passage of a source of quotes whose article is here: its place there. */
  #inArticle(excerpt: Excerpt): Excerpt {
    const own = this.#own('sources', excerpt.source) as Source | undefined
    return own && own.text === this.#base.sources.get(own.id)?.['text'] && !isQuotes(own)
      ? foundIn(this.mine, excerpt)
      : excerpt
  }

  /** A source whose text is another one in the newer file keeps its previous text, as with any new version. */
  #version(table: PairedTable, now: AnyRecord, base: AnyRecord, own: AnyRecord | undefined): AnyRecord {
    if (table !== 'sources') return now
    const [is, was] = [now as Source, base as Source]
    if (is.text === was.text) return { ...is, ...part(was, TEXT) } as Source
    const { originalText, fileName, previousTexts } = (own ?? was) as Source
    const replaced = { replaced: this.#now, fileName, originalText }
    return isQuotes(now) ? is : { ...is, previousTexts: [...previousTexts, replaced] }
  }
}

const emptyTables = () =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, new Map<string, AnyRecord>()])) as Record<
    TableName,
    Rows
  >

const isQuotes = (row: AnyRecord): boolean => (row as Source).kind === QUOTES

/** Fields that an import fills with its time where the file says none. */
const TIMES = ['created', 'added'] as const

/** A record of a file with what only the project says of it: who made it, and its place if the file has none. */
function asHere(
  table: PairedTable,
  row: AnyRecord,
  own: AnyRecord | undefined,
  hasPlaces: boolean,
): AnyRecord {
  if (!own) return row
  const by = own['by'] === undefined ? {} : { by: own['by'] }
  const place = table === 'placements' && !hasPlaces ? part(own, { fields: ['x', 'y'] }) : {}
  const isSameText = table === 'sources' && (own as Source).text === (row as Source).text
  return { ...row, ...by, ...place, ...(isSameText && part(own, TEXT)) } as AnyRecord
}
