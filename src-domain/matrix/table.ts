import type { Project } from '../document/project'
import { addsUpSentence } from '../judgement/adds-up'
import { excerptsByClaim } from '../queries/excerpt-index'
import { bestGrade } from '../queries/grades'
import type { Matrix } from '../records/matrix'
import { RATINGS, type MatrixCell } from '../records/matrix-cell'
import type { MatrixRow, Weight } from '../records/matrix-row'
import type { VerdictName } from '../weighing/verdict'
import type { Weighing } from '../weighing/weigh'
import { comparisonsOf, type Comparison } from './analysts'
import { cellSigns, type CellSign, type RowSigns } from './cell-signs'
import { findingsOf, type Findings } from './findings'
import { Kept } from './kept'
import { shownMatrix, type ShownMatrix, type ShownRow } from './matrix-of'
import { matrixNames, type MatrixNames } from './names'
import type { CellRating } from './ratings'
import { rowsInOrder } from './row-order'
import { against } from './sentences'
import { storedCells } from './stored-cells'

/** A hypothesis as a column shows it. */
export interface MatrixColumn {
  /** Its claim. */
  readonly id: string
  /** “H1”. */
  readonly name: string
  readonly text: string
  readonly verdict: VerdictName | undefined
  /** “2 I, 1 II”. */
  readonly against: string
  /** The weighted sum with one decimal; empty if the matrix has no weights. */
  readonly weighted: string
  readonly leads: boolean
  /** The analyst's own word of probability; empty if there is none. */
  readonly judged: string
}

export interface MatrixTableCell extends CellSign {
  readonly hypothesis: string
  readonly rating: CellRating
  /** The stored rating where the map shows another. */
  readonly differs: CellRating
  readonly note: string
  /** The ratings of other analysts: “Ayşe CC”. */
  readonly others: readonly string[]
}

/** A row as the table shows it. */
export interface MatrixLine extends Omit<ShownRow, 'cells' | 'marks'> {
  /** “E2”. */
  readonly name: string
  readonly text: string
  readonly verdict: VerdictName | undefined
  /** The grade of the passage that carries the claim best: “B2”; empty if none is graded. */
  readonly grade: string
  readonly reading: MatrixRow['reading']
  readonly seen: MatrixRow['seen']
  readonly note: string
  /** Whether the credibility comes from the claim's force. */
  readonly isDerived: boolean
  /** Whether it says the same of all hypotheses for which it is rated, if those are two or more. */
  readonly separatesNothing: boolean
  /** Who leads without the row, or whether the order changes; undefined if nothing does. */
  readonly linchpin: 'leaders' | 'order' | undefined
  readonly cells: readonly MatrixTableCell[]
}

/** A matrix as screen, reports and exports show it. */
export interface MatrixTable {
  readonly matrix: Matrix
  readonly names: MatrixNames
  readonly columns: readonly MatrixColumn[]
  /** In the order by hand. */
  readonly lines: readonly MatrixLine[]
  readonly shown: ShownMatrix
  readonly findings: Findings
  readonly comparisons: readonly Comparison[]
  /** Says if the words that the analyst gave to the hypotheses cannot all be right; empty if they can. */
  readonly addsUp: string
}

/** What is kept of the readings of one matrix, so that a change is followed only where it leads. */
class Readings {
  readonly rows = new Kept<ShownRow>()
  readonly signs = new Kept<RowSigns>()
  readonly lines = new Kept<MatrixLine>()
}

let last:
  | {
      readonly project: Project
      readonly weighing: Weighing
      readonly table: MatrixTable
      readonly readings: Readings
    }
  | undefined

/**
 * Reads a matrix with all that is derived from it. The last one is kept while the project is the same, and lines that a
 * change does not concern are the same objects as before.
 */
