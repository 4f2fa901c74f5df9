import { authorsIn } from './pdf-authors'
import { withEntries } from './pdf-entries'
import type { Fragment } from './pdf-fragments'
import { bandOf, crosses, gutterOf } from './pdf-gutter'
import { partTables } from './pdf-sparse-tables'

/** Fragments that are read from top to bottom, with nothing beside them. */
export type Column = readonly Fragment[]

/** Splits a page into its columns, in reading order. */
export const columnsOf = (fragments: readonly Fragment[]): Column[] => split(withEntries(fragments))

/**
 * A fragment across several columns separates those above from those below. Where the page as a whole has no columns, a
 * part of it may have: below a wide listing or figure.
 */
function split(fragments: readonly Fragment[]): Column[] {
  if (fragments.length === 0) return []
  const gutter = gutterOf(fragments)
  if (gutter === undefined) return splitBand(fragments)
  const columns: Column[] = []
  let side: Fragment[] = []
  let across: Fragment[] = []
  const endSides = () => {
    const authors = authorsIn(side)
    if (authors?.above.length === 0) columns.push(...authors.blocks)
    const rest = authors?.above.length === 0 ? authors.below : side
    for (const { isTable, fragments: part } of partTables(rest, gutter))
      columns.push(...(isTable ? [part] : sides(part, gutter)))
    side = []
  }
  const endAcross = () => {
    if (across.length > 0) columns.push(across)
    across = []
  }
  for (const fragment of byHeight(fragments)) {
    if (crosses(fragment, gutter)) {
      if (side.length > 0) endSides()
      across.push(fragment)
    } else {
      endAcross()
      side.push(fragment)
    }
  }
  endAcross()
  endSides()
  return columns
}

function sides(fragments: readonly Fragment[], gutter: number): Column[] {
  const left = fragments.filter((fragment) => fragment.x < gutter && !crosses(fragment, gutter))
  const right = fragments.filter((fragment) => !left.includes(fragment))
  return [...split(left), ...split(right)]
}

function splitBand(fragments: readonly Fragment[]): Column[] {
  const band = bandOf(byHeight(fragments))
  if (band) return [...split(band.above), ...split(band.beside), ...split(band.below)]
  const authors = authorsIn(fragments)
  if (!authors) return [fragments]
  return [authors.above, ...authors.blocks, authors.below].filter((part) => part.length > 0)
}

const byHeight = (fragments: readonly Fragment[]): Fragment[] =>
  [...fragments].sort((one, other) => one.y - other.y)
