import { created } from '../../document/change'
import { CARD_WIDTH, type Point, type Rect } from '../../canvas/card'
import { typicalHeight } from '../../canvas/card-layout'
import { freePlace } from '../../canvas/free-place'
import type { RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import { COORDINATE_LIMIT } from '../../records/record'

/**
 * The change that puts a claim on a map, at the place or the nearest free one.
 * @param middle where the middle of its card is wished, map pixels; the map's origin when it does not matter
 */
export function placeClaim(
  project: Project,
  map: string,
  claim: Claim,
  middle: Point | undefined,
  env: Env,
): RecordChange {
  const card = cardAt({ x: within((middle?.x ?? 0) - CARD_WIDTH / 2), y: 0 }, claim)
  const wished = { ...card, y: within((middle?.y ?? 0) - card.height / 2) }
  const { x, y } = freePlace(wished, takenOn(project, map))
  return created('placements', {
    id: env.newId(),
    map,
    claim: claim.id,
    x,
    y,
    collapsed: false,
    pinned: false,
    colour: '',
    group: '',
  })
}

/** Far enough from where maps end that a free place beside it is on the map too. Map pixels. */
const FURTHEST = COORDINATE_LIMIT - 50_000

const within = (value: number): number => Math.max(-FURTHEST, Math.min(value, FURTHEST))

const cardAt = ({ x, y }: Point, claim: Claim): Rect => ({
  x,
  y,
  width: CARD_WIDTH,
  height: typicalHeight(claim.text),
})

const takenOn = (project: Project, map: string): Rect[] =>
  [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .map((placement) => cardAt(placement, project.claims.get(placement.claim)!))

/** Whether the claim stands on the map. */
export const isOnMap = (project: Project, map: string, claim: string): boolean =>
  [...project.placements.values()].some((placement) => placement.map === map && placement.claim === claim)

/** Room left between a card and what is put under or over it, for the relation. Map pixels. */
const BETWEEN = 72

/** Where a card is wished beside one that stands on the map. */
export type Side = 'under' | 'over' | 'beside'

/**
 * The middle of a free place for a new card near a claim's card: what is to be under it never comes to stand beside it,
 * among its rivals. Undefined when the claim does not stand on the map. Map pixels.
 * @param text the new card's wording
 */
export function positionNear(
  project: Project,
  map: string,
  claim: string,
  side: Side,
  text: string,
): Point | undefined {
  const stands = [...project.placements.values()].find((each) => each.map === map && each.claim === claim)
  if (!stands) return undefined
  const { x, y, height } = cardAt(stands, project.claims.get(claim)!)
  const own = typicalHeight(text)
  const top = { under: y + height + BETWEEN, over: y - BETWEEN - own, beside: y + (height - own) / 2 }[side]
  const wished = { x, y: top, width: CARD_WIDTH, height: own }
  const place = freePlace(wished, takenOn(project, map), side === 'under' ? top : -Infinity)
  return { x: place.x + CARD_WIDTH / 2, y: place.y + own / 2 }
}
