import type { Layout } from '../lines/line-metrics'
import { findStretches, KEY_LENGTH, lettersOf, stretchAt } from '../lines/rolling-hash'
import { firstLine, lastLine, wordsOf, type Passage } from './passages'
import { endsCut, endsSentence, startsLower } from '../sentences/sentences'
import { mergeParts, splitAtWidthJumps, type Part } from './width-jumps'

const LONGEST = 1500
const MOST_PASSAGES = 16
const FEWEST_LETTERS = 36
/** A quote is pulled from the pages around it: the same words further off, in letters, are said again there. */
const FARTHEST = 12_000
const ASIDE = 'repeats words of the body'

/** The letters of all passages run together, with the place where each passage begins. */
interface Stream {
  letters: string
  starts: number[]
}

/**
 * Finds passages whose words stand in the body as well, inside a longer passage, and makes each a pull quote. An
 * empty line may part a pull quote into several passages; they become one.
 */
export function markPullQuotes(whole: readonly Passage[], layout: Layout): Passage[] {
  const passages = splitAtWidthJumps(whole, layout)
  const stream = streamOf(passages)
  const candidates = new Map<number, string>()
  passages.forEach((passage, index) => {
    if (!couldOpen(passage)) return
    const key = stream.letters.slice(stream.starts[index], (stream.starts[index] ?? 0) + KEY_LENGTH)
    if (key.length === KEY_LENGTH) candidates.set(index, key)
  })
  const places = findStretches(stream.letters, new Set(candidates.values()))
  const narrow = passages.map((passage) => isNarrow(passage, layout))
  const result: Part[] = []
  for (let index = 0; index < passages.length; index += 1) {
    const passage = passages[index] as Part
    const key = candidates.get(index)
    const last = key ? lastOfQuote(passages, index, stream, places.get(key) ?? [], narrow) : undefined
    if (last === undefined) {
      result.push(passage)
      continue
    }
    const lines = passages.slice(index, last + 1).flatMap((part) => part.lines)
    result.push({ lines, role: 'pull-quote', aside: ASIDE, whole: passage.whole })
    index = last
  }
  return mergeParts(result)
}

function streamOf(passages: readonly Passage[]): Stream {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const passage of passages) {
    starts.push(length)
    // A furniture line inside a sentence must not hide that its words run on.
    const letters = passage.role === 'furniture' ? '' : lettersOf(wordsOf(passage, Infinity))
    parts.push(letters)
    length += letters.length
  }
  starts.push(length)
  return { letters: parts.join(''), starts }
}

function couldOpen(passage: Passage): boolean {
  return (
    passage.role === 'paragraph' &&
    !startsLower(firstLine(passage)) &&
    firstLine(passage).length <= LONGEST &&
    !passage.lines.every(({ plain }) => plain)
  )
}

/** Set in a narrower column than the body, as a pull quote is. */
function isNarrow(passage: Passage, layout: Layout): boolean {
  return layout.wrapped && passage.lines.every((line) => line.text.length < layout.measure * 0.8)
}

/** Index of the last passage of the pull quote that begins at `first`; nothing when none begins there. */
function lastOfQuote(
  passages: readonly Passage[],
  first: number,
  stream: Stream,
  places: readonly number[],
  narrow: readonly boolean[],
): number | undefined {
  const start = stream.starts[first] ?? 0
  let best: number | undefined
  const end = Math.min(passages.length, first + MOST_PASSAGES)
  for (let last = first; last < end && passages[last]?.role === 'paragraph'; last += 1) {
    if (last > first && narrow[last] !== narrow[first]) break
    const length = (stream.starts[last + 1] ?? 0) - start
    if (length > LONGEST) break
    const quote = passages[last] as Passage
    if (length < FEWEST_LETTERS || !(endsSentence(lastLine(quote)) || isQuoted(quote))) continue
    const interrupted = interrupts(passages, first, last)
    const elsewhere = places.some((place) => standsAt(stream, place, first, last, narrow))
    if (elsewhere || (interrupted && straddles(stream, first, last))) best = last
  }
  return best
}

const isQuoted = (passage: Passage): boolean => /["”»]$/.test(lastLine(passage))

/** The passage before stops in the middle of a sentence. */
function interrupts(passages: readonly Passage[], first: number, last: number): boolean {
  const before = passages[first - 1]
  const after = passages[last + 1]
  return (
    before !== undefined &&
    after !== undefined &&
    (endsCut(lastLine(before)) || !endsSentence(lastLine(before)))
  )
}

/** The words stand at `place` too, inside something longer: a whole passage said twice is a refrain, no quotation. */
function standsAt(
  stream: Stream,
  place: number,
  first: number,
  last: number,
  narrow: readonly boolean[],
): boolean {
  const { letters, starts } = stream
  const [start = 0, end = 0] = [starts[first], starts[last + 1]]
  if ((place >= start && place < end) || Math.abs(place - start) > FARTHEST) return false
  // The body's own sentence may be the one that the quote interrupts: read across the quote.
  const before = place < start ? Math.min(end - start, start - place) : end - start
  if (!sameLetters(letters, start, place, before)) return false
  const rest = end - start - before
  if (rest > 0) return sameLetters(letters, start + before, end, rest)
  const holder = stretchAt(starts, place)
  const wholePassage = starts[holder] === place && starts[holder + 1] === place + (end - start)
  return !(narrow[holder] && !narrow[first]) && !(wholePassage && narrow[holder] === narrow[first])
}

function straddles({ letters, starts }: Stream, first: number, last: number): boolean {
  const [start = 0, end = 0] = [starts[first], starts[last + 1]]
  const length = end - start
  const around = letters.slice(Math.max(0, start - length + 1), start) + letters.slice(end, end + length - 1)
  return around.includes(letters.slice(start, end))
}

function sameLetters(letters: string, one: number, other: number, length: number): boolean {
  return letters.slice(one, one + length) === letters.slice(other, other + length)
}
