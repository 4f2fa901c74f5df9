import type { Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'
import { CONTENTS_ASIDE } from './contents'
import { announcesReferences, asksForMore, isInCapitals, opensCapitals } from './headings'
import { followsInList, listMarker } from './lists'
import type { SetAside } from './page-furniture'
import { isRunInTitle, isWrapped, opensParagraph } from './paragraph-breaks'
import { firstLine, lastLine, type Passage } from './passages'
import { isFootnote } from './references'
import { PARAGRAPHS } from './thresholds'
import { isVerse } from './verse'

/** Breaks the lines of a document into passages by its empty lines, indents and line lengths. */
export function breakIntoPassages(lines: readonly Line[], layout: Layout, setAside: SetAside): Passage[] {
  const passages: Passage[] = []
  const chunks = chunksOf(lines, setAside)
  let inReferences = false
  let opensText = true
  for (const [index, chunk] of chunks.entries()) {
    const [first] = chunk as [Line]
    const aside = setAside.get(first)
    const known = aside ? furniture(chunk, aside) : first.hint && { lines: chunk, ...first.hint }
    const next = chunks[index + 1]?.[0]
    const endsPage = next !== undefined && (next.page || setAside.has(next))
    const found = known ? [known] : splitChunk(chunk, layout, { inReferences, opensText, endsPage })
    for (const passage of found) passages.push(passage)
    if (aside) continue
    opensText = false
    const heading = found.findLast(isHeadingLike)
    if (heading) inReferences = announcesReferences(firstLine(heading))
  }
  return joinHeadings(passages)
}

const furniture = (chunk: Line[], aside: string): Passage => ({
  lines: chunk,
  role: 'furniture',
  aside,
  ...(chunk.length > 1 && { keepsLines: true }),
})

/** Also a lone line that reads "Notes" or "References" but has not been made a heading. */
const isHeadingLike = (passage: Passage): boolean =>
  passage.role === 'heading' ||
  (!passage.lines[0]?.hint && passage.lines.length === 1 && announcesReferences(firstLine(passage)))

/** Splits a document into chunks: runs of lines without a break. */
function chunksOf(lines: readonly Line[], setAside: SetAside): Line[][] {
  const chunks: Line[][] = []
  let previous: Line | undefined
  for (const line of lines) {
    const chunk = chunks.at(-1)
    if (!chunk || !previous || isPartedFrom(previous, line, setAside)) chunks.push([line])
    else chunk.push(line)
    previous = line
  }
  return chunks
}

/**
 * Whether a line begins a chunk: after a page break, an empty line or a line of another kind. Each line set aside is a
 * chunk of its own, except that the entries of a table of contents stay together.
 */
function isPartedFrom(previous: Line, line: Line, setAside: SetAside): boolean {
  if (line.page) return true
  const isContents = (each: Line) => setAside.get(each) === CONTENTS_ASIDE
  if (isContents(line) && isContents(previous)) return false
  const shareHint = line.hint !== undefined && line.hint === previous.hint
  return (
    (line.blanks > 0 && !shareHint) ||
    line.reply !== previous.reply ||
    line.hint !== previous.hint ||
    setAside.has(line) ||
    setAside.has(previous)
  )
}

/** The position of a chunk in the document. */
interface Place {
  readonly inReferences: boolean
  /** It is the first of the text, where title, author and date may be on successive lines. */
  readonly opensText: boolean
  readonly endsPage: boolean
}

/** The context for deciding about each line of a chunk. */
interface ChunkContext extends Place {
  readonly chunk: readonly Line[]
  readonly layout: Layout
  readonly wrapped: boolean
  /** The smallest indent of its lines. */
  readonly flush: number
}

function splitChunk(chunk: Line[], layout: Layout, place: Place): Passage[] {
  if (isVerse(chunk, layout, place.opensText)) return [{ lines: chunk, role: 'paragraph', keepsLines: true }]
  if (chunk[0]?.reply) return [{ lines: chunk, role: 'quote' }]
  const wrapped = isWrapped(chunk, layout)
  const flush = chunk.reduce((least, line) => Math.min(least, line.indent), Infinity)
  const passages: Passage[] = []
  // Made again only after a heading: a file may have a million lines.
  let context: ChunkContext = { ...place, chunk, layout, wrapped, flush }
  chunk.forEach((line, index) => {
    const current = passages.at(-1)
    if (current?.role === 'heading')
      context = { ...context, inReferences: announcesReferences(firstLine(current)) }
    const opened = openedBy(line, index, current, context)
    if (opened) passages.push(opened)
    else current?.lines.push(line)
  })
  return passages
}

/** The passage that a line opens; undefined when the line continues the current one. */
function openedBy(
  line: Line,
  index: number,
  current: Passage | undefined,
  context: ChunkContext,
): Passage | undefined {
  const { chunk } = context
  const previous = chunk[index - 1]
  if (current?.role === 'heading' && isInCapitals(line.text) && isInCapitals(previous?.text ?? ''))
    return undefined
  if (opensCapitals(line, previous) && !runsOnAfter(chunk, index)) return { lines: [line], role: 'heading' }
  if (!current || !previous || current.role === 'heading') return opening(index, context)
  if (opensItem(current, line, previous)) return { lines: [line], role: 'list-item' }
  if (context.endsPage && isFootnote(line.text) && !endsCut(previous.text))
    return { lines: [line], role: 'note' }
  return breaksBefore(index, current, context) ? opening(index, context) : undefined
}

/** A new paragraph begins at the line, other than the second line of a title that asks for one. */
function breaksBefore(index: number, current: Passage, context: ChunkContext): boolean {
  const { chunk, layout, wrapped, flush, inReferences, opensText } = context
  const references = inReferences ? current : undefined
  if (wrapped && !opensParagraph(chunk, index, { layout, flush, references })) return false
  return !(opensText && index === 1 && asksForMore(chunk[0]?.text ?? ''))
}

/** Whether the sentence of a line in capitals continues in small letters, so that the line is not a heading. */
function runsOnAfter(chunk: readonly Line[], index: number): boolean {
  const next = chunk[index + 1]
  return next !== undefined && startsMidSentence(next.text)
}

function opening(index: number, { chunk, wrapped }: ChunkContext): Passage {
  const line = chunk[index] as Line
  const isMarked = listMarker(line.text) !== undefined
  const below = chunk.slice(index + 1, index + 1 + PARAGRAPHS.linesBelowTitle)
  if (wrapped && !isMarked && isRunInTitle(line, below)) return { lines: [line], role: 'heading' }
  return { lines: [line], role: isMarked ? 'list-item' : 'paragraph' }
}

/** A bullet or number inside a paragraph opens an item only after a finished sentence or another item. */
function opensItem(current: Passage, line: Line, previous: Line): boolean {
  const marker = listMarker(line.text)
  if (!marker) return false
  if (current.role === 'list-item')
    return followsInList(firstLine(current), line.text) || marker.kind === 'bullet'
  return (marker.number ?? 1) === 1 && (endsSentence(previous.text) || previous.text.endsWith(':'))
}

/** Joins headings that an empty line separates: "PART TWO:" and "THE RETURN". */
function joinHeadings(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = []
  for (const passage of passages) {
    const previous = joined.at(-1)
    if (previous && continuesHeading(previous, passage))
      for (const line of passage.lines) previous.lines.push(line)
    else joined.push(passage)
  }
  return joined
}

const continuesHeading = (previous: Passage, passage: Passage): boolean =>
  previous.role === 'heading' &&
  passage.role === 'heading' &&
  !passage.lines[0]?.hint &&
  asksForMore(lastLine(previous)) &&
  isInCapitals(firstLine(passage))
