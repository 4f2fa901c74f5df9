import { randomUUID } from 'node:crypto'
import { inexactInteger } from '#domain/safety/inexact-integer'
import { utf8ToText } from '../files/utf8'

/** Bytes. */
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

/** The records of a table, from the first brace to the last. */
export interface CutTable {
  readonly name: string
  readonly bytes: Buffer
}

/** Some records of a table, from the first brace to the last. */
export interface Piece {
  readonly bytes: Buffer
  readonly text: string
  readonly rows: readonly unknown[]
}

/**
 * Reads a project's file as `JSON.parse` does, a few records at a time: the text of a large one takes its size in memory, or
 * twice its size if it has other letters than Latin ones.
 * @param together bytes of records that are read at a time
 * @returns undefined if it is not cut: it is small, is not written as Counterpoint writes it, or is not JSON
 */
export function readPieces(bytes: Buffer, together = TOGETHER): ReadJson | undefined {
  try {
    const cut = cutTables(bytes, (table) => table.bytes.length > together)
    if (!cut || cut.tables.length === 0) return undefined
    let { inexact } = cut
    for (const { name, bytes: table } of cut.tables) {
      const all: unknown[] = []
      for (const { text, rows } of piecesOf(table, together)) {
        inexact ??= inexactInteger(text)
        for (const row of rows) all.push(row)
      }
      cut.file[name] = all
    }
    return { value: cut.file, inexact }
  } catch {
    // Reading it as a whole says what is wrong with it.
    return undefined
  }
}

/**
 * Cuts tables out of a project's file: they are empty in what is read of it. Only the indent tells where tables and records
 * begin. JSON has no line ends in strings, so that no piece of what is not cut between two records is JSON by itself. Throws
 * if it is not JSON in UTF-8.
 * @returns undefined if what would be cut is not a table of the project, or comes twice
 */
export function cutTables(
  bytes: Buffer,
  isWanted: (table: CutTable) => boolean,
): { file: Record<string, unknown>; inexact: string | undefined; tables: readonly CutTable[] } | undefined {
  const cuts = tablesIn(bytes).map((cut) => ({ ...cut, bytes: bytes.subarray(cut.start, cut.end) }))
  const tables = cuts.filter(isWanted)
  // What no file can have, so that a table is known again.
  const mark = randomUUID()
  const text = restOf(bytes, tables, mark)
  const file = JSON.parse(text) as Record<string, unknown>
  for (const { name, start } of tables) {
    if (JSON.stringify(file[name]) !== JSON.stringify([`${mark} ${start}`])) return undefined
    file[name] = []
  }
  return { file, inexact: inexactInteger(text), tables }
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

/** Reads the records of a table, a few at a time. Throws if they are not JSON in UTF-8. */
export function* piecesOf(table: Buffer, together = TOGETHER): Generator<Piece> {
  for (let from = 0; from < table.length;) {
    const gap = table.indexOf(BETWEEN, from + together)
    const to = gap < 0 ? table.length : gap + BETWEEN.indexOf('}') + 1
    const bytes = table.subarray(from, to)
    const text = utf8ToText(bytes)
    yield { bytes, text, rows: JSON.parse(`[${text}]`) as unknown[] }
    from = to + ',\n    '.length
  }
}
