import { rowsAcross } from './pdf-across'
import type { Fragment } from './pdf-fragments'

/** What stands below the name of an author. */
const AFFILIATION =
  /@|\b(?:Universit|Institut|Department|Dept\b|School|College|Laborator|Faculty|Cent(?:er|re)\b|Academy|Hochschule|École)/iu
/** The most lines of a block: name, institution in several lines, place, address. */
const MOST_ROWS = 9
/** More than this between two lines, in font sizes, ends a block. */
const GAP = 2

/** A part of a page with blocks of authors beside one another, each name with its affiliation below. */
export interface Authors {
  readonly above: readonly Fragment[]
  readonly blocks: readonly (readonly Fragment[])[]
  readonly below: readonly Fragment[]
}

/** Finds the first blocks of authors that stand beside one another; undefined if there are none. */
export function authorsIn(fragments: readonly Fragment[]): Authors | undefined {
  const rows = rowsAcross(fragments)
  for (const start of rows.keys()) {
    const found = authorsFrom(rows, start)
    if (found) return found
  }
  return undefined
}

function authorsFrom(rows: readonly Fragment[][], start: number): Authors | undefined {
  const names = rows[start]!
  if (names.length < 2 || names.some(({ text }) => /\d{3}/.test(text))) return undefined
  const blocks = names.map((name) => [name])
  let end = start + 1
  for (; end < rows.length && end - start < MOST_ROWS; end++) {
    const [row, before] = [rows[end]!, rows[end - 1]!]
    if (row[0]!.y - before[0]!.y > before[0]!.size * GAP) break
    const places = row.map((cell) =>
      names.findIndex((name, at) => isUnder(cell, name, names[at - 1], names[at + 1])),
    )
    if (places.includes(-1) || new Set(places).size < places.length) break
    row.forEach((cell, at) => blocks[places[at]!]!.push(cell))
  }
  const isAuthor = (block: readonly Fragment[]) => block.slice(1).some(({ text }) => AFFILIATION.test(text))
  return blocks.every(isAuthor)
    ? { above: rows.slice(0, start).flat(), blocks, below: rows.slice(end).flat() }
    : undefined
}

/** Whether a cell is below a name and reaches neither of the names beside it. */
const isUnder = (
  { x, right }: Fragment,
  name: Fragment,
  before: Fragment | undefined,
  after: Fragment | undefined,
): boolean => x < name.right && right > name.x && (!before || x > before.right) && (!after || right < after.x)
