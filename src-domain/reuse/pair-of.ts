import type { Source } from '../records/source'
import { findSharedText, type SharedText } from './find'
import type { SourceGroups } from './independence'
import { sourceWords } from './source-words'

/**
 * What two sources share. Of many articles that have one text, each is paired with one other only; so two that count as
 * one source are compared with each other if they are no pair.
 * @param known the pairs that were found among all sources; those of one of the two are enough
 */
export function pairOf(
  one: Source,
  other: Source,
  known: Iterable<SharedText>,
  groups: SourceGroups,
): SharedText | undefined {
  for (const pair of known) {
    const ids = [pair.one, pair.other]
    if (ids.includes(one.id) && ids.includes(other.id)) return pair
  }
  const group = groups.get(one.id)
  if (group === undefined || group !== groups.get(other.id)) return undefined
  return findSharedText(new Map([one, other].map((source) => [source.id, sourceWords(source).hashes])))[0]
}
