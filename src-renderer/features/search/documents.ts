import type { Project } from '#domain/document/project'
import type { Records } from '#domain/records/registry'

/** The place of some text: a record, and a part of it. */
export type Place =
  | { readonly kind: 'claim' | 'claim-note' | 'excerpt' | 'relation-note' | 'source'; readonly id: string }
  | { readonly kind: 'block'; readonly id: string; readonly block: number }

/** The indexed text of a place. */
export interface Entry {
  readonly place: Place
  readonly words: string
  readonly tags?: string
}

/** The tables to search, those that are indexed quickly first. */
export const SEARCHED = ['claims', 'excerpts', 'relations', 'sources'] as const

export type Searched = (typeof SEARCHED)[number]

/** The entries of each kind of record. An article has one for its details and one for each block. */
export const ENTRIES: { readonly [Name in Searched]: (record: Records[Name]) => Entry[] } = {
  claims: ({ id, text, tags, note, by }) => [
    { place: { kind: 'claim', id }, words: text, tags: [...tags, by?.initials].join('\n') },
    ...(note.trim() ? [{ place: { kind: 'claim-note', id } as const, words: note }] : []),
  ],
  excerpts: ({ id, exact, by }) => [
    { place: { kind: 'excerpt', id }, words: exact, tags: by?.initials ?? '' },
  ],
  relations: ({ id, note, by }) =>
    note?.trim() ? [{ place: { kind: 'relation-note', id }, words: note, tags: by?.initials ?? '' }] : [],
  sources: (source) => [
    { place: { kind: 'source', id: source.id }, words: sourceWords(source) },
    ...source.blocks.map((block, index) => ({
      place: { kind: 'block' as const, id: source.id, block: index },
      words: source.text.slice(block.start, block.end),
    })),
  ],
}

const sourceWords = ({ title, authors, publisher, published }: Records['sources']): string =>
  [title, ...authors, publisher, published].join('\n')

/** Whether a place is in a block that is set aside from the reading flow. */
export const isAside = (project: Project, place: Place): boolean =>
  place.kind === 'block' && project.sources.get(place.id)?.blocks[place.block]?.aside !== undefined
