import { DOMParser } from 'linkedom'
import { UnreadableError } from '#domain/formats/import/format'
import { oneLine, type PageElement } from './html/html-dom'

/**
 * The root of an XML part of a document. Names keep their prefix, as in `dc:title`. The parser neither expands
 * declared entities nor fetches anything.
 */
export function xmlRoot(bytes: Uint8Array | undefined, what: string): PageElement {
  if (!bytes) throw new UnreadableError(`It is damaged: its ${what} is missing. Save the document again.`)
  const label = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(label).decode(bytes)
  const { documentElement } = new DOMParser().parseFromString(text, 'text/xml') as unknown as {
    documentElement: PageElement | null
  }
  if (!documentElement) {
    throw new UnreadableError(`It is damaged: its ${what} cannot be read. Save the document again.`)
  }
  return documentElement
}

/** All elements with that local name, whatever their prefix, in document order. */
export function elementsOf(root: PageElement, name: string): PageElement[] {
  return [...root.querySelectorAll('*')].filter(({ localName }) => localName.split(':').at(-1) === name)
}

/** The texts of all elements with that name, each on one line, without empty ones. */
export const wordsOf = (root: PageElement, name: string): string[] =>
  elementsOf(root, name)
    .map(({ textContent }) => oneLine(textContent).toWellFormed())
    .filter(Boolean)
