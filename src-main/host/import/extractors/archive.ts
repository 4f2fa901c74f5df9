import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { UnreadableError } from '#domain/formats/import/format'

/** Limits of an archive: the number of parts, the unpacked bytes, and the ratio of unpacked to packed bytes. */
export interface ArchiveLimits {
  readonly entries: number
  readonly bytes: number
  readonly ratio: number
}

const LIMITS: ArchiveLimits = { entries: 5000, bytes: 300 * 1024 * 1024, ratio: 100 }

/** Bytes that are allowed whatever the ratio: a small document of empty tables packs better than 100 to 1. */
const HARMLESS = 1024 * 1024

const HOSTILE = 'It unpacks to far more than a document contains and may be malicious. Nothing was imported.'
const DAMAGED = 'It is damaged: it cannot be unpacked. Download the file again, or save it again.'
const DOUBLED = 'It is damaged: two of its parts have the same name. Save the document again.'
const LOCKED = 'It is protected by a password. Save it without one, then import it.'
const OLD = 'It is protected by a password, or in an old Office format. Save it again, then import it.'
/** The first bytes of an old Office file (an OLE compound file). */
const OLD_MARK = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The parts of a zip archive (docx, epub, odt) by name, inflated. The sizes in the headers are not trusted: every
 * part is counted while it is inflated, including parts that are not wanted, and inflating stops at the limit. Pass
 * these parts to a parser, never the archive itself, which another unzipper may read differently.
 * @param wanted selects the parts to keep; the others, such as pictures, take no memory
 * @throws UnreadableError in words for the user
 */
export async function checkArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
  limits: ArchiveLimits = LIMITS,
): Promise<Map<string, Uint8Array>> {
  if (OLD_MARK.every((byte, index) => bytes[index] === byte)) throw new UnreadableError(OLD)
  const zip = await opened(bytes)
  const parts = new Map<string, Uint8Array>()
  const names = new Set<string>()
  const allowed = Math.min(limits.bytes, Math.max(HARMLESS, bytes.length * limits.ratio))
  let left = allowed
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith('/')) continue
      if (names.size === limits.entries) throw new UnreadableError(HOSTILE)
      if (names.has(entry.fileName)) throw new UnreadableError(DOUBLED)
      if (entry.isEncrypted()) throw new UnreadableError(LOCKED)
      names.add(entry.fileName)
      const kept = wanted(entry.fileName) ? [] : undefined
      left -= await inflated(zip, entry, left, kept)
      if (kept) parts.set(entry.fileName, Buffer.concat(kept))
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(DAMAGED)
  } finally {
    zip.close()
  }
  return parts
}

const opened = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new UnreadableError(DAMAGED)) : resolve(zip),
    )
  })

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (value?: Entry, error?: Error) => {
        zip.removeAllListeners()
        if (error) reject(error)
        else resolve(value)
      }
      zip.once('entry', (value: Entry) => settle(value))
      zip.once('end', () => settle())
      zip.once('error', (error: Error) => settle(undefined, error))
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

/** The inflated size of an entry in bytes. Stops beyond `left`, whatever the header says. */
async function inflated(zip: ZipFile, entry: Entry, left: number, kept: Uint8Array[] | undefined) {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, value) => (error ? reject(error) : resolve(value))),
  )
  let count = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    count += chunk.length
    if (count > left) throw new UnreadableError(HOSTILE)
    kept?.push(chunk)
  }
  return count
}