export function matrixTable(project: Project, weighing: Weighing, matrix: Matrix): MatrixTable {
  const isSame = last?.project === project && last.weighing === weighing && last.table.matrix === matrix
  if (!last || !isSame) {
    const readings = last?.table.matrix.id === matrix.id ? last.readings : new Readings()
    last = { project, weighing, table: read(project, weighing, matrix, readings), readings }
  }
  return last.table
}

function read(project: Project, weighing: Weighing, matrix: Matrix, readings: Readings): MatrixTable {
  const records = rowsInOrder(project, matrix.id)
  const shown = shownMatrix(project, weighing, matrix, undefined, readings.rows)
  const names = matrixNames(matrix, records)
  const findings = findingsOf(matrix, records, shown)
  const signs = cellSigns(project, weighing, matrix, records, shown.rows, readings.signs)
  const linchpins = new Map(findings.linchpins.map((each) => [each.row, each]))
  const { own, others } = storedCells(project)
  const passages = excerptsByClaim(project)
  const lines = records.map((record, i): MatrixLine => {
    const row = shown.rows[i]!
    const { id, claim } = row
    const linchpin = linchpins.get(id)
    const facts = {
      name: names.row.get(id) ?? '',
      text: project.claims.get(claim)?.text ?? '',
      verdict: weighing.verdicts.get(claim)?.verdict,
      grade: bestGrade(project, passages.get(claim) ?? [])?.grade ?? '',
      linchpin: linchpin && (linchpin.leaders ? ('leaders' as const) : ('order' as const)),
      separates: findings.diagnosticity.get(id)?.separates ?? false,
    }
    const [signsOfRow, ownOfRow, othersOfRow] = [signs.get(id), own.get(id), others.get(id)]
    const inputs = [row, record, signsOfRow, ownOfRow, othersOfRow, ...Object.values(facts)]
    return readings.lines.get(id, inputs, () => {
      const { cells, marks, ...rest } = row
      const { separates, ...shownFacts } = facts
      return {
        ...rest,
        ...shownFacts,
        reading: record.reading,
        seen: record.seen,
        note: record.note,
        isDerived: record.credibility === '',
        separatesNothing:
          !separates && Object.values(cells).filter((rating) => rating !== '' && rating !== 'NA').length > 1,
        cells: matrix.hypotheses.map((hypothesis): MatrixTableCell => {
          const mark = marks[hypothesis] ?? ''
          return {
            hypothesis,
            rating: cells[hypothesis] ?? '',
            differs: mark === '' ? '' : (RATINGS.find((rating) => mark === `differs: ${rating}`) ?? ''),
            note: ownOfRow?.get(hypothesis)?.note ?? '',
            others: othersOfRow?.get(hypothesis)?.map(otherInWords) ?? NONE,
            ...signsOfRow?.get(hypothesis),
          }
        }),
      }
    })
  })
  const columns = matrix.hypotheses.map((id): MatrixColumn => ({
    id,
    name: names.hypothesis.get(id) ?? '',
    text: project.claims.get(id)?.text ?? '',
    verdict: weighing.verdicts.get(id)?.verdict,
    against: against(shown, id),
    weighted: matrix.weighted ? (shown.scores[id] ?? 0).toFixed(1) : '',
    leads: shown.leaders.includes(id) && shown.leaders.length < matrix.hypotheses.length,
    judged: project.claims.get(id)?.judgement?.likelihood ?? '',
  }))
  return {
    matrix,
    names,
    columns,
    lines,
    shown,
    findings,
    comparisons: comparisonsOf(project, matrix, shown),
    addsUp: addsUpSentence(project, matrix),
  }
}

const NONE: readonly string[] = []

/** The rating of another analyst: “Ayşe CC”. */
const otherInWords = ({ analyst, rating }: MatrixCell): string => `${analyst} ${rating || 'blank'}`

/** The weight of a row in words: “credibility high, derived”. */
export const credibilityInWords = ({
  credibility,
  isDerived,
}: {
  readonly credibility: Weight
  readonly isDerived: boolean
}): string => `credibility ${credibility}${isDerived ? ', derived' : ''}`
