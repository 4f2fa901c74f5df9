import { inflateSync } from 'node:zlib'

/** Bytes that are searched at a time: as one text, a large file would take its size again. A match fits into the overlap. */
export const PIECE = 4 * 1024 * 1024
export const OVERLAP = 64

/** The most bytes of all objects that are compressed together, and of one stream of them. */
const ALL = 128 * 1024 * 1024
const ONE = 32 * 1024 * 1024
/** The longest description of a stream. */
const HEAD = 2000

const KINDS =
  /\/Subtype\s{0,3}\/(Link|Widget|Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Line|Square|Circle|PolyLine|Polygon|FileAttachment|Redact|Sound|Movie|Screen)(?![A-Za-z\d])/g

/**
 * How many annotations of each kind a PDF has, by their definitions: asking pdf.js for them takes as long as reading the
 * text. Undefined if their definitions cannot be read so, or some may be outdated: the file is encrypted, or was changed
 * without being written anew.
 */
export function annotationsIn(bytes: Uint8Array): ReadonlyMap<string, number> | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLinear = file.subarray(0, HEAD).includes('/Linearized')
  if (timesIn(file, 'startxref') > (isLinear ? 2 : 1)) return undefined
  const counts = new Map<string, number>()
  const count = (text: string, from: number) => {
    for (const { index, 1: kind } of text.matchAll(KINDS))
      if (index < from) counts.set(kind!, (counts.get(kind!) ?? 0) + 1)
  }
  for (let from = 0; from < file.length; from += PIECE)
    count(file.toString('latin1', from, from + PIECE + OVERLAP), PIECE)
  try {
    for (const text of compressedObjects(file)) count(text, text.length)
  } catch {
    return undefined
  }
  return counts
}

function timesIn(file: Buffer, words: string): number {
  let times = 0
  for (let at = file.indexOf(words); at >= 0; at = file.indexOf(words, at + words.length)) times++
  return times
}

/** The texts of the streams in which PDF compresses small objects together. Throws for one that cannot be read. */
function* compressedObjects(file: Buffer): Iterable<string> {
  let left = ALL
  let at = file.indexOf('/ObjStm')
  while (at >= 0) {
    const start = file.indexOf('stream', at)
    const end = file.indexOf('endstream', start)
    if (start < 0 || start - at > HEAD || end < 0) throw new Error('no stream')
    const head = file.toString('latin1', Math.max(0, at - HEAD), start)
    const own = head.slice(head.lastIndexOf(' obj') + 1)
    if (!/\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(own)) throw new Error('another filter')
    const data = file.subarray(start + (file[start + 6] === 0x0d ? 8 : 7), end)
    const text = inflateSync(data, { maxOutputLength: Math.min(ONE, left) }).toString('latin1')
    left -= text.length
    yield text
    at = file.indexOf('/ObjStm', end)
  }
}
