import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { VERSION } from '#domain/document/project'

/**
 * A journal has lines of sequence, checksum, JSON and newline. An empty line follows the last one, so that a journal
 * that was cut between two lines can be recognised. The first line has the sequence 0 and names the generation that
 * the journal extends: the SHA-256 of the project file to which its changes apply. Every checksum covers that
 * generation, so that a line of another journal is never taken for one of this. The first line also names the project,
 * and counts the other lines, so that missing ones at the end are noticed. Journals of earlier versions have neither.
 */
const HeadSchema = v.object({
  format: v.literal('counterpoint-journal'),
  version: v.number(),
  generation: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  project: v.optional(v.string()),
  lines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
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

/**
 * The largest journal, in bytes: about that of the largest project. The text of a larger one could be longer than the longest
 * string. It is neither read nor written, so that what is saved can be read back.
 */
export const JOURNAL_LIMIT = 500_000_000

export interface Line {
  readonly sequence: number
  readonly value: unknown
}

export interface Decoded {
  readonly generation: string | undefined
  /** The version of the format; undefined if the first line cannot be read. */
  readonly version: number | undefined
  /** The id of the project that it belongs to; undefined if it does not say. */
  readonly project: string | undefined
  /** The lines that could be read, in order. */
  readonly lines: readonly Line[]
  /** How many lines could not be read. */
  readonly missing: number
  /** Whether it ends in the middle of a line, or without its ending, as when the writer was killed. */
  readonly torn: boolean
  /** Whether the number of lines is known, so that `missing` has those at the end. */
  readonly counted: boolean
  /** How many of the missing lines only the history knows of, because the journal is an older one. */
  readonly older?: number
  /** Whether any byte is not as it was written, whether or not a line is missing. */
  readonly damaged: boolean
}

/** What the first line of a journal says: the generation that it extends, its project, and the number of its lines. */
export interface Head {
  readonly generation: string
  readonly project: string
  readonly lines: number
}

/** Digits of the number of lines. It is overwritten in place, so its length must not change. */
const COUNT_LENGTH = 9

/** The first line of a journal. Its length does not depend on the number of lines. */
export function encodeHead({ generation, project, lines }: Head): string {
  const json = JSON.stringify({
    format: 'counterpoint-journal',
    version: JOURNAL_VERSION,
    generation,
    project,
  })
  return encodeLine(generation, 0, `${json.slice(0, -1)},"lines":${String(lines).padStart(COUNT_LENGTH)}}`)
}

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
  const isHeadIntact = head !== undefined && readLine(pieces[0]!.text, [head.generation]) !== undefined
  const candidates = head ? [head.generation] : generations
  const lines: Line[] = []
  let generation = head?.generation
  let bad = 0
  let repaired = !isHeadIntact
  const end = pieces.at(-1)
  const ended = end !== undefined && end.whole && withoutReturn(end.text) === ''
  for (const [index, { text, whole }] of pieces.entries()) {
    if ((index === 0 && head) || (ended && index === pieces.length - 1)) continue
    const intact = readLine(text, candidates)
    // Accept a line whose newline was damaged.
    const line = intact ?? readLine(text.slice(0, -1), candidates)
    if (line && line.sequence > (lines.at(-1)?.sequence ?? 0)) {
      generation ??= line.generation
      lines.push(line)
      bad = 0
      repaired ||= !intact
    } else if (whole) bad++
  }
  const last = lines.at(-1)?.sequence ?? 0
  const counted = head?.lines !== undefined
  // Where all lines are there that the first one counts, what follows them is no change that was saved.
  const atEnd = counted ? Math.max(0, head.lines! - last) : head || lines.length > 0 ? bad : 0
  const missing = last - lines.length + atEnd
  const torn = !ended && (missing > 0 || !counted || isCut(end?.text ?? '', last))
  return {
    ...{ generation, version: head?.version, project: head?.project, lines, missing, torn, counted },
    damaged: missing > 0 || repaired || bad > 0 || end?.text !== '' || !end.whole,
  }
}

/** Whether a journal whose last line has this number ends as one that was cut: after that line, or in the next one. */
function isCut(end: string, last: number): boolean {
  const next = `${last + 1} `
  return end.startsWith(`${last} `) || end.startsWith(next) || next.startsWith(end)
}

/** Programs that change the ends of lines put one before each. */
const withoutReturn = (text: string): string => text.replace(/\r$/, '')

interface Piece {
  readonly text: string
  /** Whether a newline follows it. */
  readonly whole: boolean
}

/** The pieces between newlines. Text after the last newline is an incomplete piece. */
function split(bytes: Buffer): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    pieces.push({ text: bytes.toString('utf8', start, end), whole: true })
    start = end + 1
  }
  if (start < bytes.length) pieces.push({ text: bytes.toString('utf8', start), whole: false })
  return pieces
}

function readHead(whole: string | undefined): v.InferOutput<typeof HeadSchema> | undefined {
  const text = withoutReturn(whole ?? '')
  const json = text.startsWith('0 ') ? text.slice(2 + 32 + 1) : undefined
  const head = json === undefined ? undefined : v.safeParse(HeadSchema, parseJson(json))
  if (!head?.success) return undefined
  return readLine(text, [head.output.generation]) ? head.output : undefined
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
