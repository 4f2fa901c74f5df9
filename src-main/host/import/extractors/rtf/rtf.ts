import { Readable } from 'node:stream'
import { Tokenize } from 'rtf-stream-parser'
import { firstUnits } from '#domain/anchoring/pairs'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import { joined } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { fileAuthors } from '../author-names'
import type { Extractor } from '../extractor'
import { RtfReader, type RtfToken } from './rtf-reader'

/** A rich text: rtf-stream-parser splits it into tokens, and `RtfReader` reads these. */
export const extractRtf: Extractor = async ({ fileName, bytes }) => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!raw.subarray(0, 5).equals(Buffer.from('{\\rtf'))) {
    throw new UnreadableError('It is not rich text, despite its name. Save the document again.')
  }
  const reader = new RtfReader()
  try {
    const tokens = Readable.from([raw]).compose(new Tokenize()) as AsyncIterable<RtfToken>
    for await (const token of tokens) reader.take(token)
  } catch {
    reader.counts.set('places where the file is damaged', 1)
  }
  reader.end()
  const { about, drafts: body, notes } = reader.paragraphs
  const drafts = [...body, ...notes].map((draft) => ({
    ...draft,
    text: draft.text.toWellFormed().replaceAll('\0', ''),
  }))
  const { text, blocks, links } = joined(drafts)
  if (text === '') throw new UnreadableError('It has no text.')
  const said = (words: string): string => words.toWellFormed().replace(/\s+/g, ' ').trim()
  const title = drafts.find(({ role }) => role === 'title')?.text || said(about.title)
  const author = firstUnits(said(about.author), 300)
  const article = articleOf({
    title: firstUnits(said(title), 200) || guessedTitle({ text, blocks }, fileName),
    authors: fileAuthors([author]),
    fileName,
    format: 'rtf',
    encoding: '',
    text,
    blocks,
    ...(links && { links }),
    originalText: raw.toString('latin1'),
    report: [...reader.counts].map(([what, count]) => ({ what, count })),
  })
  return { kind: 'article', article }
}
