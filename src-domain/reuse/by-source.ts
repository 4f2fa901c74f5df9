import type { SharedText } from './find'

/** The pairs of each source that shares text, by its id. */
export function pairsBySource(shared: Iterable<SharedText>): ReadonlyMap<string, readonly SharedText[]> {
  const pairs = new Map<string, SharedText[]>()
  for (const pair of shared) {
    for (const id of [pair.one, pair.other]) {
      const known = pairs.get(id)
      if (known) known.push(pair)
      else pairs.set(id, [pair])
    }
  }
  return pairs
}
