import type { AnchorState } from '../records/excerpt'
import type { TextSpan } from '../text/text-span'
import { closest } from './closest'
import type { Description } from './describe'
import { Effort } from './effort'
import { ANCHORING } from './thresholds'

/** The place of a passage in a text. For a lost or ambiguous passage, start and end are those of its former place. */
export interface Match {
  readonly state: AnchorState
  readonly start: number
  readonly end: number
  /** The starts of all places that fit equally well, for an ambiguous passage. */
  readonly candidates: readonly number[]
}

/**
 * Finds a described passage in a text. It is exact if its words are at its offsets, moved if they are elsewhere and the
 * context of one place fits better than that of all others, and ambiguous if several fit alike. If the words are not
 * found, it is edited if similar words are between its neighbours, and lost otherwise: it never moves to similar words
 * elsewhere (P7). The order (offsets, quote with context, approximate) is that of Hypothesis' fuzzy anchoring (Csillag
 * 2013).
 * @param effort the work to spend; a passage for which it is not enough counts as lost
 */
export function find(text: string, passage: Description, effort = new Effort()): Match {
  const { start, end, exact } = passage
  if (text.slice(start, end) === exact) return { state: 'exact', start, end, candidates: [] }
  return findElsewhere(text, passage, undefined, effort)
}

/**
 * Finds a described passage in a text without regard to its offsets. Never `exact`.
 * @param isTaken whether the words at a place are known to be another passage
 */
export function findElsewhere(
  text: string,
  passage: Description,
  isTaken: (place: number) => boolean = () => false,
  effort = new Effort(),
): Match {
  const { start, end, exact } = passage
  const places = placesOf(text, passage, effort).filter(({ start: place }) => !isTaken(place))
  if (effort.isSpent) return { state: 'lost', start, end, candidates: [] }
  if (places.length === 0) return findEdited(text, passage, effort)
  const candidates = places.map(({ start: place }) => place)
  if (places.length > ANCHORING.mostPlaces) return { state: 'ambiguous', start, end, candidates }
  const best = places[0]!.score
  const fitting = candidates.slice(
    0,
    places.filter(({ score }) => score > best - ANCHORING.clearlyBetter).length,
  )
  const ambiguous: Match = { state: 'ambiguous', start, end, candidates: fitting }
  if (fitting.length > 1) return ambiguous
  // With hardly any context, a short or repeated quote may be another mention of the words.
  const isWeak = exact.length < ANCHORING.unmistakable || places.length > 1
  if (best < ANCHORING.leastContext && isWeak) return ambiguous
  return { state: 'moved', start: candidates[0]!, end: candidates[0]! + exact.length, candidates: [] }
}

/**
 * The places of a passage's words in a text, each with a score: the number of UTF-16 units of context that agree. The
 * best comes first; equal ones are in the order of the text. With more than `mostPlaces` places, all scores are 0.
 */
export function placesOf(
  text: string,
  passage: Description,
  effort = new Effort(),
): readonly { readonly start: number; readonly score: number }[] {
  const places = occurrences(text, passage.exact, effort)
  if (places.length > ANCHORING.mostPlaces) return places.map((start) => ({ start, score: 0 }))
  return places
    .map((start) => ({ start, score: contextScore(text, start, passage) }))
    .sort((a, b) => b.score - a.score || a.start - b.start)
}

function occurrences(text: string, exact: string, effort: Effort): number[] {
  const places: number[] = []
  for (
    let at = effort.indexOf(text, exact);
    at !== -1 && places.length <= ANCHORING.mostPlaces;
    at = effort.indexOf(text, exact, at + 1)
  ) {
    places.push(at)
  }
  return places
}

/** The number of UTF-16 units before and after a place that agree with the context of the passage. */
function contextScore(text: string, place: number, { exact, prefix, suffix }: Description): number {
  let score = 0
  for (let i = 1; i <= prefix.length && text[place - i] === prefix[prefix.length - i]; i++) score++
  const after = place + exact.length
  for (let i = 0; i < suffix.length && text[after + i] === suffix[i]; i++) score++
  return score
}

function findEdited(text: string, passage: Description, effort: Effort): Match {
  const lost: Match = { state: 'lost', start: passage.start, end: passage.end, candidates: [] }
  const window = betweenNeighbours(text, passage, effort)
  if (!window) return lost
  const match = closest(text.slice(window.start, window.end), passage.exact, effort)
  if (!match) return lost
  return { state: 'edited', start: window.start + match.start, end: window.start + match.end, candidates: [] }
}

/** The span between the text right before and right after the passage, if both are there, the first of them once. */
function betweenNeighbours(
  text: string,
  { prefix, suffix, exact }: Description,
  effort: Effort,
): TextSpan | undefined {
  const before = prefix.slice(-ANCHORING.neighbour)
  const after = suffix.slice(0, ANCHORING.neighbour)
  const first = before ? effort.indexOf(text, before) : 0
  if (first === -1 || (before && effort.indexOf(text, before, first + 1) !== -1)) return undefined
  const start = first + before.length
  const end = after ? effort.indexOf(text, after, start) : text.length
  if (effort.isSpent || end === -1 || end === start) return undefined
  if (end - start > exact.length * ANCHORING.mostGrowth + ANCHORING.neighbour) return undefined
  return { start, end }
}
