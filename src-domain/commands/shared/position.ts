import { created } from '../../document/change'
import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from '../../canvas/card'
import { CARD, typicalHeight } from '../../canvas/card-layout'
import { freePlace } from '../../canvas/free-place'
import { HEAD, INDENT, UNDERCUT_INDENT } from '../../canvas/lines/hanging'
import { grown, overlap } from '../../canvas/rect'
import { mapGraph } from '../../argument/map-graph'
import { restingOnOneSource } from '../../argument/single-source'
import type { RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Placement } from '../../records/placement'
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

/** The card of a claim, which has a second line at its foot if it warns of a single source. */
function cardOf(project: Project, at: Placement): Rect {
  const card = cardAt(at, project.claims.get(at.claim)!.text)
  const warns = restingOnOneSource(project).has(at.claim)
  return warns ? { ...card, height: card.height + CARD.footerHeight } : card
}

const takenOn = (project: Project, map: string): Rect[] =>
  [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .map((placement) => cardOf(project, placement))

/** Whether a claim has a card on a map. */
export const isOnMap = (project: Project, map: string, claim: string): boolean =>
  [...project.placements.values()].some((placement) => placement.map === map && placement.claim === claim)

/**
 * Where a new card is in relation to an existing one: hanging `under` it as its ground or objection, `over` it as what
 * it bears on, level with it as its `rival`, or below it as a `linked` premise or as the `undercut` of its relation.
 */
export type Side = 'under' | 'over' | 'rival' | 'linked' | 'undercut'

/** The gap between a card and its rival, with room for the line between. Map pixels. */
const RIVAL_GAP = 64

/**
 * The centre of a free place for a new card near that of a claim, in map pixels: where a layout would put it, if that is
 * free. A card that hangs is below those that hang already. Undefined if the claim is not on the map.
 * @param text the wording of the new card, from which its height is estimated
 */
export function positionNear(
  project: Project,
  map: string,
  claim: string,
  side: Side,
  text: string,
): Point | undefined {
  const graph = mapGraph(project, map)
  const at = graph.placements.get(claim)
  if (!at) return undefined
  const card = cardOf(project, at)
  const height = typicalHeight(text)
  const bottom = card.y + card.height
  const corner: Record<Side, Point> = {
    under: { x: card.x + INDENT, y: bottom + HEAD },
    over: { x: card.x - INDENT, y: card.y - HEAD - height },
    rival: { x: card.x + CARD_WIDTH + RIVAL_GAP, y: card.y },
    linked: { x: card.x, y: bottom + CARD_GAP },
    undercut: { x: card.x + UNDERCUT_INDENT, y: bottom + CARD_GAP },
  }
  const wished = { ...corner[side], width: CARD_WIDTH, height }
  const taken = takenOn(project, map)
  const hanging = side === 'over' ? undefined : freeInLine(wished, taken, side === 'rival' ? 'x' : 'y')
  const { x, y } = hanging ?? freePlace(wished, taken, side === 'under' ? wished.y : -Infinity)
  return { x: x + CARD_WIDTH / 2, y: y + height / 2 }
}

/**
 * The centre of a free place for the card of a claim that has relations already: where its first relation to a card on
 * the map would put it. Undefined if it has none.
 */
export function positionByRelations(project: Project, map: string, { id, text }: Claim): Point | undefined {
  const graph = mapGraph(project, map)
  const near = (claim: string, side: Side) => positionNear(project, map, claim, side, text)
  const relations = [...project.relations.values()]
  const bearing = relations.filter(({ premises }) => premises.includes(id))
  const borne = relations.filter(({ targetType, target }) => targetType === 'claim' && target === id)
  const places = [...bearing, ...borne].map(({ kind, premises, targetType, target }) => {
    const others = premises.filter((premise) => premise !== id && graph.placements.has(premise))
    if (target === id)
      return others[0] === undefined ? undefined : near(others[0], kind === 'contradict' ? 'rival' : 'over')
    if (others.length > 0) return near(others.at(-1)!, 'linked')
    if (targetType === 'claim') return near(target, kind === 'contradict' ? 'rival' : 'under')
    const step = project.relations.get(target)?.premises.findLast((each) => graph.placements.has(each))
    return step === undefined ? undefined : near(step, 'undercut')
  })
  return places.find((place) => place !== undefined)
}

/** How many cards in a line a new one is put after. */
const LINE_LIMIT = 60

/** The first free place to the right of the preferred one, or below it. */
function freeInLine(wished: Rect, taken: readonly Rect[], axis: 'x' | 'y'): Point | undefined {
  let place = wished
  for (let count = 0; count < LINE_LIMIT; count++) {
    const inWay = taken.filter((card) => overlap(grown(place, CARD_GAP - 1), card))
    if (inWay.length === 0) return place
    place =
      axis === 'x'
        ? { ...place, x: Math.max(...inWay.map((card) => card.x + card.width)) + RIVAL_GAP }
        : { ...place, y: Math.max(...inWay.map((card) => card.y + card.height)) + CARD_GAP }
  }
  return undefined
}
