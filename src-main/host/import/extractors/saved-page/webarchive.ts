import { parseBuffer } from 'bplist-parser'
import * as v from 'valibot'
import { TEXT_LIMIT, UnreadableError } from '#domain/formats/import/format'
import type { Extractor } from '../extractor'
import { importPage } from '../html/html'
import { decodePage } from '../html/html-charset'
import { webAddressOf } from '../html/html-values'

const ArchiveSchema = v.object({
  WebMainResource: v.object({
    WebResourceData: v.instance(Uint8Array),
    WebResourceMIMEType: v.fallback(v.string(), ''),
    WebResourceTextEncodingName: v.fallback(v.string(), ''),
    WebResourceURL: v.fallback(v.string(), ''),
  }),
})

const DAMAGED = 'It is not a web archive, or it is damaged. Save the page again, or print it to PDF.'

/**
 * A web page saved by Safari: a binary property list whose main resource is the page. Pictures, style sheets and
 * frames are not read.
 */
export const extract: Extractor = ({ fileName, bytes }) => {
  const { WebMainResource: page } = archiveIn(bytes)
  if (!/^(?:|text\/html|application\/xhtml\+xml)$/i.test(page.WebResourceMIMEType))
    throw new UnreadableError('It has no web page. Save the page again in a browser.')
  if (page.WebResourceData.length > TEXT_LIMIT)
    throw new UnreadableError('The page in it has more than 20 MB of text.')
  const { text: source, encoding } = decodePage(page.WebResourceData, page.WebResourceTextEncodingName)
  const url = webAddressOf([page.WebResourceURL], '')
  return Promise.resolve(importPage({ fileName, format: 'webarchive', encoding, source, url }))
}

function archiveIn(bytes: Uint8Array): v.InferOutput<typeof ArchiveSchema> {
  let content: unknown
  try {
    ;[content] = parseBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    // The parser throws for anything but a property list, and a list that contains itself overflows its stack.
    throw new UnreadableError(DAMAGED)
  }
  const read = v.safeParse(ArchiveSchema, content)
  if (!read.success) throw new UnreadableError(DAMAGED)
  return read.output
}
