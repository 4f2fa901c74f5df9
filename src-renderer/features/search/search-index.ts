import MiniSearch, { type SearchResult } from 'minisearch'
import type { Project, Table } from '#domain/document/project'
import { foldForSearch } from '#domain/text/clean/search-fold'
import { ENTRIES, SEARCHED, type Entry, type Place, type Searched } from './documents'
import { hasPhrase, indexTerms, queryPhrases, queryTerms, signsOf } from './words'

/** A place that has all searched words. The best come first. */
export interface Hit {
  readonly place: Place
  readonly score: number
  /** The matching terms of the text, which may differ from the typed ones. */
  readonly terms: readonly string[]
}

export interface Found {
  readonly hits: readonly Hit[]
  /** Whether there were too many places to examine all of them. */
  readonly cut: boolean
}

type Matched = Omit<Hit, 'place'>

/** The places that have some terms, by their number in the index, and whether there were too many to examine. */
interface Having {
  readonly hits: ReadonlyMap<number, Matched>
  readonly cut: boolean
}

interface Indexed {
  readonly record: unknown
  readonly ids: readonly number[]
}

/** Shorter words must match exactly: too many words begin with them. */
const SHORTEST_BEGINNING = 2
/** Shorter words are not matched as misspellings. */
const SHORTEST_MISSPELT = 5

/** The most places to examine. Nobody reads all places of a word that occurs more often. */
export const LOOKED_AT = 5_000
/** The assumed frequency of a term that was not indexed as such: the beginning of a word, or a misspelling. */
const UNKNOWN = 2_000

/** An index of a project's words. Updating it reads only the records that changed. */
export class SearchIndex {
  #engine = new MiniSearch<{ id: number } & Omit<Entry, 'place'>>({
    fields: ['words', 'tags'],
    tokenize: (text) => {
      const terms = indexTerms(text)
      for (const term of terms) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1)
      return terms
    },
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
      prefix: (term) => term.length >= SHORTEST_BEGINNING,
      fuzzy: (term) => (term.length >= SHORTEST_MISSPELT ? 0.2 : false),
      maxFuzzy: 2,
      weights: { prefix: 0.5, fuzzy: 0.15 },
    },
  })
  #places = new Map<number, { readonly place: Place; readonly words: string }>()
  #indexed = Object.fromEntries(SEARCHED.map((name) => [name, new Map()])) as unknown as Record<
    Searched,
    Map<string, Indexed>
  >
  #tables: Partial<Record<Searched, Table<unknown>>> = {}
  /** How often each word has been indexed. Removals are not subtracted, because an estimate is enough. */
  #counts = new Map<string, number>()
  #next = 0

  /**
   * Updates the index to a state of the project.
   * @param mayGoOn called after each record; when it returns false, the rest waits for another call
   * @returns whether everything is indexed
   */
  update(project: Project, mayGoOn: () => boolean = () => true): boolean {
    return SEARCHED.every(
      (name) => this.#tables[name] === project[name] || this.#catchUp(project, name, mayGoOn),
    )
  }

  #catchUp<Name extends Searched>(project: Project, name: Name, mayGoOn: () => boolean): boolean {
    const table = project[name] as Table<Parameters<(typeof ENTRIES)[Name]>[0]>
    const indexed = this.#indexed[name]
    for (const [id, { ids }] of indexed) {
      if (table.has(id)) continue
      this.#forget(ids)
      indexed.delete(id)
    }
    for (const [id, record] of table) {
      const known = indexed.get(id)
      if (known?.record === record) continue
      if (!mayGoOn()) return false
      if (known) this.#forget(known.ids)
      const entries = (ENTRIES[name] as (from: typeof record) => Entry[])(record)
      indexed.set(id, { record, ids: entries.map((entry) => this.#add(entry)) })
    }
    this.#tables[name] = table
    return true
  }

  /** The number of articles of a project that are not indexed yet. */
  waiting = (project: Project): number => project.sources.size - this.#indexed.sources.size

  #add({ place, ...texts }: Entry): number {
    const id = this.#next++
    this.#engine.add({ id, ...texts })
    this.#places.set(id, { place, words: texts.words })
    return id
  }

  #forget(ids: readonly number[]): void {
    this.#engine.discardAll(ids)
    for (const id of ids) this.#places.delete(id)
  }

  /**
   * The places that have all words of the query, the best first. It searches the rarest word first and the others
   * only in its places, so that frequent words such as “the” cost next to nothing. Words in quotation marks must follow
   * one another.
   */
  find(query: string): Found {
    const phrases = queryPhrases(query)
    let found: Having | undefined
    for (const term of this.#rarestFirst(queryTerms(query))) found = this.#having(term, found)
    const hits = [...(found?.hits ?? [])].flatMap(([id, hit]) => {
      const { place, words } = this.#places.get(id)!
      return phrases.every((phrase) => hasPhrase(words, phrase)) ? [{ place, ...hit }] : []
    })
    return { hits: hits.sort((a, b) => b.score - a.score), cut: found?.cut ?? false }
  }

  /** The places that have a term, of those that were found before. In writing without spaces also within other words. */
  #having(term: string, before?: Having): Having {
    const whole = this.#search(term, before)
    const signs = this.#rarestFirst(signsOf(term))
    if (signs.length === 0) return whole
    let within = before
    for (const sign of signs) within = this.#search(sign, within)
    const others = [...within!.hits].flatMap(([id, hit]): [number, Matched][] =>
      foldForSearch(this.#places.get(id)!.words).includes(term)
        ? [[id, { ...hit, score: hit.score / signs.length }]]
        : [],
    )
    return { hits: new Map([...others, ...whole.hits]), cut: whole.cut || within!.cut }
  }

  #search(term: string, before?: Having): Having {
    let cut = before?.cut ?? false
    const looked = new Set<number>()
    const isWanted = (id: number) => {
      if (before) return before.hits.has(id)
      if (looked.size < LOOKED_AT) looked.add(id)
      else cut ||= !looked.has(id)
      return looked.has(id)
    }
    const results = this.#engine.search(term, { boostDocument: (id: number) => (isWanted(id) ? 1 : 0) })
    return {
      hits: new Map(results.map((result) => [result.id as number, joined(result, before?.hits)])),
      cut,
    }
  }

  #rarestFirst(terms: readonly string[]): string[] {
    return terms.toSorted((a, b) => this.#oftenness(a) - this.#oftenness(b))
  }

  #oftenness(term: string): number {
    return this.#counts.get(term) ?? UNKNOWN
  }
}

function joined({ id, score, terms }: SearchResult, before?: ReadonlyMap<number, Matched>): Matched {
  const earlier = before?.get(id as number)
  return { score: score + (earlier?.score ?? 0), terms: [...(earlier?.terms ?? []), ...terms] }
}
