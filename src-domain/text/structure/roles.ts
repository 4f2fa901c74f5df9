import { endsSentence } from '../sentences/sentences'
import { captionOf, PICTURE_ASIDE } from './captions'
import { announcesReferences, couldBeHeading, headingLevel, isGeneric, isTitled } from './headings'
import { listMarker } from './lists'
import type { Piece } from './passages'
import { citesSomething } from './references'
import { HEADINGS, NOTES } from './thresholds'

/**
 * Gives each piece its role by its words and its neighbours. Pieces that are set aside stay as they are.
 * @param headingsKnown headings were found by size and weight, so no other line becomes one
 */
export function giveRoles(pieces: readonly Piece[], headingsKnown = false): Piece[] {
  return nameNotes(nameHeadings(pieces.map(nameCaption), headingsKnown))
}

function nameCaption(piece: Piece): Piece {
  if (piece.role !== 'paragraph') return piece
  const kind = captionOf(piece.text)
  if (kind === 'picture') return { ...piece, role: 'caption', aside: PICTURE_ASIDE }
  return kind === 'figure' ? { ...piece, role: 'caption' } : piece
}

function nameHeadings(pieces: readonly Piece[], headingsKnown: boolean): Piece[] {
  const read = pieces.filter((piece) => !piece.aside)
  const headings = new Set(
    read.filter((piece, index) => piece.role === 'heading' || (!headingsKnown && isHeading(read, index))),
  )
  const amongCapitals = pieces.some((piece) => piece.role === 'heading')
  return pieces.map((piece) =>
    headings.has(piece)
      ? { ...piece, role: 'heading', level: piece.level ?? headingLevel(piece.text, amongCapitals) }
      : piece,
  )
}

/** A short line over a paragraph, which does not end the piece before. */
function isHeading(read: readonly Piece[], index: number): boolean {
  const [piece, previous, next] = [read[index] as Piece, read[index - 1], read[index + 1]]
  if (!couldBecomeHeading(piece) || !next || (next.role === 'heading' && isGeneric(next.text))) return false
  const following = isHeadingBelow(next) ? read[index + 2] : next
  if (!following || (isNumbered(piece) && [previous, next].some((other) => other?.role === 'list-item')))
    return false
  if (announcesReferences(piece.text)) return true
  if (isTitled(piece.text))
    return (
      following.role === 'heading' ||
      following.role === 'list-item' ||
      following.keepsLines === true ||
      following.text.length >= HEADINGS.shortestBelowTitleCase
    )
  const endsPrevious = previous !== undefined && leavesOpen(previous)
  const isOverText = following.role !== 'heading' && !following.keepsLines
  return !endsPrevious && isOverText && following.text.length >= HEADINGS.shortestBelow
}

const couldBecomeHeading = (piece: Piece): boolean =>
  (piece.role === 'paragraph' || isNumbered(piece)) && !piece.keepsLines && couldBeHeading(piece.text)

/** A numbered item may be the heading of a section. */
const isNumbered = ({ role, text }: Piece): boolean => role === 'list-item' && /^\d/.test(text)

/** The piece below is a heading itself, so that the text under both decides. */
const isHeadingBelow = ({ text }: Piece): boolean =>
  couldBeHeading(text) && isTitled(text) && !isGeneric(text)

/** The piece does not end, so that the next one may be a part of it. */
const leavesOpen = ({ role, text }: Piece): boolean =>
  text.endsWith(':') || (role === 'paragraph' && !endsSentence(text))

/** Makes notes of all under "Notes" or "References", and of a numbered list of sources that ends an article. */
function nameNotes(pieces: readonly Piece[]): Piece[] {
  const trailing = trailingNotes(pieces)
  let inReferences = false
  return pieces.map((piece, index) => {
    if (piece.role === 'heading') inReferences = announcesReferences(piece.text)
    return couldBeNote(piece) && (inReferences || trailing.has(index)) ? { ...piece, role: 'note' } : piece
  })
}

const couldBeNote = ({ role, aside }: Piece): boolean =>
  !aside && (role === 'paragraph' || role === 'list-item')

/** The indexes of notes that are numbered from 1, in the later part of the article, most of which cite something. */
function trailingNotes(pieces: readonly Piece[]): Set<number> {
  const areNotes = (run: readonly number[]): boolean => {
    const citing = run.filter((index) => citesSomething(pieces[index]?.text ?? ''))
    const isLate = (run[0] ?? 0) >= pieces.length * NOTES.earliest
    return run.length >= NOTES.fewest && isLate && citing.length >= run.length * NOTES.citingShare
  }
  return new Set(numberedRuns(pieces).filter(areNotes).flat())
}

/** The indexes of pieces that are numbered from 1, one list for each run of numbers. Other pieces may be in between. */
function numberedRuns(pieces: readonly Piece[]): number[][] {
  const runs: number[][] = []
  pieces.forEach((piece, index) => {
    if (!couldBeNote(piece)) return
    const number = noteNumber(piece.text)
    const run = runs.at(-1)
    if (number === 1) runs.push([index])
    else if (run && number === run.length + 1) run.push(index)
  })
  return runs
}

function noteNumber(text: string): number | undefined {
  const marker = listMarker(text)
  if (marker) return marker.number
  const bare = /^(\d{1,3})\s+["“\p{Lu}]/u.exec(text.slice(0, 12))
  return bare ? Number(bare[1]) : undefined
}
