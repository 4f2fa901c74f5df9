import { couldBeHeading, isGeneric } from './headings'
import type { Piece } from './passages'
import { endsSentence } from '../sentences/sentences'

const LONGEST_TITLE = 150
const NAMED = /^(?:title|subject)\s*:\s+(.{3,200})$/iu
const CITE =
  /^(?:to|how to|please|suggested|recommended|cite)\b.{0,40}?(?:cite|citation|as)\b[^“"]{0,200}[“"]([^”"]{5,200}?)[,.]?[”"]/iu

/**
 * Names a document. Gives the title, and the index of the piece that is that title, when one is. A line "Title: …" says
 * it best; else, where headings are told by how they are set, one that stands over all text; else the first line if it
 * looks like a title; else the document's own "To cite this article: …"; else a
 * heading above all text; else there is none.
 */
export function findTitle(pieces: readonly Piece[], headingsTold = false): { title: string; index?: number } {
  const told = pieces.findIndex(({ role }) => role === 'title')
  if (told >= 0) return { title: pieces[told]?.text ?? '', index: told }
  const first = pieces.findIndex((piece) => !piece.aside)
  const opening = pieces[first]
  if (!opening) return { title: '' }
  const named = namedTitle(pieces)
  if (named) {
    const index = pieces.findIndex(
      (piece) => !piece.aside && piece.text.toLowerCase() === named.toLowerCase(),
    )
    return index < 0 ? { title: named } : { title: named, index }
  }
  const top = headingsTold ? topHeading(pieces) : -1
  if (top >= 0) return { title: pieces[top]?.text ?? '', index: top }
  if (looksLikeTitle(opening, pieces.length > first + 1)) return { title: opening.text, index: first }
  const cited = citedTitle(pieces)
  if (cited) return { title: cited }
  const body = pieces.findIndex(
    (piece) => !piece.aside && (piece.role === 'paragraph' || piece.role === 'quote'),
  )
  const heading = pieces.findIndex((piece) => piece.role === 'heading' && !isGeneric(piece.text))
  if (heading >= 0 && (body < 0 || heading < body)) return { title: pieces[heading]?.text ?? '' }
  return { title: '' }
}

/** A heading with nothing but short lines over it: dates, names of journals, numbers of pages. */
function topHeading(pieces: readonly Piece[]): number {
  const text = pieces.findIndex(
    (piece) => !piece.aside && piece.role !== 'heading' && piece.text.length > 120,
  )
  const head = pieces.slice(0, text < 0 ? 0 : text)
  return head.findIndex(
    ({ role, text: words }) =>
      role === 'heading' && !isGeneric(words) && / /u.test(words) && !/^\d/u.test(words),
  )
}

function looksLikeTitle(piece: Piece, moreFollows: boolean): boolean {
  const { text, role } = piece
  if (!moreFollows || piece.keepsLines || text.length > LONGEST_TITLE || isGeneric(text)) return false
  if (role === 'heading') return true
  if (role !== 'paragraph' || /[.,;:…]$/.test(text) || NAMED.test(text)) return false
  // A long title is rarely split into sentences; a short paragraph is.
  return (
    couldBeHeading(text) ||
    (/^["“‘'(]?[\p{Lu}\d]/u.test(text) && !endsSentence(text) && !/[.!?] \p{Lu}/u.test(text))
  )
}

/** What a line such as "Title: …" or "Subject: …" near the top says. */
function namedTitle(pieces: readonly Piece[]): string | undefined {
  for (const { text } of pieces.slice(0, 40)) {
    for (const line of text.slice(0, 1000).split('\n')) {
      const name = NAMED.exec(line)?.[1]
      if (name) return name
    }
  }
  return undefined
}

/** The title in quotes of a line such as "To cite this article: …". */
function citedTitle(pieces: readonly Piece[]): string | undefined {
  for (const { text } of [...pieces.slice(0, 30), ...pieces.slice(-30)]) {
    const cited = CITE.exec(text.slice(0, 600))?.[1]
    if (cited) return cited
  }
  return undefined
}
