import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'
import type { Weighing } from '../weighing/weigh'
import { ghostsOf, type Ghost } from './ghosts'
import { linksOf, pairOf } from './links'
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
 * The signs of the cells of a matrix, by `pairOf` row and hypothesis; none for most. What the analyst has stored
 * otherwise than the map shows is a mark of `shownMatrix`.
 */
export function cellSigns(
  project: Pick<Project, 'relations' | 'cells'>,
  weighing: Weighing,
  { hypotheses }: Pick<Matrix, 'hypotheses'>,
  rows: readonly MatrixRow[],
): ReadonlyMap<string, CellSign> {
  const links = linksOf(project.relations)
  const ghosts = ghostsOf(links, weighing, hypotheses)
  const stored = new Set<string>()
  for (const { row, hypothesis, analyst, rating } of project.cells.values())
    if (analyst === '' && rating !== '') stored.add(pairOf(row, hypothesis))
  const signs = new Map<string, CellSign>()
  for (const row of rows.filter(isRatedOnMap)) {
    for (const hypothesis of hypotheses) {
      const pair = pairOf(row.claim, hypothesis)
      const key = pairOf(row.id, hypothesis)
      const relations = links.direct.get(pair) ?? []
      if (relations.length > 0) {
        const live = relations.filter(({ id }) => weighing.relations.get(id) !== 'fails')
        const shown = ratingOnMap(live, row.claim, hypothesis)
        const answered = shown === '' ? ratingOnMap(relations, row.claim, hypothesis) : ''
        if (answered !== '') signs.set(key, { answered })
        else if (shown === 'N') signs.set(key, { isBoth: true })
        continue
      }
      const joint = links.joint.get(pair)?.[0]?.id
      const ghost = ghosts.get(pair)
      if (joint !== undefined) signs.set(key, { joint })
      else if (ghost && !stored.has(key)) signs.set(key, { ghost })
    }
  }
  return signs
}
