import type { TextSpan } from '../text/text-span'
import type { Alignment } from './alignment'
import { IN_PLACE } from './thresholds'
import { tokenAt, type Token } from './tokens'

/** Successive tokens: the index of the first, and that of the one after the last. */
interface TokenRange {
  readonly first: number
  readonly past: number
}

const tokensIn = ({ old }: Alignment, { start, end }: TextSpan): TokenRange => ({
  first: tokenAt(old, start),
  past: tokenAt(old, end - 1) + 1,
})

/** The index of the new token for an old one; -1 if it was removed. */
const newIndexOf = ({ toNew }: Alignment, at: number): number => toNew[at] ?? -1

/** The span of a range of tokens; undefined if the range is empty. */
function spanOf(tokens: readonly Token[], { first, past }: TokenRange): TextSpan | undefined {
  const [begin, end] = [tokens[first], tokens[past - 1]]
  return begin && end && { start: begin.start, end: end.end }
}

/** The place in the new text of a passage whose words were all kept, without an insertion. */
export function keptSpan(alignment: Alignment, span: TextSpan): TextSpan | undefined {
  const { first, past } = tokensIn(alignment, span)
  const begin = newIndexOf(alignment, first)
  for (let at = first; at < past; at++)
    if (begin < 0 || newIndexOf(alignment, at) !== begin + at - first) return undefined
  const was = spanOf(alignment.old, { first, past })
  const is = spanOf(alignment.now, { first: begin, past: begin + past - first })
  // A passage may begin or end inside a token.
  return was && is && { start: is.start + (span.start - was.start), end: is.end + (span.end - was.end) }
}

/** Whether at least a share of the words around a kept passage are still around it. */
export function keepsNeighbours(
  alignment: Alignment,
  span: TextSpan,
  share: number = IN_PLACE.neighbourShare,
): boolean {
  const range = tokensIn(alignment, span)
  const begin = newIndexOf(alignment, range.first)
  return neighboursStay(alignment, range, begin, newIndexOf(alignment, range.past - 1), share)
}

/** Whether at least a share of the words around some old tokens are around two places of the new text. */
function neighboursStay(
  alignment: Alignment,
  { first, past }: TokenRange,
  begin: number,
  end: number,
  share: number,
): boolean {
  const from = Math.max(0, first - IN_PLACE.around)
  const to = Math.min(alignment.old.length, past + IN_PLACE.around)
  const reach = 2 * IN_PLACE.around
  const kept =
    keptNear(alignment, { first: from, past: first }, begin, reach) +
    keptNear(alignment, { first: past, past: to }, end, reach)
  return kept >= (first - from + to - past) * share
}

/** The number of old tokens in a range that are within reach of a place in the new text. */
const keptNear = (alignment: Alignment, range: TokenRange, place: number, reach: number): number =>
  keptTokens(alignment, range).filter((at) => Math.abs(at - place) <= reach).length

/** The indexes of the new tokens for a range of old ones. */
function keptTokens(alignment: Alignment, { first, past }: TokenRange): number[] {
  const kept: number[] = []
  for (let at = first; at < past; at++) {
    const index = newIndexOf(alignment, at)
    if (index >= 0) kept.push(index)
  }
  return kept
}

/**
 * The place of an edited passage: the new words between its old neighbours. Undefined if too few of its words remain,
 * or if no neighbour is beside them. A neighbour is the nearest kept word of the same sentence: words on both sides of
 * an inserted or deleted sentence are not neighbours.
 */
export function editedSpan(alignment: Alignment, span: TextSpan): TextSpan | undefined {
  const range = tokensIn(alignment, span)
  const slot = filledSlot(alignment, range)
  if (slot) return slot
  const kept = keptTokens(alignment, range)
  const [firstKept, lastKept] = [kept[0], kept.at(-1)]
  if (firstKept === undefined || lastKept === undefined) return undefined
  if (kept.length < IN_PLACE.keptShare * (range.past - range.first)) return undefined
  const core = { first: firstKept, past: lastKept + 1 }
  const neighbours = neighboursOf(alignment, range)
  const touchesBefore = isBesideBefore(alignment, range, core, neighbours)
  if (!touchesBefore && !isBesideAfter(alignment, range, core, neighbours)) return undefined
  const grown = {
    first: grownStart(alignment, range, core, neighbours),
    past: grownEnd(alignment, range, core, neighbours),
  }
  const isMostlyKept = kept.length >= IN_PLACE.keptShare * (grown.past - grown.first)
  return isMostlyKept ? spanOf(alignment.now, grown) : undefined
}

