import { createHash } from 'node:crypto'
import * as v from 'valibot'

/**
 * The lines of a journal: sequence, checksum, JSON, newline; and after the last an empty one, by which a journal that was
 * cut between two lines is known. The first has the sequence 0 and names the generation that
 * the journal extends, which is the SHA-256 of the project file that its steps build on. Every checksum covers that
 * generation, so that a line of another journal is never taken for one of this.
 */
const HeadSchema = v.object({
  format: v.literal('counterpoint-journal'),
  version: v.number(),
  generation: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** A line that tells which generation is about to hold the lines up to `through`; it becomes true with its rename. */
const MarkSchema = v.object({ snapshot: v.string(), through: v.pipe(v.number(), v.integer(), v.minValue(0)) })

export type Mark = v.InferOutput<typeof MarkSchema>

export const encodeMark = ({ snapshot, through }: Mark): string => JSON.stringify({ snapshot, through })

export const isMark = (json: string): boolean => json.startsWith('{"snapshot":')

/** What a line marks; undefined when it is a step. */
export const markOf = (value: unknown): Mark | undefined => {
  const mark = v.safeParse(MarkSchema, value)
  return mark.success ? mark.output : undefined
}

/** The version of the journal that this code writes. */
export const JOURNAL_VERSION = 1

export interface Line {
  readonly sequence: number
  readonly value: unknown
}

export interface Decoded {
  readonly generation: string | undefined
  /** Of the journal's form; undefined when its head cannot be read. */
  readonly version: number | undefined
  /** What can be read, in order. */
  readonly lines: readonly Line[]
  /** How many lines were there and cannot be read any more. */
  readonly missing: number
  /** Whether its end is missing, as when the writer was ended in the middle of a line. */
  readonly torn: boolean
}

export const encodeHead = (generation: string): string =>
  encodeLine(
    generation,
    0,
    JSON.stringify({ format: 'counterpoint-journal', version: JOURNAL_VERSION, generation }),
  )

/** What stands after the last line. The next line is written over it. */
export const END = '\n'

/** @param json without a newline, as `JSON.stringify` gives it */
export const encodeLine = (generation: string, sequence: number, json: string): string =>
  `${sequence} ${checksum(generation, sequence, json)} ${json}\n`

const checksum = (generation: string, sequence: number, json: string): string =>
  createHash('sha256').update(`${generation} ${sequence} ${json}`).digest('hex').slice(0, 32)

const NEWLINE = 10

/**
 * Reads a journal as far as it can be read. Never throws.
 * @param generations what it may extend, for when its own head cannot be read
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
    // A newline that turned into something else costs nothing.
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

/** The pieces between newlines; the last one, where anything follows the last newline, is not whole. */
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
