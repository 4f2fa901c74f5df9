import { quotedArticle } from '../commands/project/quoted-article'
import { foreignOf } from '../document/origins'
import type { Env, Project } from '../document/project'
import type { Category } from '../records/category'
import type { AnyRecord, TableName } from '../records/registry'
import type { Source } from '../records/source'
import { elementOf, PAIRED, type PairedTable, type Pairs } from './pair-elements'

/** Two states of a file, each as the project that a reader makes of it. */
export interface FileStates {
  readonly earlier: Project
  readonly later: Project
}

/** The ids in a project by table and id in a state of a file, as in `claims 0f-a1`. */
type Ids = Map<string, string>

/**
 * Gives the records of two states of a file the ids that they have in a project: those of the records that stand for the
 * same elements, and new ones for the others.
 */
export class NewIds {
  readonly earlier: Ids = new Map()
  readonly later: Ids = new Map()
  /** Categories that the files use, by the ids of the project: in the project or new. */
  readonly categories = new Map<string, { readonly record: Category; readonly isLater: boolean }>()
  /** Elements that the analyst has merged into another one. */
  readonly joined = new Set<string>()
  readonly #taken = new Set<string>()

  constructor(
    private readonly mine: Project,
    private readonly origin: string,
    private readonly states: FileStates,
    private readonly pairs: Pairs,
    private readonly env: Env,
  ) {
    for (const [ids, { origins }] of [
      [this.earlier, states.earlier],
      [this.later, states.later],
    ] as const)
      for (const id of origins.keys()) ids.set(`origins ${id}`, origin)
    this.#nameCategories()
    for (const table of PAIRED) this.#name(table)
  }

  #nameCategories(): void {
    const byName = new Map([...this.mine.categories.values()].map((each) => [each.name, each]))
    for (const side of ['earlier', 'later'] as const) {
      for (const category of this.states[side].categories.values()) {
        const known = byName.get(category.name) ?? { ...category, id: this.#free('categories', category.id) }
        byName.set(category.name, known)
        this[side].set(`categories ${category.id}`, known.id)
        if (!this.categories.has(known.id))
          this.categories.set(known.id, { record: known, isLater: side === 'later' })
      }
    }
  }

  #name(table: PairedTable): void {
    const here = this.#elementsHere(table)
    const used = new Set<string>()
    const paired = new Set<string>()
    for (const row of this.states.earlier[table].values()) {
      const id = here.get(elementOf(row)) ?? this.#free(table, row.id)
      this.earlier.set(`${table} ${row.id}`, id)
      if (used.has(id)) this.joined.add(`${table} ${row.id}`)
      used.add(id)
      const now = this.pairs.get(table)?.get(row.id)
      if (!now) continue
      this.later.set(`${table} ${now.id}`, id)
      paired.add(now.id)
    }
    for (const row of this.states.later[table].values()) {
      if (paired.has(row.id)) continue
      const twin = table === 'sources' ? this.#articleOf(row as Source) : undefined
      this.later.set(`${table} ${row.id}`, twin ?? this.#free(table, row.id))
    }
  }

  /** The article of the project with the same text, or from which these quotes come. */
  #articleOf(source: Source): string | undefined {
    const same = [...this.mine.sources.values()].find(({ text }) => text === source.text)
    return same?.id ?? quotedArticle(this.mine, source)
  }

  /** The ids of the records that stand for elements of the file. */
  #elementsHere(table: PairedTable): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    const rows: ReadonlyMap<string, AnyRecord> = this.mine[table]
    for (const row of rows.values()) {
      for (const { origin, id, part = 1 } of foreignOf(row)) {
        const key = JSON.stringify([id, part])
        if (origin === this.origin && !found.has(key)) found.set(key, row.id)
      }
    }
    return found
  }

  #free(table: TableName, wanted: string): string {
    const isFree = !this.mine[table].has(wanted) && !this.#taken.has(`${table} ${wanted}`)
    const id = isFree ? wanted : this.env.newId()
    this.#taken.add(`${table} ${id}`)
    return id
  }
}
