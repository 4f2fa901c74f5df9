import { mapGraph } from '../../argument/map-graph'
import { CARD_GAP, CARD_WIDTH, type Point } from '../../canvas/card'
import { typicalHeight } from '../../canvas/card-layout'
import type { Project } from '../../document/project'
import { laidOut } from '../../layout/layout'
import type { Placement } from '../../records/placement'
import type { Relation } from '../../records/relation'
import type { IncomingClaim, IncomingStep } from './incoming'
import { stepKey } from './settle'

/** The shape that a map without positions gets: width divided by height. */
const ASPECT = 1.4

/** Larger maps are laid out in columns: trying layouts would take longer than reading the file. */
const MOST_TIDIED = 1500

/** Chains longer than this are laid out in columns: the layout of trees calls itself for each level. */
const DEEPEST_TIDIED = 200

/**
 * The positions of claims on their map: those of the file, else those of a layout. Where only some have a position, the
 * others are in columns below them.
 */
export function placesFor(
  claims: readonly IncomingClaim[],
  steps: readonly IncomingStep[],
): ReadonlyMap<string, Point> {
  const given = new Map(claims.flatMap(({ id, place }) => (place ? [[id, place] as const] : [])))
  const rest = claims.filter(({ id }) => !given.has(id))
  if (rest.length === 0) return given
  if (given.size > 0) {
    const bottom = [...given.values()].reduce((lowest, { y }) => Math.max(lowest, y), 0) + 240
    return new Map([...given, ...columns(rest, bottom)])
  }
  const isSmall = claims.length <= MOST_TIDIED && steps.length <= MOST_TIDIED
  // Claims in a circle have no depth of their own, and no chain is longer than their number.
  const isShallow = claims.length + steps.length <= DEEPEST_TIDIED || depthOf(steps) <= DEEPEST_TIDIED
  return isSmall && isShallow ? tidied(claims, steps) : columns(claims, 0)
}

/**
 * Claims in columns about as high as they are wide together, in the order of the file. Those of a group have columns of
 * their own, so that frames do not overlap.
 */
function columns(claims: readonly IncomingClaim[], top: number): Map<string, Point> {
  const heightOf = (text: string) => typicalHeight(text.slice(0, 1000)) + CARD_GAP
  const area = claims.reduce((sum, { text }) => sum + heightOf(text) * (CARD_WIDTH + CARD_GAP), 0)
  const groups = [...new Set(claims.map(({ group }) => group))]
  const rank = new Map(groups.map((group, at) => [group, at]))
  const order = ({ group }: IncomingClaim) => rank.get(group)!
  const most = Math.sqrt(area / ASPECT)
  const places = new Map<string, Point>()
  let [x, y] = [0, top]
  let last: string | undefined
  for (const { id, text, group } of claims.toSorted((a, b) => order(a) - order(b))) {
    const height = heightOf(text)
    const isFull = y > top && y + height > top + most
    if (isFull || (places.size > 0 && group !== last)) [x, y] = [x + CARD_WIDTH + CARD_GAP * 3, top]
    places.set(id, { x, y })
    y += height
    last = group
  }
  return places
}

/** The most steps between a claim and one that bears on it, counted up to a little more than the limit. */
function depthOf(steps: readonly IncomingStep[]): number {
  const into = new Map<string, IncomingStep[]>()
  const add = (key: string, step: IncomingStep) => into.get(key)?.push(step) ?? into.set(key, [step])
  for (const step of steps)
    add(step.target.type === 'claim' ? `c ${step.target.id}` : `s ${step.target.id}`, step)
  let level = new Set([...into.keys()])
  for (let depth = 0; depth <= DEEPEST_TIDIED; depth++) {
    const next = new Set<string>()
    for (const key of level) {
      for (const step of into.get(key) ?? []) {
        next.add(`s ${step.id}`)
        for (const premise of step.premises) next.add(`c ${premise}`)
      }
    }
    if (next.size === 0) return depth
    level = next
  }
  return DEEPEST_TIDIED + 1
}

function tidied(claims: readonly IncomingClaim[], steps: readonly IncomingStep[]): Map<string, Point> {
  const placements = new Map(
    claims.map(({ id, group = '' }, at) => [
      id,
      {
        id,
        map: 'map',
        claim: id,
        x: 0,
        y: at,
        collapsed: false,
        pinned: false,
        colour: '',
        group,
      } as Placement,
    ]),
  )
  const relations = new Map(
    steps.map((step) => [
      stepKey(step),
      {
        id: stepKey(step),
        kind: step.kind,
        premises: [...step.premises],
        targetType: step.target.type === 'claim' ? 'claim' : 'relation',
        target: step.target.type === 'claim' ? step.target.id : stepKey({ id: step.target.id }),
      } as Relation,
    ]),
  )
  const graph = mapGraph({ placements, relations } as unknown as Project, 'map')
  const heights = new Map(claims.map(({ id, text }) => [id, typicalHeight(text)]))
  return laidOut(graph, { what: 'map' }, heights, 'down', ASPECT)
}
