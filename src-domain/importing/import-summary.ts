import type { Change } from '../document/patch'
import { isCreation } from '../document/patch'
import type { TableName } from '../records/registry'

const NOUNS: readonly (readonly [TableName, string])[] = [
  ['maps', 'map'],
  ['claims', 'claim'],
  ['relations', 'relation'],
  ['sources', 'article'],
  ['excerpts', 'passage'],
  ['categories', 'category'],
]

/** The records that an import has added, in words: “1 map, 6 claims, 4 relations”. */
export function addedInWords(patch: readonly Change[]): string {
  const made = patch.filter(isCreation)
  return NOUNS.map(([table, noun]) => ({
    noun,
    count: made.filter((change) => change.table === table).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => `${count.toLocaleString('en')} ${count === 1 ? noun : pluralOf(noun)}`)
    .join(', ')
}

const pluralOf = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)
