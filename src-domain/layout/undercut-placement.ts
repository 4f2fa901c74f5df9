import type { Relation } from '../records/relation'
import { CARD_GAP, type Point, type Rect } from '../canvas/card'
import { ARROW_ROOM, JUNCTION_RADIUS } from '../canvas/lines/line-path'
import { isDirected, premisesOn, type MapGraph } from '../argument/map-graph'
import { relationShapes } from '../canvas/lines/relation-shape'
import { OccupiedArea } from '../canvas/occupied-area'

/** The relation that a claim undercuts, if the claim has no other target and no linked premise. */
export function relationUndercutBy(graph: MapGraph, claim: string): Relation | undefined {
  const [about, another] = (graph.outOf.get(claim) ?? []).filter(isDirected)
  const isAlone = about && !another && premisesOn(graph, about).length === 1
  return isAlone && about.targetType === 'relation' ? graph.relations.get(about.target) : undefined
}

/** The most cards beside one junction, one above the other. */
const MOST_BESIDE = 3

/**
 * The claims to place beside the junction of the relation that they undercut, by relation, from the top down. These are
 * claims with nothing below them; other undercutting claims are placed below the junction, among the premises.
 * @param claims the claims that are laid out
 */
export function undercutsBeside(graph: MapGraph, claims: ReadonlySet<string>): Map<string, string[]> {
  const beside = new Map<string, string[]>()
  for (const [claim, { group }] of graph.placements) {
    const relation = group === '' && claims.has(claim) ? relationUndercutBy(graph, claim) : undefined
    if (relation?.targetType !== 'claim' || !isDirected(relation) || !claims.has(relation.target)) continue
    if (!relation.premises.some((premise) => claims.has(premise))) continue
    const isAlone = graph.outOf.get(claim)!.length === 1 && !graph.into.has(claim)
    const others = beside.get(relation.id) ?? []
    if (isAlone && others.length < MOST_BESIDE) beside.set(relation.id, [...others, claim])
  }
  return beside
}

/**
 * The distance from a junction to a card that undercuts it, with room for the undercut's sign and arrow. Map pixels.
 */
export const BESIDE = 2 * ARROW_ROOM + JUNCTION_RADIUS
/** The least gap between such a card and other cards and junctions. Map pixels. */
const LEAST_GAP = 12

/** Stacks cards of the given heights: their distances from the top, and the height of the stack. Map pixels. */
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
 * Returns a function that stacks cards beside the junction of the relation that they undercut: on the side where the
 * first card is, or else on the other.
 * @param rects the rectangles of the other cards by claim
 * @param taken the occupied area, which may grow between two calls of the function
 * @returns the function; it returns undefined if cards or junctions are in the way on both sides
 */
export function placesBeside(
  graph: MapGraph,
  rects: ReadonlyMap<string, Rect>,
  taken: OccupiedArea,
): (relation: Relation, cards: readonly Rect[]) => Point[] | undefined {
  const shapes = relationShapes(graph.relations, rects)
  const signs = [...shapes.values()].map(({ junction }) => ({
    x: junction.x - JUNCTION_RADIUS,
    y: junction.y - JUNCTION_RADIUS,
    width: JUNCTION_RADIUS * 2,
    height: JUNCTION_RADIUS * 2,
  }))
  const junctions = new OccupiedArea(signs)
  return (relation, cards) => {
    const junction = shapes.get(relation.id)?.junction
    const [first] = cards
    if (!junction || !first) return undefined
    const { tops, height } = stacked(cards.map((card) => card.height))
    const y = Math.round(junction.y - height / 2)
    const sides = [Math.round(junction.x - BESIDE - first.width), Math.round(junction.x + BESIDE)]
    if (first.x + first.width / 2 > junction.x) sides.reverse()
    const isFree = (x: number) =>
      [taken, junctions].every((each) => !each.meets({ x, y, width: first.width, height }, LEAST_GAP))
    const x = sides.find(isFree)
    return x === undefined ? undefined : tops.map((top) => ({ x, y: y + top }))
  }
}
