import { UnreadableError } from '#domain/formats/import/format'
import type { Reference } from '#domain/formats/import/reference'
import { decode } from '../../../files/decode'
import type { Extractor } from '../extractor'
import { cslIn, type CslItem } from './references-csl'
import { bibliographyIn } from './references-parse'

/** The references in a file of a reference manager. Its name and its beginning decide the kind. */
export const extractReferences: Extractor = async ({ fileName, bytes }) => {
  const decoded = decode(bytes)
  if (!decoded) throw new UnreadableError('The file is not text, despite its name.')
  const text = decoded.text.replace(/^\uFEFF/, '')
  const { items, unread } = /json$/i.test(fileName)
    ? { items: jsonIn(text), unread: [] }
    : await bibliographyIn(text, /\.ris$/i.test(fileName) ? 'ris' : 'bib')
  const found = items.map(cslIn).filter((each): each is Reference => each !== undefined)
  const untitled = items.length - found.length
  if (found.length === 0) {
    throw new UnreadableError(
      unread.length > 0
        ? `None of its references could be read. The first one: ${unread[0]!}.`
        : 'It has no references.',
    )
  }
  const report = [
    ...unread.map((what) => ({ what: `reference that could not be read: ${what}`.slice(0, 500), count: 1 })),
    ...(untitled > 0 ? [{ what: 'references without title, DOI or address', count: untitled }] : []),
  ]
  return { kind: 'references', references: found, ...(report.length > 0 && { report }) }
}

/** CSL-JSON is an array of items. Zotero and others put it into an object. */
function jsonIn(text: string): readonly CslItem[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UnreadableError('The file is damaged: its JSON is not valid.')
  }
  const items = isObject(value) && Array.isArray(value['items']) ? value['items'] : value
  const list: unknown[] = Array.isArray(items) ? items : [items]
  return list.filter(isObject)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
