import type { Project, Table } from '../document/project'
import type { MatrixCell } from '../records/matrix-cell'
import { differingIds } from '../document/table-after'
import { inside, listed, replacedAt, type Between } from './links'

/** The stored cells of a project, by row and hypothesis. */
export interface StoredCells {
  /** Those of the analyst here. */
  readonly own: Between<MatrixCell>
  /** Those of other analysts. */
  readonly others: Between<readonly MatrixCell[]>
}

const known = new WeakMap<Table<MatrixCell>, StoredCells>()
let last: { readonly cells: Table<MatrixCell>; readonly stored: StoredCells } | undefined

/**
 * The stored cells of a project, read once for each table. Those of rows in which no cell has changed since the table before
 * are the same objects.
 */
export function storedCells({ cells }: Pick<Project, 'cells'>): StoredCells {
  let stored = known.get(cells)
  if (!stored) known.set(cells, (stored = last ? storedAfter(last, cells) : read(cells)))
  last = { cells, stored }
  return stored
}

function storedAfter(before: NonNullable<typeof last>, cells: Table<MatrixCell>): StoredCells {
  const rows = new Set<string>()
  for (const id of differingIds(before.cells, cells))
    for (const cell of [before.cells.get(id), cells.get(id)]) if (cell) rows.add(cell.row)
  const now = read(cells, rows)
  const { own, others } = before.stored
  return { own: replacedAt(own, now.own, rows), others: replacedAt(others, now.others, rows) }
}

/** @param only the rows that are read, if not all */
function read(cells: Table<MatrixCell>, only?: ReadonlySet<string>): StoredCells {
  const own = new Map<string, Map<string, MatrixCell>>()
  const others = new Map<string, Map<string, MatrixCell[]>>()
  for (const cell of cells.values()) {
    const { row, hypothesis, analyst } = cell
    if (only && !only.has(row)) continue
    if (analyst === '') inside(own, row).set(hypothesis, cell)
    else listed(inside(others, row), hypothesis).push(cell)
  }
  return { own, others }
}
