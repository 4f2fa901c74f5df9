import { created } from '../../document/change'
import { CARD_WIDTH, type Point, type Rect } from '../../canvas/card'
import { typicalHeight } from '../../canvas/card-layout'
import { freePlace } from '../../canvas/free-place'
import type { RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import { COORDINATE_LIMIT } from '../../records/record'

/**
 * The free place nearest to the preferred one for a new card: its top left corner in map pixels.
 * @param middle the preferred centre of the card in map pixels; the origin of the map if undefined
 * @param text the text of the card
 */
export function freePosition(project: Project, map: string, middle: Point | undefined, text: string): Point {
  const card = cardAt({ x: within((middle?.x ?? 0) - CARD_WIDTH / 2), y: 0 }, text)
  const { x, y } = freePlace(
    { ...card, y: within((middle?.y ?? 0) - card.height / 2) },
    takenOn(project, map),
  )
  return { x, y }
}

/** The change that puts a claim's card on a map, at its `freePosition`. */
export const placeClaim = (
  project: Project,
  map: string,
  claim: Claim,
  middle: Point | undefined,
  env: Env,
): RecordChange =>
  created('placements', {
    id: env.newId(),
    map,
    claim: claim.id,
    ...freePosition(project, map, middle, claim.text),
    collapsed: false,
    pinned: false,
    colour: '',
    group: '',
  })

/** The largest preferred coordinate in map pixels: the free place found near it is within `COORDINATE_LIMIT` too. */
const FURTHEST = COORDINATE_LIMIT - 50_000

const within = (value: number): number => Math.max(-FURTHEST, Math.min(value, FURTHEST))

const cardAt = ({ x, y }: Point, text: string): Rect => ({
  x,
  y,
  width: CARD_WIDTH,
  height: typicalHeight(text),
})

const takenOn = (project: Project, map: string): Rect[] =>
  [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .map((placement) => cardAt(placement, project.claims.get(placement.claim)!.text))

/** Whether a claim has a card on a map. */
export const isOnMap = (project: Project, map: string, claim: string): boolean =>
  [...project.placements.values()].some((placement) => placement.map === map && placement.claim === claim)

/** The gap between a card and a new one above or below it, with room for the relation. Map pixels. */
const BETWEEN = 72

/** The preferred side of an existing card for a new one. */
export type Side = 'under' | 'over' | 'beside'

/**
 * The centre of a free place for a new card near that of a claim, in map pixels. A card `under` the claim's is
 * never placed beside it, where rival claims are. Undefined if the claim is not on the map.
 * @param text the wording of the new card, from which its height is estimated
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
  const { x, y, height } = cardAt(stands, project.claims.get(claim)!.text)
  const own = typicalHeight(text)
  const top = { under: y + height + BETWEEN, over: y - BETWEEN - own, beside: y + (height - own) / 2 }[side]
  const wished = { x, y: top, width: CARD_WIDTH, height: own }
  const place = freePlace(wished, takenOn(project, map), side === 'under' ? top : -Infinity)
  return { x: place.x + CARD_WIDTH / 2, y: place.y + own / 2 }
}
