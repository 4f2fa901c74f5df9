import type { Project, Table } from '../document/project'
import type { MatrixCell } from '../records/matrix-cell'
import { inside, listed, type Between } from './links'

/** The stored cells of a project, by row and hypothesis. */
export interface StoredCells {
  /** Those of the analyst here. */
  readonly own: Between<MatrixCell>
  /** Those of other analysts. */
  readonly others: Between<readonly MatrixCell[]>
}

const known = new WeakMap<Table<MatrixCell>, StoredCells>()

/** The stored cells of a project, read once for each table. */
export function storedCells({ cells }: Pick<Project, 'cells'>): StoredCells {
  let stored = known.get(cells)
  if (!stored) known.set(cells, (stored = read(cells)))
  return stored
}

function read(cells: Table<MatrixCell>): StoredCells {
  const own = new Map<string, Map<string, MatrixCell>>()
  const others = new Map<string, Map<string, MatrixCell[]>>()
  for (const cell of cells.values()) {
    const { row, hypothesis, analyst } = cell
    if (analyst === '') inside(own, row).set(hypothesis, cell)
    else listed(inside(others, row), hypothesis).push(cell)
  }
  return { own, others }
}
