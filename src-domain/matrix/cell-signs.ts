import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'
import type { Weighing } from '../weighing/weigh'
import { ghostsOf, type Ghost } from './ghosts'
import { inside, linksOf, type Between } from './links'
import { isRatedOnMap, mapRating, type CellRating, type MapRating } from './ratings'
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

/**
 * The signs of the cells of a matrix, by row and hypothesis; none for most. What the analyst has stored otherwise than the
 * map shows is a mark of `shownMatrix`.
 */
export function cellSigns(
  project: Pick<Project, 'relations' | 'cells'>,
  weighing: Weighing,
  { hypotheses }: Pick<Matrix, 'hypotheses'>,
  rows: readonly MatrixRow[],
): Between<CellSign> {
  const links = linksOf(project.relations)
  const ghosts = ghostsOf(links, weighing, hypotheses)
  const { own } = storedCells(project)
  const signs = new Map<string, Map<string, CellSign>>()
  for (const { id, claim } of rows.filter(isRatedOnMap)) {
    const [direct, joint, suggested] = [links.direct.get(claim), links.joint.get(claim), ghosts.get(claim)]
    if (!direct && !joint && !suggested) continue
    for (const hypothesis of hypotheses) {
      const relations = direct?.get(hypothesis)
      if (relations) {
        const sign = signOf(mapRating(relations, weighing))
        if (sign) inside(signs, id).set(hypothesis, sign)
        continue
      }
      const step = joint?.get(hypothesis)?.[0]?.id
      const ghost = suggested?.get(hypothesis)
      if (step !== undefined) inside(signs, id).set(hypothesis, { joint: step })
      else if (ghost && !own.get(id)?.get(hypothesis)?.rating) inside(signs, id).set(hypothesis, { ghost })
    }
  }
  return signs
}

function signOf({ shown, answered }: MapRating): CellSign | undefined {
  if (answered !== '') return { answered }
  return shown === 'N' ? { isBoth: true } : undefined
}
