import { tokenAt, type Token } from './tokens'
import type { Alignment } from './alignment'

/** A span of the new text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Of the words around a passage, the share that must stand around it still. */
const HALF = 0.5
/** How many words on each side are looked at, and how many may have come between them. */
const AROUND = 12
/** How many words are looked at right beside a passage that was edited. */
const BESIDE = 6
/** Of a passage's words, the share that must stand again in order for it to be edited, not replaced. */
const ENOUGH = 0.6
/** Words so few that none of them need stay for what stands between the same neighbours to be theirs, edited. */
const FEW = 4

/** The tokens of a passage of the old text: the first, and the one after the last. */
function tokensIn({ old }: Alignment, { start, end }: Span): { first: number; past: number } {
  return { first: tokenAt(old, start), past: tokenAt(old, end - 1) + 1 }
}

/** Where the alignment takes a passage that it keeps whole; undefined when a word of it went or one came in. */
export function keptSpan(alignment: Alignment, span: Span): Span | undefined {
  const { old, now, toNew } = alignment
  const { first, past } = tokensIn(alignment, span)
  const to = toNew[first] ?? -1
  for (let at = first; at < past; at++) if (to < 0 || toNew[at] !== to + at - first) return undefined
  const last = past - 1
  const start = now[to]!.start + (span.start - old[first]!.start)
  return { start, end: now[to + last - first]!.start + (span.end - old[last]!.start) }
}

/** Whether at least that share of the words around a kept passage stand around it still. */
export function keepsNeighbours(alignment: Alignment, span: Span, share = HALF): boolean {
  const { first, past } = tokensIn(alignment, span)
  return neighboursStay(alignment, first, past, alignment.toNew[first]!, alignment.toNew[past - 1]!, share)
}

/** Whether enough of the words around some tokens of the old text stand around others of the new one. */
function neighboursStay(
  { old, toNew }: Alignment,
  first: number,
  past: number,
  begin: number,
  end: number,
  share = HALF,
): boolean {
  const count = (from: number, to: number, beside: number): number =>
    keptBeside(toNew, from, to, beside, 2 * AROUND)
  const [from, to] = [Math.max(0, first - AROUND), Math.min(old.length, past + AROUND)]
  const kept = count(from, first, begin) + count(past, to, end)
  return kept >= (first - from + to - past) * share
}

/** How many of some tokens of the old text stand within reach of a place of the new one. */
function keptBeside(toNew: Int32Array, from: number, to: number, place: number, reach: number): number {
  let kept = 0
  for (let at = from; at < to; at++) {
    if (toNew[at]! >= 0 && Math.abs(toNew[at]! - place) <= reach) kept += 1
  }
  return kept
}

/**
 * What stands now between the neighbours that a passage had, or undefined when it has none of them left beside it or too
 * few of its words. A neighbour is what stands right before or after, or the nearest word of the same sentence that was
 * kept; with a sentence come or gone between them, two stretches are no neighbours.
 */
export function editedSpan(alignment: Alignment, span: Span): Span | undefined {
  const { old, now, toNew } = alignment
  const { first, past } = tokensIn(alignment, span)
  const slot = filledSlot(alignment, first, past)
  if (slot) return slot
  const kept = keptTokens(toNew, first, past)
  if (kept.length === 0 || kept.length < ENOUGH * (past - first)) return undefined
  let [begin, end] = [kept[0]!, kept.at(-1)! + 1]
  const before = nearest(toNew, first - 1, -1)
  const after = nearest(toNew, past, 1)
  const [leftEdge, rightEdge] = [(toNew[before] ?? -1) + 1, after < old.length ? toNew[after]! : now.length]
  const left =
    near(old, before + 1, first) &&
    near(now, leftEdge, begin) &&
    wordsStay(toNew, Math.max(0, first - BESIDE), first, begin)
  const right =
    near(old, past, after) &&
    near(now, end, rightEdge) &&
    wordsStay(toNew, past, Math.min(old.length, past + BESIDE), end)
  if (!left && !right) return undefined
  // What came in beside the first and last word that were kept belongs to the passage, up to its neighbour or sentence.
  if (opensSentence(old, first) || (toNew[first]! < 0 && before === first - 1)) {
    const from = sentenceStart(now, begin, leftEdge)
    if (begin - from <= AROUND) begin = from
  }
  if (old[past - 1]!.ends || (toNew[past - 1]! < 0 && after === past)) {
    const to = sentenceEnd(now, end, rightEdge)
    if (to - end <= AROUND) end = to
  }
  if (kept.length < ENOUGH * (end - begin)) return undefined
  return { start: now[begin]!.start, end: now[end - 1]!.end }
}

/**
 * What stands in the place of a few words of a sentence that changed altogether while those right before and after them
 * stayed: another year, another sum.
 */
function filledSlot(alignment: Alignment, first: number, past: number): Span | undefined {
  const { old, now, toNew } = alignment
  const [before, after] = [toNew[first - 1] ?? -1, toNew[past] ?? -1]
  const count = after - before - 1
  if (before < 0 || after < 0 || count < 1 || Math.max(count, past - first) > FEW) return undefined
  if (!near(old, first, past) || !near(now, before + 1, after)) return undefined
  if (!neighboursStay(alignment, first, past, before, after)) return undefined
  return { start: now[before + 1]!.start, end: now[after - 1]!.end }
}

/** The tokens of the new text that the kept ones of a passage are. */
function keptTokens(toNew: Int32Array, first: number, past: number): number[] {
  const kept: number[] = []
  for (let at = first; at < past; at++) if (toNew[at]! >= 0) kept.push(toNew[at]!)
  return kept
}

/** The nearest token that was kept, in one direction. */
function nearest(toNew: Int32Array, from: number, step: number): number {
  let at = from
  while (at >= 0 && at < toNew.length && toNew[at]! < 0) at += step
  return at
}

/** Whether half of some tokens stand right beside a token of the new text: one full stop alone is no neighbour. */
const wordsStay = (toNew: Int32Array, from: number, to: number, place: number): boolean =>
  keptBeside(toNew, from, to, place, 2 * BESIDE) >= (to - from) * HALF

/** Whether so little stands between two places that they are beside each other. */
function near(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > AROUND) return false
  for (let at = from; at < to; at++) if (tokens[at]!.ends) return false
  return true
}

const opensSentence = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at - 1]!.ends

function sentenceStart(tokens: readonly Token[], from: number, least: number): number {
  let at = from
  while (at > least && !tokens[at - 1]!.ends) at -= 1
  return at
}

function sentenceEnd(tokens: readonly Token[], from: number, most: number): number {
  let at = from
  while (at < most && !tokens[at - 1]!.ends) at += 1
  return at
}