/** The words that replaced a few words whose direct neighbours stayed: another year, another sum. */
function filledSlot(alignment: Alignment, range: TokenRange): TextSpan | undefined {
  const { first, past } = range
  const [before, after] = [newIndexOf(alignment, first - 1), newIndexOf(alignment, past)]
  const slot = { first: before + 1, past: after }
  const count = slot.past - slot.first
  if (before < 0 || after < 0 || count < 1) return undefined
  if (Math.max(count, past - first) > IN_PLACE.slotWords) return undefined
  if (!isShortGap(alignment.old, range) || !isShortGap(alignment.now, slot)) return undefined
  if (!neighboursStay(alignment, range, before, after, IN_PLACE.neighbourShare)) return undefined
  return spanOf(alignment.now, slot)
}

/** The nearest kept words around a passage. */
interface Neighbours {
  /** Indexes in the old text; -1 and the number of tokens where there is none. */
  readonly before: number
  readonly after: number
  /** The tokens between them in the new text. */
  readonly room: TokenRange
}

function neighboursOf(alignment: Alignment, { first, past }: TokenRange): Neighbours {
  const { old, now } = alignment
  let before = first - 1
  while (before >= 0 && newIndexOf(alignment, before) < 0) before -= 1
  let after = past
  while (after < old.length && newIndexOf(alignment, after) < 0) after += 1
  const end = after < old.length ? newIndexOf(alignment, after) : now.length
  return { before, after, room: { first: newIndexOf(alignment, before) + 1, past: end } }
}

/** The words before the passage are directly before its kept words. */
function isBesideBefore(alignment: Alignment, { first }: TokenRange, core: TokenRange, near: Neighbours) {
  return (
    isShortGap(alignment.old, { first: near.before + 1, past: first }) &&
    isShortGap(alignment.now, { first: near.room.first, past: core.first }) &&
    wordsStay(alignment, { first: Math.max(0, first - IN_PLACE.beside), past: first }, core.first)
  )
}

/** The words after the passage are directly after its kept words. */
function isBesideAfter(alignment: Alignment, { past }: TokenRange, core: TokenRange, near: Neighbours) {
  const end = Math.min(alignment.old.length, past + IN_PLACE.beside)
  return (
    isShortGap(alignment.old, { first: past, past: near.after }) &&
    isShortGap(alignment.now, { first: core.past, past: near.room.past }) &&
    wordsStay(alignment, { first: past, past: end }, core.past)
  )
}

/**
 * New words before the first kept one belong to the passage if its first words were removed, or it began a sentence.
 */
function grownStart(alignment: Alignment, { first }: TokenRange, core: TokenRange, near: Neighbours): number {
  const replaced = newIndexOf(alignment, first) < 0 && near.before === first - 1
  if (!opensSentence(alignment.old, first) && !replaced) return core.first
  let start = core.first
  while (start > near.room.first && !endsSentence(alignment.now, start - 1)) start -= 1
  return core.first - start <= IN_PLACE.around ? start : core.first
}

/** New words after the last kept one belong to the passage if its last words were removed, or it ended a sentence. */
function grownEnd(alignment: Alignment, { past }: TokenRange, core: TokenRange, near: Neighbours): number {
  const replaced = newIndexOf(alignment, past - 1) < 0 && near.after === past
  if (!endsSentence(alignment.old, past - 1) && !replaced) return core.past
  let end = core.past
  while (end < near.room.past && !endsSentence(alignment.now, end - 1)) end += 1
  return end - core.past <= IN_PLACE.around ? end : core.past
}

/**
 * Whether enough of a range of old words are directly beside a place in the new text. A full stop alone is not enough.
 */
const wordsStay = (alignment: Alignment, range: TokenRange, place: number): boolean =>
  keptNear(alignment, range, place, 2 * IN_PLACE.beside) >=
  (range.past - range.first) * IN_PLACE.neighbourShare

/** Only a few tokens, none of which ends a sentence. */
function isShortGap(tokens: readonly Token[], { first, past }: TokenRange): boolean {
  if (past - first > IN_PLACE.around) return false
  for (let at = first; at < past; at++) if (endsSentence(tokens, at)) return false
  return true
}

const endsSentence = (tokens: readonly Token[], at: number): boolean => tokens[at]?.ends ?? false

const opensSentence = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || endsSentence(tokens, at - 1)
