import { randomUUID } from 'node:crypto'
import { inexactInteger } from '#domain/safety/inexact-integer'
import { utf8ToText } from '../files/utf8'

/** Bytes of records that are read at a time. */
const TOGETHER = 250_000

/** How a table with records begins and ends in a file that Counterpoint wrote, and what is between two records. */
const TABLE = '": [\n    {'
const TABLE_END = '\n    }\n  ]'
const BETWEEN = '\n    },\n    {'

/** JSON that was read, and an integer in it that a number cannot hold. */
export interface ReadJson {
  readonly value: unknown
  readonly inexact: string | undefined
}

/** The records of a table in a file. */
interface Cut {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * Reads a project's file as `JSON.parse` does, a few records at a time: the text of a large one takes its size in memory, or
 * twice its size if it has other letters than Latin ones. Only the indent tells where records begin. JSON has no line ends
 * in strings, so that no piece of what is not cut between two records is JSON by itself.
 * @returns undefined if it is not cut: it is small, is not written as Counterpoint writes it, or is not JSON
 */
export function readPieces(bytes: Buffer, together = TOGETHER): ReadJson | undefined {
  const cuts = tablesIn(bytes).filter(({ start, end }) => end - start > together)
  if (cuts.length === 0) return undefined
  try {
    let inexact: string | undefined
    const parse = (text: string): unknown => {
      const value: unknown = JSON.parse(text)
      inexact ??= inexactInteger(text)
      return value
    }
    // What no file can have, so that a table is known again.
    const mark = randomUUID()
    const file = parse(restOf(bytes, cuts, mark)) as Record<string, unknown>
    for (const { name, start, end } of cuts) {
      // It has another value if it is not a table of the project, or comes twice.
      if (JSON.stringify(file[name]) !== JSON.stringify([`${mark} ${start}`])) return undefined
      const rows: unknown[] = []
      for (const piece of piecesOf(bytes.subarray(start, end), together))
        for (const row of parse(`[${piece}]`) as unknown[]) rows.push(row)
      file[name] = rows
    }
    return { value: file, inexact }
  } catch {
    // Reading it as a whole says what is wrong with it.
    return undefined
  }
}

function tablesIn(bytes: Buffer): Cut[] {
  const cuts: Cut[] = []
  for (let at = bytes.indexOf(TABLE); at >= 0; at = bytes.indexOf(TABLE, at + 1)) {
    const line = bytes.toString('latin1', Math.max(0, bytes.lastIndexOf('\n', at)), at)
    const [, name] = /^\n {2}"([a-z]+)$/.exec(line) ?? []
    const start = at + TABLE.length - 1
    const end = bytes.indexOf(TABLE_END, start)
    if (name === undefined || end < 0) continue
    cuts.push({ name, start, end: end + TABLE_END.indexOf('}') + 1 })
    at = end
  }
  return cuts
}

/** The text without the records: each table has a mark with its position instead. */
function restOf(bytes: Buffer, cuts: readonly Cut[], mark: string): string {
  let from = 0
  let rest = ''
  for (const { start, end } of cuts) {
    rest += `${utf8ToText(bytes.subarray(from, start))}"${mark} ${start}"`
    from = end
  }
  return rest + utf8ToText(bytes.subarray(from))
}

function* piecesOf(rows: Buffer, together: number): Generator<string> {
  for (let from = 0; from < rows.length;) {
    const gap = rows.indexOf(BETWEEN, from + together)
    const to = gap < 0 ? rows.length : gap + BETWEEN.indexOf('}') + 1
    yield utf8ToText(rows.subarray(from, to))
    from = to + ','.length
  }
}
