import type { Relation } from '../records/relation'
import { CARD_GAP, type Point, type Rect } from '../canvas/card'
import { ARROW_ROOM, JUNCTION_RADIUS } from '../canvas/lines/line-path'
import { isDirected, premisesOn, type MapGraph } from '../argument/map-graph'
import { relationShapes } from '../canvas/lines/relation-shape'
import { OccupiedArea } from '../canvas/occupied-area'

/** The step that a claim's only work is to undercut by itself; undefined for one that does more, or does it with others. */
export function stepUndercutBy(graph: MapGraph, claim: string): Relation | undefined {
  const [about, another] = (graph.outOf.get(claim) ?? []).filter(isDirected)
  const isAlone = about && !another && premisesOn(graph, about).length === 1
  return isAlone && about.targetType === 'relation' ? graph.relations.get(about.target) : undefined
}

/** So many stand beside one junction, one above the other. */
const MOST_BESIDE = 3

/**
 * The claims that stand beside the junction of the step that they undercut, by step, from the uppermost down: such as
 * nothing hangs on, for there they are looked for. Others hang from the junction, among the premises.
 * @param claims those that are laid out
 */
export function undercutsBeside(graph: MapGraph, claims: ReadonlySet<string>): Map<string, string[]> {
  const beside = new Map<string, string[]>()
  for (const [claim, { group }] of graph.placements) {
    const step = group === '' && claims.has(claim) ? stepUndercutBy(graph, claim) : undefined
    if (step?.targetType !== 'claim' || !isDirected(step) || !claims.has(step.target)) continue
    if (!step.premises.some((premise) => claims.has(premise))) continue
    const isAlone = graph.outOf.get(claim)!.length === 1 && !graph.into.has(claim)
    const standing = beside.get(step.id) ?? []
    if (isAlone && standing.length < MOST_BESIDE) beside.set(step.id, [...standing, claim])
  }
  return beside
}

/** From the junction of a step to the card that undercuts it: room for the undercut's own sign and arrow. Map pixels. */
export const BESIDE = 2 * ARROW_ROOM + JUNCTION_RADIUS
/** Between such a card and what is above and below it. Map pixels. */
const NEAR = 12

/** Where cards of these heights stand one above the other: how far each is from the top, and how high all are. Map pixels. */
export function stacked(heights: readonly number[]): { tops: number[]; height: number } {
  const tops: number[] = []
  let height = -CARD_GAP
  for (const each of heights) {
    tops.push(height + CARD_GAP)
    height += CARD_GAP + each
  }
  return { tops, height }
}

/**
 * Where cards stand beside the junction of the step that they undercut, one above the other, on the side where the first
 * is, or else on the other.
 * @param rects where the other cards stand, by claim
 * @param taken where cards stand by the time that it is asked
 * @returns undefined where both sides are taken, by cards or by other junctions
 */
export function placesBeside(
  graph: MapGraph,
  rects: ReadonlyMap<string, Rect>,
  taken: OccupiedArea,
): (step: Relation, cards: readonly Rect[]) => Point[] | undefined {
  const shapes = relationShapes(graph.relations, rects)
  const signs = [...shapes.values()].map(({ junction }) => ({
    x: junction.x - JUNCTION_RADIUS,
    y: junction.y - JUNCTION_RADIUS,
    width: JUNCTION_RADIUS * 2,
    height: JUNCTION_RADIUS * 2,
  }))
  const junctions = new OccupiedArea(signs)
  return (step, cards) => {
    const junction = shapes.get(step.id)?.junction
    const [first] = cards
    if (!junction || !first) return undefined
    const { tops, height } = stacked(cards.map((card) => card.height))
    const y = Math.round(junction.y - height / 2)
    const sides = [Math.round(junction.x - BESIDE - first.width), Math.round(junction.x + BESIDE)]
    if (first.x + first.width / 2 > junction.x) sides.reverse()
    const isFree = (x: number) =>
      [taken, junctions].every((each) => !each.meets({ x, y, width: first.width, height }, NEAR))
    const x = sides.find(isFree)
    return x === undefined ? undefined : tops.map((top) => ({ x, y: y + top }))
  }
}
