import { captionOf, PICTURE_ASIDE } from './captions'
import { announcesReferences, couldBeHeading, headingLevel, isGeneric, isTitled } from './headings'
import { listMarker } from './lists'
import type { Piece } from './passages'
import { citesSomething } from './references'
import { endsSentence } from '../sentences/sentences'

/** Gives each piece its role, from what it says and what stands around it. Pieces set aside stay as they are. */
export function giveRoles(pieces: readonly Piece[], headingsTold = false): Piece[] {
  return nameNotes(nameHeadings(pieces.map(nameCaption), headingsTold))
}

function nameCaption(piece: Piece): Piece {
  if (piece.role !== 'paragraph') return piece
  const kind = captionOf(piece.text)
  if (kind === 'picture') return { ...piece, role: 'caption', aside: PICTURE_ASIDE }
  return kind === 'figure' ? { ...piece, role: 'caption' } : piece
}

function nameHeadings(pieces: readonly Piece[], told: boolean): Piece[] {
  const read = pieces.filter((piece) => !piece.aside)
  const headings = new Set<Piece>()
  read.forEach((piece, index) => {
    if (piece.role === 'heading' || (!told && isHeading(piece, read[index - 1], read, index)))
      headings.add(piece)
  })
  const amongCapitals = pieces.some((piece) => piece.role === 'heading')
  return pieces.map((piece) =>
    headings.has(piece)
      ? { ...piece, role: 'heading', level: piece.level ?? headingLevel(piece.text, amongCapitals) }
      : piece,
  )
}

/** A short line that stands over a paragraph, itself not the end of anything. */
function isHeading(
  piece: Piece,
  previous: Piece | undefined,
  read: readonly Piece[],
  index: number,
): boolean {
  const { text } = piece
  const numbered = piece.role === 'list-item' && /^\d/.test(text)
  if ((piece.role !== 'paragraph' && !numbered) || piece.keepsLines || !couldBeHeading(text)) return false
  const next = read[index + 1]
  const overHeading = next && couldBeHeading(next.text) && isTitled(next.text) && !isGeneric(next.text)
  const following = overHeading ? read[index + 2] : next
  if (next?.role === 'heading' && isGeneric(next.text)) return false
  if (!following || (numbered && (next?.role === 'list-item' || previous?.role === 'list-item'))) return false
  if (announcesReferences(text)) return true
  if (
    previous &&
    (previous.text.endsWith(':') || (previous.role === 'paragraph' && !endsSentence(previous.text)))
  ) {
    if (!isTitled(text)) return false
  }
  const overItems = following.role === 'list-item' && isTitled(text)
  if (overItems || following.keepsLines) return isTitled(text)
  const long = isTitled(text) ? 60 : 100
  return following.role !== 'heading' ? following.text.length >= long : isTitled(text)
}

/** Everything under "Notes" or "References", and a numbered list of sources that ends an article without a heading. */
function nameNotes(pieces: readonly Piece[]): Piece[] {
  const trailing = trailingNotes(pieces)
  let inReferences = false
  return pieces.map((piece, index) => {
    if (piece.role === 'heading') inReferences = announcesReferences(piece.text)
    const could = (piece.role === 'paragraph' || piece.role === 'list-item') && !piece.aside
    return could && (inReferences || trailing.has(index)) ? { ...piece, role: 'note' } : piece
  })
}

function trailingNotes(pieces: readonly Piece[]): Set<number> {
  const runs: number[][] = []
  pieces.forEach((piece, index) => {
    if (piece.aside || (piece.role !== 'paragraph' && piece.role !== 'list-item')) return
    const number = noteNumber(piece.text)
    const run = runs.at(-1)
    if (number === 1) runs.push([index])
    else if (run && number === run.length + 1) run.push(index)
  })
  const found = new Set<number>()
  for (const run of runs) {
    const citing = run.filter((index) => citesSomething(pieces[index]?.text ?? ''))
    const late = (run[0] ?? 0) >= pieces.length * 0.4
    if (run.length > 1 && late && citing.length * 3 >= run.length * 2)
      for (const index of run) found.add(index)
  }
  return found
}

function noteNumber(text: string): number | undefined {
  const marker = listMarker(text)
  if (marker) return marker.number
  const bare = /^(\d{1,3})\s+["“\p{Lu}]/u.exec(text.slice(0, 12))
  return bare ? Number(bare[1]) : undefined
}
