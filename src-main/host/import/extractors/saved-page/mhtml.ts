import { TEXT_LIMIT, UnreadableError } from '#domain/formats/import/format'
import type { Extractor } from '../extractor'
import { importPage } from '../html/html'
import { decodePage } from '../html/html-charset'
import { dateOf } from '../dates'
import { webAddressOf } from '../html/html-values'
import { bytesOf, parameter, partOf, partsOf, type Part } from './mhtml-part'

/**
 * A web page saved with its resources (MHTML). The page is the root part; pictures, style sheets and frames are not
 * read.
 */
export const extract: Extractor = ({ fileName, bytes }) => {
  const message = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const root = rootOf(message)
  const page = bytesOf(root)
  if (page.length > TEXT_LIMIT) throw new UnreadableError('The page in it has more than 20 MB of text.')
  const { text: source, encoding } = decodePage(page, parameter(root.headers.get('content-type'), 'charset'))
  const said = ['snapshot-content-location', 'content-location'].flatMap(
    (name) => message.headers.get(name) ?? [],
  )
  const url = webAddressOf([...said, root.headers.get('content-location') ?? ''], '')
  const accessed = dateOf(message.headers.get('date') ?? '')
  return Promise.resolve(importPage({ fileName, format: 'mhtml', encoding, source, url, accessed }))
}

const isHtml = ({ headers }: Part) =>
  /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')

/** The part that the message names as its start, else the first page. */
function rootOf(message: Part): Part {
  const pages = leavesOf(message).filter(isHtml)
  const start = parameter(message.headers.get('content-type'), 'start')
  const root = pages.find((part) => start && part.headers.get('content-id') === start) ?? pages[0]
  if (!root) throw new UnreadableError('It has no web page. Save the page again in a browser.')
  return root
}

/** Multiparts in one another. Some browsers put the page into a multipart/alternative inside. */
const DEPTH = 8

/** The parts that hold no parts themselves, in the order of the file. Parts that are nested too deeply are left out. */
function leavesOf(part: Part, depth = 0): Part[] {
  const type = part.headers.get('content-type') ?? ''
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : ''
  if (!boundary) return [part]
  return depth < DEPTH ? partsOf(part.body, boundary).flatMap((inner) => leavesOf(inner, depth + 1)) : []
}
