import type { Matrix } from '../records/matrix'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { AnyRecord, TableName } from '../records/registry'
import type { Scenario } from '../records/scenario'
import type { Pointer } from './pointer'
import type { Project } from './project'

/** The records that a matrix, a row, a cell or a scenario points to. */
export function matrixPointersOf(table: TableName, record: AnyRecord): Pointer[] {
  switch (table) {
    case 'matrices': {
      const { id, hypotheses } = record as Matrix
      return hypotheses.map((claim) => pointer('claims', claim, `the matrix ${id} has a missing hypothesis`))
    }
    case 'rows': {
      const { id, matrix, claim } = record as MatrixRow
      return [
        pointer('matrices', matrix, `the row ${id} is in a missing matrix`),
        pointer('claims', claim, `the row ${id} is of a missing claim`),
      ]
    }
    case 'cells': {
      const { id, row, hypothesis } = record as MatrixCell
      return [
        pointer('rows', row, `the cell ${id} is in a missing row`),
        pointer('claims', hypothesis, `the cell ${id} is of a missing hypothesis`),
      ]
    }
    case 'scenarios': {
      const { id, sources, claims, relations, given } = record as Scenario
      const broken = `the scenario ${id} supposes something of a missing record`
      return [
        ...sources.map((each) => pointer('sources', each, broken)),
        ...[...claims, ...given].map((each) => pointer('claims', each, broken)),
        ...relations.map((each) => pointer('relations', each, broken)),
      ]
    }
    default:
      return []
  }
}

const pointer = (table: TableName, id: string, broken: string): Pointer => ({ table, id, broken })

/** A fault of a matrix with its rows and their cells, as a clause; undefined if there is none. */
export function matrixFault(
  matrix: Matrix,
  rows: readonly MatrixRow[],
  cellsOf: (row: MatrixRow) => readonly MatrixCell[],
): string | undefined {
  const hypotheses = new Set(matrix.hypotheses)
  if (hypotheses.size !== matrix.hypotheses.length) return `the matrix ${matrix.id} has a hypothesis twice`
  const seen = new Set<string>()
  for (const row of rows) {
    if (hypotheses.has(row.claim)) return `the row ${row.id} is of a hypothesis of its matrix`
    if (!isNew(seen, `${row.claim} ${row.reading}`)) return `the row ${row.id} puts a claim in a matrix twice`
    const rated = new Set<string>()
    for (const { id, hypothesis, analyst } of cellsOf(row)) {
      if (!hypotheses.has(hypothesis))
        return `the cell ${id} is of a hypothesis that its matrix does not have`
      if (!isNew(rated, `${hypothesis} ${analyst}`)) return `the cell ${id} rates a hypothesis twice`
    }
  }
  return undefined
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

/** Every breach of the rules of matrices in a project, each as a clause. */
export function brokenMatrices({ matrices, rows, cells }: Project): string[] {
  if (matrices.size === 0) return []
  const allRows = [...rows.values()]
  const allCells = [...cells.values()]
  return [...matrices.values()].flatMap((matrix) => {
    const own = allRows.filter((row) => row.matrix === matrix.id)
    return matrixFault(matrix, own, (row) => allCells.filter((cell) => cell.row === row.id)) ?? []
  })
}
