import { placesOf } from '../anchoring/find'
import type { Project } from '../document/project'
import { needsReview, type AnchorState, type Excerpt } from '../records/excerpt'
import { sourcesInOrder, type Source } from '../records/source'
import type { ChangeFlag } from './change-flags'
import { inSentence, type InSentence } from './sentence-at'
import { rewordedPlaces, sentenceIndex, type SentenceIndex } from './reworded'
import { markedSentence, sentenceChange } from './sentence-change'
import type { WordEdit } from './word-edits'

/** A place in a text with its sentence. */
export interface ReviewPlace {
  readonly start: number
  readonly end: number
  readonly sentence: InSentence
}

/** A passage that the analyst should review. */
export interface ReviewItem {
  readonly excerpt: string
  readonly claim: string
  readonly source: string
  readonly state: Exclude<AnchorState, 'exact'>
  /** The sentence as it was when the passage was marked, as far as its context reaches. */
  readonly was: InSentence
  /** The current place of a moved or edited passage. */
  readonly now?: ReviewPlace
  /** From the old sentence to the new one; empty for a passage without a place. */
  readonly edits: readonly WordEdit[]
  /** Changes in the sentence that may change its meaning. */
  readonly flags: readonly ChangeFlag[]
  /**
   * The places of the words of an ambiguous or lost passage, the likeliest first. If a lost one has none, sentences that
   * may be its rewording.
   */
  readonly candidates: readonly ReviewPlace[]
}

/** The most places that are offered: nobody can choose among more. */
const CANDIDATES = 20

/** Every passage that is not exact, by source in the order of the library, then in the order of the text. */
export function reviewList(project: Project): ReviewItem[] {
  const order = new Map(sourcesInOrder(project.sources.values()).map(({ id }, at) => [id, at]))
  return [...project.excerpts.values()]
    .filter(needsReview)
    .sort(
      (a, b) => order.get(a.source)! - order.get(b.source)! || a.start - b.start || (a.id < b.id ? -1 : 1),
    )
    .flatMap((excerpt) => {
      const source = project.sources.get(excerpt.source)
      return source ? [itemOf(excerpt, source)] : []
    })
}

const known = new WeakMap<Excerpt, { readonly source: Source; readonly item: ReviewItem }>()

/** The item of an excerpt. Cached for each excerpt and source, because the list is computed after every command. */
function itemOf(excerpt: Excerpt, source: Source): ReviewItem {
  const before = known.get(excerpt)
  if (before?.source.text === source.text) return before.item
  const item = reviewed(excerpt, source)
  known.set(excerpt, { source, item })
  return item
}

const indexes = new WeakMap<Source, SentenceIndex>()

function indexOf(source: Source): SentenceIndex {
  const index = indexes.get(source) ?? sentenceIndex(source.text)
  indexes.set(source, index)
  return index
}

function reviewed(excerpt: Excerpt, article: Source): ReviewItem {
  const { text } = article
  const { id, claim, source, start, end, exact, anchor } = excerpt
  if (anchor === 'exact') throw new Error('an exact passage needs no review')
  const common = { excerpt: id, claim, source, state: anchor }
  const place = (from: number, to: number): ReviewPlace => ({
    start: from,
    end: to,
    sentence: inSentence(text, from, to),
  })
  if (anchor === 'moved' || anchor === 'edited') {
    const { edits, flags } = sentenceChange(excerpt, text, { start, end })
    return { ...common, was: markedSentence(excerpt), now: place(start, end), edits, flags, candidates: [] }
  }
  const same = placesOf(text, excerpt)
    .slice(0, CANDIDATES)
    .map((found) => place(found.start, found.start + exact.length))
  const candidates =
    same.length > 0
      ? same
      : rewordedPlaces(indexOf(article), exact).map((found) => place(found.start, found.end))
  return { ...common, was: markedSentence(excerpt), edits: [], flags: [], candidates }
}
