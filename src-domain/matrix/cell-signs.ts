import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'
import type { Relation } from '../records/relation'
import type { Weighing } from '../weighing/weigh'
import { ghostsOf, type Ghost } from './ghosts'
import { inside, linksOf, type Between } from './links'
import { isRatedOnMap, ratingOnMap, type CellRating } from './ratings'

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
  const stored = ownRatings(project)
  const signs = new Map<string, Map<string, CellSign>>()
  for (const { id, claim } of rows.filter(isRatedOnMap)) {
    const [direct, joint, suggested] = [links.direct.get(claim), links.joint.get(claim), ghosts.get(claim)]
    if (!direct && !joint && !suggested) continue
    for (const hypothesis of hypotheses) {
      const relations = direct?.get(hypothesis)
      if (relations) {
        const sign = signOf(relations, weighing, claim, hypothesis)
        if (sign) inside(signs, id).set(hypothesis, sign)
        continue
      }
      const step = joint?.get(hypothesis)?.[0]?.id
      const ghost = suggested?.get(hypothesis)
      if (step !== undefined) inside(signs, id).set(hypothesis, { joint: step })
      else if (ghost && !stored.get(id)?.get(hypothesis)) inside(signs, id).set(hypothesis, { ghost })
    }
  }
  return signs
}

function signOf(
  relations: readonly Relation[],
  weighing: Weighing,
  claim: string,
  hypothesis: string,
): CellSign | undefined {
  const live = relations.filter(({ id }) => weighing.relations.get(id) !== 'fails')
  const shown = ratingOnMap(live, claim, hypothesis)
  const answered = shown === '' ? ratingOnMap(relations, claim, hypothesis) : ''
  if (answered !== '') return { answered }
  return shown === 'N' ? { isBoth: true } : undefined
}

/** The ratings that are stored for the analyst here, by row and hypothesis. */
export function ownRatings({ cells }: Pick<Project, 'cells'>): Between<CellRating> {
  const own = new Map<string, Map<string, CellRating>>()
  for (const { row, hypothesis, analyst, rating } of cells.values())
    if (analyst === '') inside(own, row).set(hypothesis, rating)
  return own
}
