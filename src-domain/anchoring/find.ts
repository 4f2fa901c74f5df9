import type { AnchorState } from '../records/excerpt'
import { closest } from './closest'
import type { Description } from './describe'

/** Where a passage stands now. For a lost or ambiguous one, start and end are where it stood. */
export interface Found {
  readonly state: AnchorState
  readonly start: number
  readonly end: number
  /** Starts of all places that fit equally well, when it is ambiguous. */
  readonly candidates: readonly number[]
}

/**
 * Finds a described passage in a text. Its own words at its own place are exact. Its words elsewhere count as moved only
 * where one place fits what stood around them better than all others; as ambiguous where several fit alike. Words that
 * are nowhere may stand edited between the same neighbours; a passage whose words and neighbours are both gone is lost,
 * never moved to a look-alike (P7). The order (position, quote with context, then approximate) follows
 * Hypothesis' fuzzy anchoring (Csillag 2013).
 */
export function find(text: string, passage: Description): Found {
  const { start, end, exact } = passage
  if (text.slice(start, end) === exact) return { state: 'exact', start, end, candidates: [] }
  return findElsewhere(text, passage)
}

/**
 * Finds a described passage wherever it stands in a text, its old offsets being no sign: never `exact`.
 * @param isTaken whether a place is known to be another passage with the same words
 */
export function findElsewhere(
  text: string,
  passage: Description,
  isTaken: (place: number) => boolean = () => false,
): Found {
  const { start, end, exact } = passage
  const places = placesOf(text, passage).filter(({ start: place }) => !isTaken(place))
  if (places.length === 0) return findEdited(text, passage)
  const candidates = places.map(({ start: place }) => place)
  if (places.length > PLACES_LIMIT) return { state: 'ambiguous', start, end, candidates }
  const best = places[0]!.score
  const fitting = candidates.slice(0, places.filter(({ score }) => score > best - CLEARLY).length)
  const ambiguous: Found = { state: 'ambiguous', start, end, candidates: fitting }
  if (fitting.length > 1) return ambiguous
  // With next to nothing of its neighbours, a quote that is short or found twice may be another mention of the words.
  if (best < MINIMUM_CONTEXT && (exact.length < UNMISTAKABLE || places.length > 1)) return ambiguous
  return { state: 'moved', start: candidates[0]!, end: candidates[0]! + exact.length, candidates: [] }
}

/**
 * Where the words of a passage stand in a text, with how many units around each place agree with what stood around the
 * passage: the best first, then in the order of the text. Words that stand in more places than are worth weighing come
 * unweighed.
 */
export function placesOf(
  text: string,
  passage: Description,
): readonly { readonly start: number; readonly score: number }[] {
  const places = occurrences(text, passage.exact)
  if (places.length > PLACES_LIMIT) return places.map((start) => ({ start, score: 0 }))
  return places
    .map((start) => ({ start, score: contextScore(text, start, passage) }))
    .sort((a, b) => b.score - a.score || a.start - b.start)
}

/** Units of context by which one place must fit better than the next: a letter or two agree by chance. */
const CLEARLY = 8
/** Units of context that must agree for a quote that is short or stands twice to count as the same passage. */
const MINIMUM_CONTEXT = 16
/** A quote of this many units is not found twice by chance. */
export const UNMISTAKABLE = 40
/** Places beyond this are not weighed: the quote is so common that no place could be told from the others. */
const PLACES_LIMIT = 1000

function occurrences(text: string, exact: string): number[] {
  const places: number[] = []
  for (
    let at = text.indexOf(exact);
    at !== -1 && places.length <= PLACES_LIMIT;
    at = text.indexOf(exact, at + 1)
  ) {
    places.push(at)
  }
  return places
}

/** How many units before and after the place agree with what stood around the passage. */
function contextScore(text: string, place: number, { exact, prefix, suffix }: Description): number {
  let score = 0
  for (let i = 1; i <= prefix.length && text[place - i] === prefix[prefix.length - i]; i++) score++
  const after = place + exact.length
  for (let i = 0; i < suffix.length && text[after + i] === suffix[i]; i++) score++
  return score
}

function findEdited(text: string, passage: Description): Found {
  const lost: Found = { state: 'lost', start: passage.start, end: passage.end, candidates: [] }
  const window = betweenNeighbours(text, passage)
  if (!window) return lost
  const match = closest(text.slice(window.start, window.end), passage.exact)
  if (!match) return lost
  return { state: 'edited', start: window.start + match.start, end: window.start + match.end, candidates: [] }
}

/** How much of each neighbour is looked for. UTF-16 units. */
const NEIGHBOUR = 24

/** The stretch between what stood right before and right after the passage, when both still stand once and in order. */
function betweenNeighbours(text: string, { prefix, suffix, exact }: Description) {
  const before = prefix.slice(-NEIGHBOUR)
  const after = suffix.slice(0, NEIGHBOUR)
  const first = before ? text.indexOf(before) : 0
  if (first === -1 || (before && text.indexOf(before, first + 1) !== -1)) return undefined
  const start = first + before.length
  const end = after ? text.indexOf(after, start) : text.length
  if (end === -1 || end === start || end - start > exact.length * 2 + NEIGHBOUR) return undefined
  return { start, end }
}
