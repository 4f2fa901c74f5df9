import type { Layout } from '../lines/line-metrics'
import { findKeys, lettersOf, passageAt } from '../lines/rolling-hash'
import { LOOK_UP } from '../lines/thresholds'
import { firstLine, lastLine, textOf, type Passage } from './passages'
import { endsCut, endsSentence, startsLower } from '../sentences/sentences'
import { PULL_QUOTES } from './thresholds'
import { mergeParts, splitAtWidthJumps, type PassagePart } from './width-jumps'

const ASIDE = 'repeats words of the article'

/** The letters of all passages in one string, with the offset at which each passage begins and, last, the total. */
interface Stream {
  letters: string
  starts: number[]
}

/**
 * Makes pull quotes of passages whose words occur in the body too, inside a longer passage. Several successive passages
 * may be one pull quote, because empty lines can separate its lines.
 */
export function markPullQuotes(whole: readonly Passage[], layout: Layout): Passage[] {
  const passages = splitAtWidthJumps(whole, layout)
  const stream = streamOf(passages)
  const candidates = new Map<number, string>()
  passages.forEach((passage, index) => {
    if (!couldOpen(passage)) return
    const key = stream.letters.slice(stream.starts[index], (stream.starts[index] ?? 0) + LOOK_UP.keyLength)
    if (key.length === LOOK_UP.keyLength) candidates.set(index, key)
  })
  const places = findKeys(stream.letters, new Set(candidates.values()))
  const narrow = passages.map((passage) => isNarrow(passage, layout))
  const result: (PassagePart & { readonly before?: readonly PassagePart[] })[] = []
  for (let index = 0; index < passages.length; index += 1) {
    const passage = passages[index] as PassagePart
    const key = candidates.get(index)
    const last = key ? lastOfQuote(passages, index, stream, places.get(key) ?? [], narrow) : undefined
    if (last === undefined) {
      result.push(passage)
      continue
    }
    const before = passages.slice(index, last + 1)
    const lines = before.flatMap((part) => part.lines)
    result.push({ lines, role: 'pull-quote', aside: ASIDE, whole: passage.whole, before })
    index = last
  }
  if (!result.some(({ before }) => before)) return mergeParts(result)
  // A refrain repeats itself: the words that are set aside must be in a passage that is read.
  const isRead = lettersOf(
    result
      .filter(({ aside }) => !aside)
      .map((part) => textOf(part, Infinity))
      .join('\n'),
  )
  return mergeParts(
    result.flatMap(({ before, ...part }) =>
      before && !isRead.includes(lettersOf(textOf(part, Infinity))) ? before : [part],
    ),
  )
}

function streamOf(passages: readonly Passage[]): Stream {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const passage of passages) {
    starts.push(length)
    // A page number inside a sentence must not hide that the sentence is quoted.
    const letters = passage.role === 'furniture' ? '' : lettersOf(textOf(passage, Infinity))
    parts.push(letters)
    length += letters.length
  }
  starts.push(length)
  return { letters: parts.join(''), starts }
}

/** A line with the size and place of running text is not a pull quote: there the author repeats a phrase. */
function couldOpen(passage: Passage): boolean {
  return (
    passage.role === 'paragraph' &&
    !startsLower(firstLine(passage)) &&
    firstLine(passage).length <= PULL_QUOTES.longest &&
    !passage.lines.every(({ plain }) => plain)
  )
}

/** Set in a narrower column than the body. */
function isNarrow(passage: Passage, layout: Layout): boolean {
  return (
    layout.wrapped &&
    passage.lines.every((line) => line.text.length < layout.measure * PULL_QUOTES.narrowShare)
  )
}

/** The index of the last passage of the pull quote that begins at `first`; undefined when none begins there. */
function lastOfQuote(
  passages: readonly Passage[],
  first: number,
  stream: Stream,
  places: readonly number[],
  narrow: readonly boolean[],
): number | undefined {
  const start = stream.starts[first] ?? 0
  let best: number | undefined
  const end = Math.min(passages.length, first + PULL_QUOTES.mostPassages)
  for (let last = first; last < end && passages[last]?.role === 'paragraph'; last += 1) {
    if (last > first && narrow[last] !== narrow[first]) break
    const length = (stream.starts[last + 1] ?? 0) - start
    if (length > PULL_QUOTES.longest) break
    const quote = passages[last] as Passage
    if (length < PULL_QUOTES.shortest || !(endsSentence(lastLine(quote)) || isQuoted(quote))) continue
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

/** The letters recur at `place`, inside a longer passage. A whole passage that recurs is a refrain. */
function standsAt(
  stream: Stream,
  place: number,
  first: number,
  last: number,
  narrow: readonly boolean[],
): boolean {
  const { letters, starts } = stream
  const [start = 0, end = 0] = [starts[first], starts[last + 1]]
  if ((place >= start && place < end) || Math.abs(place - start) > PULL_QUOTES.farthest) return false
  // The quote may interrupt the very sentence that it repeats: then compare on both sides of it.
  const before = place < start ? Math.min(end - start, start - place) : end - start
  if (!sameLetters(letters, start, place, before)) return false
  const rest = end - start - before
  if (rest > 0) return sameLetters(letters, start + before, end, rest)
  const holder = passageAt(starts, place)
  const wholePassage = starts[holder] === place && starts[holder + 1] === place + (end - start)
  return !(narrow[holder] && !narrow[first]) && !(wholePassage && narrow[holder] === narrow[first])
}

/** The letters recur across the quote: half of them right before it, half right after. */
function straddles({ letters, starts }: Stream, first: number, last: number): boolean {
  const [start = 0, end = 0] = [starts[first], starts[last + 1]]
  const length = end - start
  const around = letters.slice(Math.max(0, start - length + 1), start) + letters.slice(end, end + length - 1)
  return around.includes(letters.slice(start, end))
}

function sameLetters(letters: string, one: number, other: number, length: number): boolean {
  return letters.slice(one, one + length) === letters.slice(other, other + length)
}
