import type { Block } from '#domain/records/block'
import type { Source } from '#domain/records/source'
import { sentencesIn } from '#domain/text/sentences/sentence-spans'
import type { TextSpan } from '#domain/text/text-span'
import { wordStops } from '#domain/text/sentences/word-boundaries'

export type Direction = 'next' | 'previous'

/** The sentence cursor: its span, and its anchor, from which Shift extends it in either direction. */
export interface Cursor {
  readonly source: string
  readonly span: TextSpan
  readonly anchor: TextSpan
}

/** The positions in a text to which a cursor may go, in order. */
interface Stops {
  readonly sentences: readonly TextSpan[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const known = new WeakMap<Block, Stops>()

function stopsOf(source: Source, block: Block): Stops {
  const before = known.get(block)
  if (before) return before
  const text = source.text.slice(block.start, block.end)
  const sentences = sentencesIn(text, source.language).map(({ start, end }) => ({
    start: start + block.start,
    end: end + block.start,
  }))
  const words = wordStops(text)
  const merged = (stops: readonly number[], edges: readonly number[]) =>
    [...new Set([...stops.map((at) => at + block.start), ...edges])].sort((a, b) => a - b)
  const stops = {
    sentences,
    starts: merged(
      words.starts,
      sentences.map(({ start }) => start),
    ),
    ends: merged(
      words.ends,
      sentences.map(({ end }) => end),
    ),
  }
  known.set(block, stops)
  return stops
}

/** The blocks of the reading flow, without those that are set aside. */
const read = (source: Source): Block[] => source.blocks.filter(({ aside }) => aside === undefined)

/** The first result of `find` in the blocks that end after an offset. */
function after<Found>(source: Source, offset: number, find: (stops: Stops) => Found | undefined) {
  for (const block of read(source)) {
    const found = block.end > offset ? find(stopsOf(source, block)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The last result of `find` in the blocks that begin before an offset. */
function before<Found>(source: Source, offset: number, find: (stops: Stops) => Found | undefined) {
  for (const block of read(source).reverse()) {
    const found = block.start < offset ? find(stopsOf(source, block)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

const at = (source: Source, span: TextSpan, anchor = span): Cursor => ({ source: source.id, span, anchor })

/** The sentence at an offset, or else the next one. */
export function sentenceAt(source: Source, offset: number): Cursor | undefined {
  const found = after(source, offset, ({ sentences }) => sentences.find(({ end }) => end > offset))
  return found && at(source, found)
}

const sentenceAfter = (source: Source, offset: number): TextSpan | undefined =>
  after(source, offset, ({ sentences }) => sentences.find(({ start }) => start >= offset))

const sentenceBefore = (source: Source, offset: number): TextSpan | undefined =>
  before(source, offset, ({ sentences }) => sentences.findLast(({ end }) => end <= offset))

/** The next or previous sentence; undefined at the end of the article. */
export function moveCursor(source: Source, { span }: Cursor, direction: Direction): Cursor | undefined {
  const found = direction === 'next' ? sentenceAfter(source, span.end) : sentenceBefore(source, span.start)
  return found && at(source, found)
}

/** Extends the cursor by a sentence; if it extends the other way from its anchor, shortens it. */
export function extend(source: Source, { span, anchor }: Cursor, direction: Direction): Cursor | undefined {
  if (direction === 'next') {
    if (span.start < anchor.start) {
      const start = sentenceAfter(source, span.start + 1)?.start ?? anchor.start
      return at(source, { start: Math.min(start, anchor.start), end: span.end }, anchor)
    }
    const more = sentenceAfter(source, span.end)
    return more && at(source, { start: span.start, end: more.end }, anchor)
  }
  if (span.end > anchor.end) {
    const end = sentenceBefore(source, span.end - 1)?.end ?? anchor.end
    return at(source, { start: span.start, end: Math.max(end, anchor.end) }, anchor)
  }
  const more = sentenceBefore(source, span.start)
  return more && at(source, { start: more.start, end: span.end }, anchor)
}

/** Moves one edge by a word; undefined if no text would be left or the article ends. */
export function moveEdge(
  source: Source,
  { span }: Cursor,
  edge: 'start' | 'end',
  direction: Direction,
): Cursor | undefined {
  const from = span[edge]
  const to =
    direction === 'next'
      ? after(source, from, (stops) => stops[`${edge}s`].find((stop) => stop > from))
      : before(source, from, (stops) => stops[`${edge}s`].findLast((stop) => stop < from))
  if (to === undefined) return undefined
  const moved = { ...span, [edge]: to }
  return moved.start < moved.end ? at(source, moved) : undefined
}
