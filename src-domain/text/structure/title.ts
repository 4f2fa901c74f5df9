import { endsSentence } from '../sentences/sentences'
import { couldBeHeading, isGeneric } from './headings'
import type { Piece } from './passages'
import { TITLES } from './thresholds'

const NAMED = /^(?:title|subject)\s*:\s+(.{3,200})$/iu
const CITE =
  /^(?:to|how to|please|suggested|recommended|cite)\b.{0,40}?(?:cite|citation|as)\b[^“"]{0,200}[“"]([^”"]{5,200}?)[,.]?[”"]/iu

/** A title, and the index of the piece that is the title, where there is one. */
interface FoundTitle {
  title: string
  index?: number
}

/**
 * Finds the title of a document; '' when it has none. In order: the piece that size and weight make the title, a line
 * "Title: …", the heading above all text if headings are known by typeface, the first line if it looks like a title,
 * the document's "To cite this article: …", a heading above all paragraphs.
 */
export function findTitle(pieces: readonly Piece[], headingsKnown = false): FoundTitle {
  const known = titleAt(pieces, (piece) => piece.role === 'title')
  if (known || pieces.every(({ aside }) => aside)) return known ?? { title: '' }
  return (
    namedTitle(pieces) ??
    (headingsKnown ? topHeading(pieces) : undefined) ??
    openingTitle(pieces) ??
    citedTitle(pieces) ??
    headingAboveBody(pieces) ?? { title: '' }
  )
}

/** The first piece that fits, as the title. */
function titleAt(pieces: readonly Piece[], fits: (piece: Piece) => boolean): FoundTitle | undefined {
  const index = pieces.findIndex(fits)
  const piece = pieces[index]
  return piece && { title: piece.text, index }
}

/** What a line such as "Title: …" or "Subject: …" near the top says, with the piece that says the same. */
function namedTitle(pieces: readonly Piece[]): FoundTitle | undefined {
  const lines = pieces.slice(0, TITLES.namedWithin).flatMap(({ text }) => text.slice(0, 1000).split('\n'))
  for (const line of lines) {
    const title = NAMED.exec(line)?.[1]
    if (title === undefined) continue
    const same = titleAt(pieces, ({ aside, text }) => !aside && text.toLowerCase() === title.toLowerCase())
    return { ...same, title }
  }
  return undefined
}

/** A heading with only short pieces above it: dates, names of journals, page numbers. */
function topHeading(pieces: readonly Piece[]): FoundTitle | undefined {
  const firstText = pieces.findIndex(
    ({ aside, role, text }) => !aside && role !== 'heading' && text.length > TITLES.longestAbove,
  )
  return titleAt(
    pieces.slice(0, Math.max(0, firstText)),
    ({ role, text }) => role === 'heading' && !isGeneric(text) && / /u.test(text) && !/^\d/u.test(text),
  )
}

function openingTitle(pieces: readonly Piece[]): FoundTitle | undefined {
  const index = pieces.findIndex((piece) => !piece.aside)
  const opening = pieces[index]
  const moreFollows = pieces.length > index + 1
  return opening && moreFollows && looksLikeTitle(opening) ? { title: opening.text, index } : undefined
}

function looksLikeTitle({ text, role, keepsLines }: Piece): boolean {
  if (keepsLines || text.length > TITLES.longest || isGeneric(text)) return false
  if (role === 'heading') return true
  if (role !== 'paragraph' || /[.,;:…]$/.test(text) || NAMED.test(text)) return false
  return couldBeHeading(text) || isOneSentence(text)
}

/** A long title is rarely split into sentences; a short paragraph is. */
const isOneSentence = (text: string): boolean =>
  /^["“‘'(]?[\p{Lu}\d]/u.test(text) && !endsSentence(text) && !/[.!?] \p{Lu}/u.test(text)

/** The title in quotes of a line such as "To cite this article: …". */
function citedTitle(pieces: readonly Piece[]): FoundTitle | undefined {
  for (const { text } of [...pieces.slice(0, TITLES.citedWithin), ...pieces.slice(-TITLES.citedWithin)]) {
    const title = CITE.exec(text.slice(0, 600))?.[1]
    if (title) return { title }
  }
  return undefined
}

/** It names the document but stays a heading, as its section begins right below. */
function headingAboveBody(pieces: readonly Piece[]): FoundTitle | undefined {
  const body = pieces.findIndex(({ aside, role }) => !aside && (role === 'paragraph' || role === 'quote'))
  const heading = pieces.findIndex(({ role, text }) => role === 'heading' && !isGeneric(text))
  const isAbove = heading >= 0 && (body < 0 || heading < body)
  return isAbove ? { title: pieces[heading]?.text ?? '' } : undefined
}
