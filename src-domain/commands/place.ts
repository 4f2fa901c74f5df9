import { created } from '../change'
import { CARD_WIDTH, TYPICAL_HEIGHT, type Point } from '../graph/card'
import { freePlace } from '../graph/free-place'
import type { RecordChange } from '../patch'
import type { Env, Project } from '../project'
import { COORDINATE_LIMIT } from '../records/record'

/**
 * The change that puts a claim on a map, at the place or the nearest free one.
 * @param middle where the middle of its card is wished, map pixels; the map's origin when it does not matter
 */
export function placed(
  project: Project,
  map: string,
  claim: string,
  middle: Point | undefined,
  env: Env,
): RecordChange {
  const taken = [...project.placements.values()].filter((placement) => placement.map === map)
  const wished = {
    x: within((middle?.x ?? 0) - CARD_WIDTH / 2),
    y: within((middle?.y ?? 0) - TYPICAL_HEIGHT / 2),
  }
  const { x, y } = freePlace(wished, taken)
  return created('placements', { id: env.newId(), map, claim, x, y, collapsed: false, pinned: false })
}

/** Far enough from the end of the map that a free place beside it is on the map too. Map pixels. */
const FURTHEST = COORDINATE_LIMIT - 50_000

const within = (value: number): number => Math.max(-FURTHEST, Math.min(value, FURTHEST))

/** Whether the claim stands on the map. */
export const standsOn = (project: Project, map: string, claim: string): boolean =>
  [...project.placements.values()].some((placement) => placement.map === map && placement.claim === claim)
