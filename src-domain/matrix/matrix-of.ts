import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixRow, Weight } from '../records/matrix-row'
import type { Weighing } from '../weighing/weigh'
import { linksOf } from './links'
import { isRatedOnMap, mapRating, type CellRating } from './ratings'
import { rowsInOrder } from './row-order'
import { scoreMatrix, type MatrixScores, type ScoredRow } from './scores'
import { storedCells } from './stored-cells'

/** A row as the matrix shows and counts it. */
export interface ShownRow extends ScoredRow {
  readonly claim: string
  /** By hypothesis: “answered” for a rating whose relation fails, “differs: C” for a cell that says otherwise. */
  readonly marks: Readonly<Record<string, string>>
  readonly counted: boolean
  /** Why it does not count; empty if it does. */
  readonly why: string
  readonly credibility: Weight
  readonly relevance: Weight
}

export interface ShownMatrix extends MatrixScores {
  readonly rows: readonly ShownRow[]
}

type MatrixTables = Pick<Project, 'relations' | 'rows' | 'cells'>

/**
 * What a matrix shows and counts. A rating that stands on the map comes from there, and counts only while its relation
 * holds or is contested; all others are cells of the analyst here.
 * @param deceived the claims whose row of the reading “deception” counts in place of the other
 */
export function shownMatrix(
  project: MatrixTables,
  weighing: Weighing,
  matrix: Pick<Matrix, 'id' | 'hypotheses'> & Partial<Matrix>,
  deceived: ReadonlySet<string> = new Set(),
): ShownMatrix {
  const { own } = storedCells(project)
  const { direct } = linksOf(project.relations)
  const records = rowsInOrder(project, matrix.id)
  const [faces, deceptions] = [false, true].map(
    (isDeception) =>
      new Set(records.flatMap((row) => ((row.reading === 'deception') === isDeception ? row.claim : []))),
  )
  const hasTwin = ({ claim, reading }: MatrixRow) =>
    (reading === 'deception' ? faces : deceptions)!.has(claim)
  const rows = records.map((row) => {
    const cells: Record<string, CellRating> = {}
    const marks: Record<string, string> = {}
    const stored = own.get(row.id)
    const onMap = isRatedOnMap(row) ? direct.get(row.claim) : undefined
    for (const hypothesis of matrix.hypotheses) {
      const rated = stored?.get(hypothesis)?.rating ?? ''
      const relations = onMap?.get(hypothesis)
      if (!relations) {
        cells[hypothesis] = rated
        continue
      }
      const { shown, answered } = mapRating(relations, weighing)
      cells[hypothesis] = shown || (answered ? '' : rated)
      if (answered) marks[hypothesis] = 'answered'
      else if (shown && rated && rated !== shown) marks[hypothesis] = `differs: ${rated}`
    }
    return {
      id: row.id,
      claim: row.claim,
      cells,
      marks,
      ...countingOf(weighing, row, hasTwin(row), deceived),
    }
  })
  return { rows, ...scoreMatrix(matrix.hypotheses, rows, matrix.weighted ?? true) }
}

/** Whether a row counts, why not, and its weights. */
function countingOf(
  weighing: Weighing,
  row: MatrixRow,
  hasTwin: boolean,
  deceived: ReadonlySet<string>,
): Pick<ShownRow, 'counted' | 'why' | 'credibility' | 'relevance'> {
  const verdict = weighing.verdicts.get(row.claim)
  const isDeception = row.reading === 'deception'
  const force = verdict?.force || (verdict?.possible ?? 0)
  return {
    ...verdictOnRow(),
    credibility: row.credibility || CREDIBILITY_OF_FORCE[force],
    relevance: row.relevance || 'medium',
  }

  function verdictOnRow(): { counted: boolean; why: string } {
    const not = (why: string) => ({ counted: false, why })
    if (row.seen === 'awaited') return not('not seen yet')
    if (hasTwin && deceived.has(row.claim) !== isDeception) return not('other reading')
    if (!verdict) return not('the evidence is gone')
    if (verdict.verdict === 'falls') return not('the evidence falls')
    if (verdict.verdict === 'unsupported') return not('the evidence is unsupported')
    return isDeception && !hasTwin ? not('no face-value row') : { counted: true, why: '' }
  }
}

/** The credibility of a row, by the force of its claim. */
const CREDIBILITY_OF_FORCE = ['low', 'low', 'medium', 'high'] as const
