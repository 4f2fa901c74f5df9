import { foreignOf } from '../../../document/origins'
import type { Excerpt } from '../../../records/excerpt'
import { isObject } from '../../../records/record'
import type { Correspondences } from '../correspondence'
import { idOf, textIn } from '../json-fields'
import { isFound, quotesIn, resourceOf } from './sadface-nodes'

type Raw = Record<string, unknown>

/** What changed since a SADFace document came in its resources, and in the sources of its atoms. */
export class SourcesAgain {
  readonly #resources = new Map<string, string>()
  readonly #quoteThen
  readonly #quoteNow
  readonly #of

  constructor(private readonly records: Correspondences) {
    const { now, then } = records
    for (const source of now.sources.values())
      this.#resources.set(source.id, records.elementsOf(source)[0] ?? source.id)
    this.#quoteNow = quotesIn(now, (source) => this.#resources.get(source) ?? source)
    this.#quoteThen = quotesIn(then, (source) => elementOf(then.sources.get(source)))
    this.#of = records.of('excerpts')
  }

  /** The field `sources` of an atom if its passages changed. */
  field(raw: Raw, atom: string, claim: string): { sources?: unknown[] } {
    const given = Array.isArray(raw['sources']) ? (raw['sources'] as unknown[]) : []
    const entries = [...given]
    for (const { id, then, now } of this.#of) {
      if (id !== atom) continue
      const at = this.#entryOf(entries, then)
      if (at < 0) continue
      if (!now) entries.splice(at, 1)
      else if (this.#isElsewhere(then, now)) entries[at] = { ...(entries[at] as Raw), ...this.#quoteNow(now) }
    }
    const added = this.records
      .added('excerpts')
      .filter((excerpt) => excerpt.claim === claim && isFound(excerpt))
      .map(this.#quoteNow)
    const all = [...entries, ...added]
    const isSame = all.length === given.length && all.every((each, at) => each === given[at])
    return isSame ? {} : { sources: all }
  }

  /** The passages of a new atom. */
  quotes = (excerpt: Excerpt) => this.#quoteNow(excerpt)

  /** The resources: those whose article changed with what changed, and new ones. */
  resources(given: readonly unknown[]): unknown[] {
    const changed = new Map(
      this.records.of('sources').flatMap(({ id, then, now }) => {
        if (!now) return []
        const [before, after] = [resourceOf(then), resourceOf(now)]
        const fields = Object.entries(after.metadata).filter(
          ([key, value]) => value !== before.metadata[key as keyof typeof before.metadata],
        )
        const content = before.content === after.content ? {} : { content: after.content }
        return [[id, { content, metadata: Object.fromEntries(fields) }] as const]
      }),
    )
    const kept = given.map((raw) => {
      const found = isObject(raw) ? changed.get(idOf(raw['id'])) : undefined
      if (!isObject(raw) || !found) return raw
      const own = isObject(raw['metadata']) ? raw['metadata'] : {}
      const metadata =
        Object.keys(found.metadata).length > 0 ? { metadata: withHead(own, found.metadata) } : {}
      return { ...raw, ...found.content, ...metadata }
    })
    return [...kept, ...this.records.added('sources').map(resourceOf)]
  }

  #isElsewhere(then: Excerpt, now: Excerpt): boolean {
    if (!isFound(now)) return false
    const [before, after] = [this.#quoteThen(then), this.#quoteNow(now)]
    return JSON.stringify(before) !== JSON.stringify(after)
  }

  /** Where among the sources of an atom a passage is: by its words, else by its place. */
  #entryOf(entries: readonly unknown[], then: Excerpt): number {
    const { resource_id, text, offset } = this.#quoteThen(then)
    const own = (raw: unknown): raw is Raw => isObject(raw) && idOf(raw['resource_id']) === resource_id
    const words = entries.findIndex((raw) => own(raw) && textIn(raw['text']).replace(/\r\n?/g, '\n') === text)
    return words >= 0 ? words : entries.findIndex((raw) => own(raw) && raw['offset'] === offset)
  }
}

const elementOf = (record: Parameters<typeof foreignOf>[0] | undefined): string =>
  (record && foreignOf(record)[0]?.id) ?? ''

/** Metadata with fields set in its core, if it has one. */
const withHead = (metadata: Raw, fields: Raw): Raw =>
  isObject(metadata['core'])
    ? { ...metadata, core: { ...metadata['core'], ...fields } }
    : { ...metadata, ...fields }
