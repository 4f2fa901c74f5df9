import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { VERSION } from '#domain/document/project'

/**
 * A journal has lines of sequence, checksum, JSON and newline. An empty line follows the last one, so that a journal
 * that was cut between two lines can be recognised. The first line has the sequence 0 and names the generation that
 * the journal extends: the SHA-256 of the project file to which its changes apply. Every checksum covers that
 * generation, so that a line of another journal is never taken for one of this.
 */
const HeadSchema = v.object({
  format: v.literal('counterpoint-journal'),
  version: v.number(),
  generation: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/**
 * A mark: a line that announces a generation with the lines up to `through`. It becomes valid when the file is
 * renamed.
 */
const MarkSchema = v.object({ snapshot: v.string(), through: v.pipe(v.number(), v.integer(), v.minValue(0)) })

export type Mark = v.InferOutput<typeof MarkSchema>

/** The JSON of a mark, for `encodeLine`. */
export const encodeMark = ({ snapshot, through }: Mark): string => JSON.stringify({ snapshot, through })

/** Whether the JSON of a line is a mark. */
export const isMark = (json: string): boolean => json.startsWith('{"snapshot":')

/** The mark in a line; undefined if the line is a change. */
export const markOf = (value: unknown): Mark | undefined => {
  const mark = v.safeParse(MarkSchema, value)
  return mark.success ? mark.output : undefined
}

/** The version of the journal that this code writes. Its lines hold records, so it is that of the project format. */
export const JOURNAL_VERSION = VERSION

export interface Line {
  readonly sequence: number
  readonly value: unknown
}

export interface Decoded {
  readonly generation: string | undefined
  /** The version of the format; undefined if the first line cannot be read. */
  readonly version: number | undefined
  /** The lines that could be read, in order. */
  readonly lines: readonly Line[]
  /** How many lines could not be read. */
  readonly missing: number
  /** Whether the end is missing, as when the writer was killed in the middle of a line. */
  readonly torn: boolean
}

/** The first line of a journal that extends this generation. */
export const encodeHead = (generation: string): string =>
  encodeLine(
    generation,
    0,
    JSON.stringify({ format: 'counterpoint-journal', version: JOURNAL_VERSION, generation }),
  )

/** Follows the last line. The next line overwrites it. */
export const END = '\n'

/**
 * Encodes a line.
 * @param json without a newline, as `JSON.stringify` gives it
 */
export const encodeLine = (generation: string, sequence: number, json: string): string =>
  `${sequence} ${checksum(generation, sequence, json)} ${json}\n`

const checksum = (generation: string, sequence: number, json: string): string =>
  createHash('sha256').update(`${generation} ${sequence} ${json}`).digest('hex').slice(0, 32)

const NEWLINE = 10

/**
 * Reads a journal as far as possible. Never throws.
 * @param generations candidates for the generation it extends, in case the first line cannot be read
 */
export function decodeJournal(bytes: Uint8Array, generations: readonly string[] = []): Decoded {
  const pieces = split(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const head = readHead(pieces[0]?.text)
  const candidates = head ? [head.generation] : generations
  const lines: Line[] = []
  let generation = head?.generation
  let bad = 0
  const last = pieces.at(-1)
  const ended = last !== undefined && last.whole && last.text === ''
  for (const [index, { text, whole }] of pieces.entries()) {
    if ((index === 0 && head) || (ended && index === pieces.length - 1)) continue
    // Accept a line whose newline was damaged.
    const line = readLine(text, candidates) ?? readLine(text.slice(0, -1), candidates)
    if (line && line.sequence > (lines.at(-1)?.sequence ?? 0)) {
      generation ??= line.generation
      lines.push(line)
      bad = 0
    } else if (whole) bad++
  }
  const gaps = (lines.at(-1)?.sequence ?? 0) - lines.length
  return {
    generation,
    version: head?.version,
    lines,
    missing: gaps + (head || lines.length > 0 ? bad : 0),
    torn: !ended,
  }
}

/** The pieces between newlines. Text after the last newline is an incomplete piece. */
function split(bytes: Buffer): { text: string; whole: boolean }[] {
  const pieces: { text: string; whole: boolean }[] = []
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    pieces.push({ text: bytes.toString('utf8', start, end), whole: true })
    start = end + 1
  }
  if (start < bytes.length) pieces.push({ text: bytes.toString('utf8', start), whole: false })
  return pieces
}

function readHead(text: string | undefined): v.InferOutput<typeof HeadSchema> | undefined {
  const json = text?.startsWith('0 ') ? text.slice(2 + 32 + 1) : undefined
  const head = json === undefined ? undefined : v.safeParse(HeadSchema, parseJson(json))
  if (!head?.success) return undefined
  return readLine(text!, [head.output.generation]) ? head.output : undefined
}

function readLine(text: string, generations: readonly string[]): (Line & { generation: string }) | undefined {
  const [, sequence, sum, json] = /^(\d{1,9}) ([0-9a-f]{32}) (.*)$/s.exec(text) ?? []
  if (json === undefined) return undefined
  const generation = generations.find((each) => checksum(each, Number(sequence), json) === sum)
  if (generation === undefined) return undefined
  return { sequence: Number(sequence), value: parseJson(json), generation }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
