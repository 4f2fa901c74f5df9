import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'
import type { Relation } from '../records/relation'
import type { Weighing } from '../weighing/weigh'
import { ghostsOf, type Ghost } from './ghosts'
import type { Kept } from './kept'
import { linksOf } from './links'
import type { ShownRow } from './matrix-of'
import { isRatedOnMap, mapRating, type CellRating } from './ratings'
import { storedCells } from './stored-cells'

/** What a cell shows beside its rating. */
export interface CellSign {
  /** The rating of relations that fail: the map has answered them. */
  readonly answered?: CellRating
  /** The map has reasons on both sides. */
  readonly isBoth?: boolean
  /** The relation of which the evidence is one premise of several. */
  readonly joint?: string
  /** What a longer way through the map suggests. */
  readonly ghost?: Ghost
}

/** The signs of the cells of a row, by hypothesis. */
export type RowSigns = ReadonlyMap<string, CellSign>

/**
 * The signs of the cells of a matrix, by row and hypothesis; none for most. What the analyst has stored otherwise than the
 * map shows is a mark of `shownMatrix`.
 * @param shown the rows as the matrix shows them, in the same order
 * @param kept the signs of earlier readings of the matrix
 */
export function cellSigns(
  project: Pick<Project, 'relations' | 'cells'>,
  weighing: Weighing,
  { hypotheses }: Pick<Matrix, 'hypotheses'>,
  rows: readonly MatrixRow[],
  shown: readonly ShownRow[],
  kept: Kept<RowSigns>,
): ReadonlyMap<string, RowSigns> {
  const links = linksOf(project.relations)
  const ghosts = ghostsOf(links, weighing, hypotheses)
  const { own } = storedCells(project)
  const signs = new Map<string, RowSigns>()
  rows.forEach((record, i) => {
    if (!isRatedOnMap(record)) return
    const { id, claim } = record
    const [direct, joint, suggested] = [links.direct.get(claim), links.joint.get(claim), ghosts.get(claim)]
    if (!direct && !joint && !suggested) return
    const stored = own.get(id)
    // The row as it is shown depends on the direct relations and on what became of them.
    const inputs = [shown[i], joint, stored, suggested && ghostsInLine(suggested)]
    signs.set(
      id,
      kept.get(id, inputs, () => {
        const ofRow = new Map<string, CellSign>()
        for (const hypothesis of hypotheses) {
          const sign = signOf(
            direct?.get(hypothesis),
            joint?.get(hypothesis)?.[0]?.id,
            stored?.get(hypothesis)?.rating ? undefined : suggested?.get(hypothesis),
            weighing,
          )
          if (sign) ofRow.set(hypothesis, sign)
        }
        return ofRow
      }),
    )
  })
  return signs
}

/** What the map suggests for a row, to be compared. */
const ghostsInLine = (ghosts: ReadonlyMap<string, Ghost>): string =>
  JSON.stringify([...ghosts].map(([hypothesis, { rating, by }]) => [hypothesis, rating, ...by]))

/** The sign of a cell: of direct relations, else of a joint step, else of what the map suggests. */
function signOf(
  direct: readonly Relation[] | undefined,
  joint: string | undefined,
  ghost: Ghost | undefined,
  weighing: Weighing,
): CellSign | undefined {
  if (direct) {
    const { shown, answered } = mapRating(direct, weighing)
    if (answered !== '') return { answered }
    return shown === 'N' ? { isBoth: true } : undefined
  }
  if (joint !== undefined) return { joint }
  return ghost && { ghost }
}
