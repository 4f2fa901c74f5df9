import { CONTENTS_ASIDE } from './contents'
import type { SetAside } from './page-furniture'
import { announcesReferences, asksForMore, isInCapitals, opensCapitals } from './headings'
import type { Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { followsInList, listMarker } from './lists'
import type { Passage } from './passages'
import { isRunInTitle, isVerse, isWrapped, opensParagraph } from './paragraph-breaks'
import { isFootnote } from './references'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'

/** Takes the lines of a document; gives the passages that its empty lines, indents and line lengths tell apart. */
export function breakIntoPassages(lines: readonly Line[], layout: Layout, setAside: SetAside): Passage[] {
  const passages: Passage[] = []
  const chunks = chunksOf(lines, setAside)
  let inReferences = false
  let opensText = true
  for (const [index, chunk] of chunks.entries()) {
    const aside = setAside.get(chunk[0] as Line)
    if (aside) {
      passages.push({ lines: chunk, role: 'furniture', aside, ...(chunk.length > 1 && { keepsLines: true }) })
      continue
    }
    const told = chunk[0]?.told
    if (told) {
      passages.push({ lines: chunk, ...told })
      opensText = false
      if (told.role === 'heading') inReferences = announcesReferences(chunk[0]?.text ?? '')
      continue
    }
    const next = chunks[index + 1]?.[0]
    const endsPage = next !== undefined && (next.page || setAside.has(next))
    const found = splitChunk(chunk, layout, { inReferences, opensText, endsPage })
    opensText = false
    const heading = found.findLast((passage) => isHeadingLike(passage))
    if (heading) inReferences = announcesReferences(heading.lines[0]?.text ?? '')
    for (const passage of found) passages.push(passage)
  }
  return joinHeadings(passages)
}

const isHeadingLike = (passage: Passage): boolean =>
  passage.role === 'heading' ||
  (passage.lines.length === 1 && announcesReferences(passage.lines[0]?.text ?? ''))

/** Runs of lines without an empty line or page break between them; each line set aside is a run of its own, but for the entries of contents. */
function chunksOf(lines: readonly Line[], setAside: SetAside): Line[][] {
  const chunks: Line[][] = []
  let previous: Line | undefined
  const isContents = (line?: Line) => line !== undefined && setAside.get(line) === CONTENTS_ASIDE
  for (const line of lines) {
    const parted =
      line.page ||
      (!(isContents(line) && isContents(previous)) &&
        ((line.blanks > 0 && !(line.told && line.told === previous?.told)) ||
          line.reply !== previous?.reply ||
          line.told !== previous?.told ||
          setAside.has(line) ||
          (previous && setAside.has(previous))))
    const chunk = chunks.at(-1)
    if (!chunk || parted) chunks.push([line])
    else chunk.push(line)
    previous = line
  }
  return chunks
}

/** Where in the document a chunk stands. */
interface Place {
  inReferences: boolean
  /** It is the first of the text, where title, author and date stand under one another. */
  opensText: boolean
  endsPage: boolean
}

function splitChunk(chunk: Line[], layout: Layout, place: Place): Passage[] {
  if (isVerse(chunk, layout, place.opensText)) return [{ lines: chunk, role: 'paragraph', keepsLines: true }]
  if (chunk[0]?.reply) return [{ lines: chunk, role: 'quote' }]
  const wrapped = isWrapped(chunk, layout)
  const flush = chunk.reduce((least, line) => Math.min(least, line.indent), Infinity)
  const passages: Passage[] = []
  let { inReferences } = place
  chunk.forEach((line, index) => {
    const current = passages.at(-1)
    const previous = chunk[index - 1]
    if (current?.role === 'heading') inReferences = announcesReferences(current.lines[0]?.text ?? '')
    if (current?.role === 'heading' && isInCapitals(line.text) && isInCapitals(previous?.text ?? '')) {
      current.lines.push(line)
    } else if (opensCapitals(line, previous) && !runsOnAfter(chunk, index)) {
      passages.push({ lines: [line], role: 'heading' })
    } else if (!current || !previous || current.role === 'heading') {
      passages.push(opening(chunk, index, wrapped))
    } else if (opensItem(current, line, previous)) {
      passages.push({ lines: [line], role: 'list-item' })
    } else if (place.endsPage && isFootnote(line.text) && !endsCut(previous.text)) {
      passages.push({ lines: [line], role: 'note' })
    } else if (
      !wrapped ||
      opensParagraph(chunk, index, { layout, flush, references: inReferences ? current : undefined })
    ) {
      if (place.opensText && index === 1 && asksForMore(previous.text)) current.lines.push(line)
      else passages.push(opening(chunk, index, wrapped))
    } else current.lines.push(line)
  })
  return passages
}

/** A line in capitals whose sentence goes on in small letters is no heading. */
function runsOnAfter(chunk: readonly Line[], index: number): boolean {
  const next = chunk[index + 1]
  return next !== undefined && startsMidSentence(next.text)
}

function opening(chunk: readonly Line[], index: number, wrapped: boolean): Passage {
  const line = chunk[index] as Line
  const marked = listMarker(line.text) !== undefined
  if (wrapped && !marked && isRunInTitle(line, chunk.slice(index + 1, index + 4)))
    return { lines: [line], role: 'heading' }
  return { lines: [line], role: marked ? 'list-item' : 'paragraph' }
}

/** A bullet or number inside a paragraph is an item only after something finished, or after the item before it. */
function opensItem(current: Passage, line: Line, previous: Line): boolean {
  const marker = listMarker(line.text)
  if (!marker) return false
  if (current.role === 'list-item')
    return followsInList(current.lines[0]?.text ?? '', line.text) || marker.kind === 'bullet'
  return (marker.number ?? 1) === 1 && (endsSentence(previous.text) || previous.text.endsWith(':'))
}

/** "PART TWO:", an empty line, "THE RETURN" are one heading. */
function joinHeadings(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = []
  for (const passage of passages) {
    const previous = joined.at(-1)
    const goesOn = previous?.role === 'heading' && passage.role === 'heading'
    if (
      goesOn &&
      !passage.lines[0]?.told &&
      asksForMore(previous.lines.at(-1)?.text ?? '') &&
      isInCapitals(passage.lines[0]?.text ?? '')
    ) {
      for (const line of passage.lines) previous.lines.push(line)
    } else joined.push(passage)
  }
  return joined
}
