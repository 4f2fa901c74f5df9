import type { Project } from '../document/project'
import { foldForSearch } from '../text/clean/search-fold'
import type { Twins } from './disagreement'
import type { Sides } from './draft'

/**
 * Claims of theirs that may be claims of mine: both wrote the same words, or marked the same passage. At least one of each
 * pair is new. A claim is offered once.
 */
export function twinsOf(merged: Project, { base, mine, theirs }: Sides): Twins[] {
  const twins: Twins[] = []
  const offered = new Set<string>()
  const offer = (ours: string | undefined, other: string, same: Twins['same']) => {
    if (ours === undefined || ours === other || offered.has(other)) return
    offered.add(other)
    twins.push({ mine: ours, theirs: other, same })
  }
  const isNew = ({ id }: { id: string }) => !mine.claims.has(id) && merged.claims.has(id)
  const words = new Map([...mine.claims.values()].map(({ id, text }) => [worded(text), id]))
  for (const claim of theirs.claims.values())
    if (isNew(claim) && !base.claims.has(claim.id)) offer(words.get(worded(claim.text)), claim.id, 'wording')
  const places = new Map(
    [...mine.excerpts.values()]
      .filter(({ id }) => !base.excerpts.has(id))
      .map((excerpt) => [placeOf(excerpt), excerpt.claim]),
  )
  for (const excerpt of theirs.excerpts.values())
    if (!mine.excerpts.has(excerpt.id) && merged.claims.has(excerpt.claim))
      offer(places.get(placeOf(excerpt)), excerpt.claim, 'passage')
  return twins
}

const worded = (text: string): string => foldForSearch(text).replace(/\s+/g, ' ').trim()

const placeOf = ({ source, start, end }: { source: string; start: number; end: number }): string =>
  `${source} ${start} ${end}`
