import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow, Weight } from '../records/matrix-row'
import type { Relation } from '../records/relation'
import type { Verdict } from '../weighing/verdict'
import type { Weighing } from '../weighing/weigh'
import { Kept } from './kept'
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
 * @param kept the rows of earlier readings of the matrix
 */
export function shownMatrix(
  project: MatrixTables,
  weighing: Weighing,
  matrix: Pick<Matrix, 'id' | 'hypotheses'> & Partial<Matrix>,
  deceived: ReadonlySet<string> = new Set(),
  kept: Kept<ShownRow> = new Kept(),
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
    const verdict = weighing.verdicts.get(row.claim)
    const stored = own.get(row.id)
    const onMap = isRatedOnMap(row) ? direct.get(row.claim) : undefined
    const [isTwin, isDeceived] = [hasTwin(row), deceived.has(row.claim)]
    const inputs = [
      row,
      matrix.hypotheses,
      verdict?.verdict,
      verdict?.force,
      verdict?.possible,
      stored,
      onMap,
      onMap && statusesOf(onMap, weighing),
      isTwin,
      isDeceived,
    ]
    return kept.get(row.id, inputs, () => ({
      id: row.id,
      claim: row.claim,
      ...ratingsOf(matrix.hypotheses, stored, onMap, weighing),
      ...countingOf(verdict, row, isTwin, isDeceived),
    }))
  })
  return { rows, ...scoreMatrix(matrix.hypotheses, rows, matrix.weighted ?? true) }
}

/** What became of the relations of a row's claim. */
function statusesOf(
  onMap: ReadonlyMap<string, readonly Relation[]>,
  { relations }: Pick<Weighing, 'relations'>,
): string {
  let statuses = ''
  for (const list of onMap.values()) for (const { id } of list) statuses += `${relations.get(id)} `
  return statuses
}

/** The ratings that a row shows, with their marks, by hypothesis. */
function ratingsOf(
  hypotheses: readonly string[],
  stored: ReadonlyMap<string, MatrixCell> | undefined,
  onMap: ReadonlyMap<string, readonly Relation[]> | undefined,
  weighing: Weighing,
): Pick<ShownRow, 'cells' | 'marks'> {
  const cells: Record<string, CellRating> = {}
  const marks: Record<string, string> = {}
  for (const hypothesis of hypotheses) {
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
  return { cells, marks }
}

/** Whether a row counts, why not, and its weights. */
function countingOf(
  verdict: Verdict | undefined,
  row: MatrixRow,
  hasTwin: boolean,
  isDeceived: boolean,
): Pick<ShownRow, 'counted' | 'why' | 'credibility' | 'relevance'> {
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
    if (hasTwin && isDeceived !== isDeception) return not('other reading')
    if (!verdict) return not('the evidence is gone')
    if (verdict.verdict === 'falls') return not('the evidence falls')
    if (verdict.verdict === 'unsupported') return not('the evidence is unsupported')
    return isDeception && !hasTwin ? not('no face-value row') : { counted: true, why: '' }
  }
}

/** The credibility of a row, by the force of its claim. */
const CREDIBILITY_OF_FORCE = ['low', 'low', 'medium', 'high'] as const
