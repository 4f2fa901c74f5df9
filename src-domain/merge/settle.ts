import { excerptFault } from '../document/integrity'
import type { Project } from '../document/project'
import type { Category } from '../records/category'
import type { Excerpt } from '../records/excerpt'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { Placement } from '../records/placement'
import type { TableName } from '../records/registry'
import { reanchor } from '../anchoring/reanchor'
import type { Draft, Sides } from './draft'
import { equal } from './equal'

/** Makes the draft keep the rules that span records, where both sides together break them. Mine comes first. */
export function settle(draft: Draft, sides: Sides): void {
  dropDoubles<Placement>(draft, sides, 'placements', ({ map, claim }) => `${map} ${claim}`)
  dropDoubles<Excerpt>(draft, sides, 'excerpts', ({ claim, source, start, end, exact }) =>
    JSON.stringify([claim, source, start, end, exact]),
  )
  joinRows(draft, sides)
  joinCells(draft, sides)
  freeKeys(draft, sides)
  settleGroups(draft)
  settleExcerpts(draft)
}

const rows = <Row>(draft: Draft, table: TableName): Row[] =>
  [...draft.tables[table].values()] as unknown as Row[]

/** Of two records for one thing, one from each side, the one that mine has. What one file has twice stays twice. */
function dropDoubles<Row extends { id: string }>(
  draft: Draft,
  { mine, theirs }: Sides,
  table: TableName,
  keyOf: (row: Row) => string,
): void {
  const hasTwice = (side: Project, ids: readonly string[], key: string) =>
    ids.every((id) => {
      const row = side[table].get(id) as unknown as Row | undefined
      return row && keyOf(row) === key
    })
  const seen = new Map<string, string>()
  for (const row of rows<Row>(draft, table)) {
    const key = keyOf(row)
    const known = seen.get(key)
    if (known === undefined) seen.set(key, row.id)
    else if ([mine, theirs].some((side) => hasTwice(side, [known, row.id], key))) continue
    else if (!mine[table].has(known) && mine[table].has(row.id)) {
      draft.tables[table].delete(known)
      seen.set(key, row.id)
    } else draft.tables[table].delete(row.id)
  }
}

/** Both made a row of one claim: its cells come together in the row of mine. */
function joinRows(draft: Draft, { mine }: Sides): void {
  const first = new Map<string, string>()
  const into = new Map<string, string>()
  const ours = (row: MatrixRow) => (mine.rows.has(row.id) ? 0 : 1)
  for (const row of rows<MatrixRow>(draft, 'rows').sort((a, b) => ours(a) - ours(b))) {
    const key = `${row.matrix} ${row.claim} ${row.reading}`
    const known = first.get(key)
    if (known === undefined) first.set(key, row.id)
    else into.set(row.id, known)
  }
  for (const cell of rows<MatrixCell>(draft, 'cells')) {
    const row = into.get(cell.row)
    if (row !== undefined) draft.tables.cells.set(cell.id, { ...cell, row })
  }
  for (const id of into.keys()) draft.tables.rows.delete(id)
}

/** Both rated one cell, each in a record of its own. */
function joinCells(draft: Draft, { mine }: Sides): void {
  const first = new Map<string, MatrixCell>()
  const ours = (cell: MatrixCell) => (mine.cells.has(cell.id) ? 0 : 1)
  for (const cell of rows<MatrixCell>(draft, 'cells').sort((a, b) => ours(a) - ours(b))) {
    const key = `${cell.row} ${cell.hypothesis} ${cell.analyst}`
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, cell)
      continue
    }
    draft.tables.cells.delete(cell.id)
    const fields = (['rating', 'note'] as const).filter((field) => !equal(known[field], cell[field]))
    if (fields.length > 0)
      draft.list({
        kind: 'changed',
        table: 'cells',
        id: known.id,
        fields,
        mine: known,
        theirs: cell,
      })
  }
}

/** A key assigns one category. */
function freeKeys(draft: Draft, { mine }: Sides): void {
  const ours = ({ id }: Category) => (mine.categories.has(id) ? 0 : 1)
  const taken = new Set<string>()
  for (const category of rows<Category>(draft, 'categories').sort((a, b) => ours(a) - ours(b))) {
    if (category.key !== '' && taken.has(category.key))
      draft.tables.categories.set(category.id, { ...category, key: '' })
    else taken.add(category.key)
  }
}

/** A card that one moved to another group than the map it is on keeps no group. */
function settleGroups(draft: Draft): void {
  for (const placement of rows<Placement>(draft, 'placements')) {
    const group = draft.tables.groups.get(placement.group)
    if (placement.group !== '' && group?.['map'] !== placement.map)
      draft.tables.placements.set(placement.id, { ...placement, group: '' })
  }
}

/** Finds passages again that do not fit the text of their source. */
function settleExcerpts(draft: Draft): void {
  const { sources } = draft.project({} as Project['about'])
  for (const excerpt of rows<Excerpt>(draft, 'excerpts')) {
    const source = sources.get(excerpt.source)
    if (source && excerptFault(excerpt, source))
      draft.tables.excerpts.set(excerpt.id, reanchor({ ...excerpt, anchor: 'exact' }, source.text))
  }
}
