import { createHash } from 'node:crypto'
import { ContractError } from '#api/errors'
import type { ImportFormatName } from '#domain/formats/import/catalogue'
import { UnreadableError, type Imported } from '#domain/formats/import/format'
import { isTextFormat, TEXT_READERS } from '#domain/formats/import/readers'
import type { ReadChoices } from '#domain/formats/interchange/choices'
import type { InterchangeName } from '#domain/formats/interchange/catalogue'
import { fittingFormats } from '#domain/formats/interchange/recognise'
import { articleWithLimitedMarks } from '#domain/text/clean/combining-mark-limit'
import { env } from '../env'
import { decode } from '../files/decode'
import { checksumIn } from '../files/file-checksum'
import type { ExtractorInput } from './extractors/extractor'
import { EXTRACTORS } from './extractors/registry'
import { formatFor } from './format-for'

/**
 * Reads a file's content by the format that its name and its content tell.
 * @throws ContractError in words for the user
 */
export async function readImport(
  fileName: string,
  bytes: Uint8Array,
  progress: ExtractorInput['progress'] = () => undefined,
  how: ReadAs = {},
): Promise<Imported> {
  const format = formatFor(fileName, bytes.length)
  if (bytes.length === 0) throw new ContractError('unreadable', 'The file is empty. Choose another.')
  try {
    const foreign = await readForeign(format.name, fileName, bytes, how)
    if (foreign) return foreign
    const imported = await read(format.name, { fileName, bytes, progress, encoding: how.encoding })
    if (imported.kind !== 'article') return imported
    return { kind: 'article', article: articleWithLimitedMarks(imported.article) }
  } catch (error) {
    if (error instanceof UnreadableError) {
      throw new ContractError('unreadable', `${error.message} Nothing was changed. Choose another file.`)
    }
    throw error
  }
}

/** How to read a file, apart from what its name and content tell. */
export interface ReadAs {
  /** The format of another program to read it as, whatever its name tells. */
  readonly as?: InterchangeName | undefined
  /** The text of the same name beside a file of annotations. */
  readonly beside?: Uint8Array | undefined
  /** The encoding of a text that the user has chosen. */
  readonly encoding?: string | undefined
  /** The bytes are the content of an origin, to be read again as the user has chosen. */
  readonly again?: { readonly hash: string; readonly choices: ReadChoices } | undefined
}

/** The endings that files of other programs share with others. */
const SHARED: readonly ImportFormatName[] = ['project', 'text', 'interchange']

/** Archives of other programs, and the parts that are kept: pictures, films and formatted texts are not. */
const ARCHIVES: readonly { readonly name: RegExp; readonly parts: RegExp }[] = [
  { name: /\.qdpx$/i, parts: /\.(?:qde|txt)$/i },
  { name: /\.xmind$/i, parts: /^content\.(?:json|xml)$/i },
]

/** The text of a file; of an archive, its texts by path as JSON. Undefined for a file that is not text. */
async function textIn(fileName: string, bytes: Uint8Array): Promise<string | undefined> {
  const archive = ARCHIVES.find(({ name }) => name.test(fileName))
  if (!archive) return decode(bytes)?.text
  const { checkArchive } = await import('./extractors/archive')
  const parts = await checkArchive(bytes, (name) => archive.parts.test(name))
  const texts = [...parts].map(([name, part]) => [name, partIn(part)] as const)
  return JSON.stringify(Object.fromEntries(texts))
}

/** The text of a part of an archive, with its byte order mark, so that the archive can be written again as it was. */
function partIn(bytes: Uint8Array): string {
  const text = decode(bytes)?.text ?? ''
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\uFEFF${text}` : text
}

/** The content of a file of another program; undefined if it is none. */
async function readForeign(
  format: ImportFormatName,
  fileName: string,
  bytes: Uint8Array,
  { as, beside, again }: ReadAs,
): Promise<Imported | undefined> {
  if (as === undefined && !SHARED.includes(format)) return undefined
  const text = again ? decode(bytes)?.text : await textIn(fileName, bytes)
  if (text === undefined) return undefined
  const formats = fittingFormats(fileName, text)
  const name = as ?? formats[0]
  if (name === undefined) return undefined
  const hash = again?.hash ?? createHash('sha256').update(bytes).digest('hex')
  const words = beside && decode(beside)?.text
  const { readInterchange } = await import('#domain/formats/interchange/read-file')
  const file = { fileName, text, beside: words, hash, now: env.now(), choices: again?.choices }
  const imported = await readInterchange(name, file)
  return imported.kind === 'project' && formats.length > 1 ? { ...imported, formats } : imported
}

/** What the report says of a project file whose checksum is wrong. */
const NOT_AS_WRITTEN =
  'the file is not as Counterpoint wrote it: another program has changed it, or it was damaged'

async function read(format: ImportFormatName, input: ExtractorInput): Promise<Imported> {
  if (format === 'interchange')
    throw new UnreadableError('It is not of a program whose maps or highlights can be read.')
  if (!isTextFormat(format)) {
    const extract = await EXTRACTORS[format]()
    return extract(input)
  }
  const decoded = decode(input.bytes, input.encoding)
  if (!decoded) throw new UnreadableError('The file is not text, despite its name.')
  const readText = await TEXT_READERS[format]()
  const imported = readText({ fileName: input.fileName, ...decoded })
  const isWrong = imported.kind === 'project' && checksumIn(input.bytes) === 'wrong'
  return isWrong
    ? { ...imported, report: [{ what: NOT_AS_WRITTEN, count: 1 }, ...(imported.report ?? [])] }
    : imported
}
