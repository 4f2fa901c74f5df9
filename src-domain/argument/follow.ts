import type { Relation } from '../records/relation'
import { claimAtEnd, isStep, premisesOn, relationsUnder, type MapGraph } from './map-graph'

/** Where a line of argument is followed from a card: to what bears on it, to what it bears on, or to what stands beside it. */
export type Direction = 'ground' | 'target' | 'next' | 'previous'

/** Where following came to. */
export interface Followed {
  readonly claim: string
  /** The step that was gone along; none between conclusions. */
  readonly relation?: Relation
  /** Which of how many that stand beside one another it is, from 1. */
  readonly index: number
  readonly of: number
}

/** The claim that lies in that direction, or undefined where the line ends. */
export function follow(graph: MapGraph, claim: string, direction: Direction): Followed | undefined {
  if (!graph.placements.has(claim)) return undefined
  if (direction === 'ground') return at(groundsOf(graph, claim), 0)
  const out = (graph.outOf.get(claim) ?? []).find(isStep)
  if (direction === 'target') {
    if (!out) return undefined
    const end = claimAtEnd(graph, out)
    const beside = besideOf(graph, end)
    const found = at(
      beside,
      beside.findIndex((each) => each.claim === end),
    )
    return found && { ...found, relation: out }
  }
  const beside = besideOf(graph, claim)
  const here = beside.findIndex((each) => each.claim === claim)
  return at(beside, here + (direction === 'next' ? 1 : -1))
}

type Way = Pick<Followed, 'claim' | 'relation'>

const at = (ways: readonly Way[], index: number): Followed | undefined => {
  const way = ways[index]
  return way && { ...way, index: index + 1, of: ways.length }
}

/** What stands beside a claim: the other grounds of what it bears on first, or the other conclusions. */
function besideOf(graph: MapGraph, claim: string): Way[] {
  const out = (graph.outOf.get(claim) ?? []).find(isStep)
  if (out) return groundsOf(graph, claimAtEnd(graph, out))
  return [...graph.placements.keys()]
    .filter((id) => !(graph.outOf.get(id) ?? []).some(isStep))
    .map((id) => ({ claim: id }))
}

/** What bears on a claim or on a step to it, from left to right. */
function groundsOf(graph: MapGraph, claim: string): Way[] {
  const ways = new Map<string, Way>()
  for (const relation of relationsUnder(graph, claim).filter(isStep)) {
    for (const premise of premisesOn(graph, relation)) {
      if (premise !== claim && !ways.has(premise)) ways.set(premise, { claim: premise, relation })
    }
  }
  const x = (way: Way) => graph.placements.get(way.claim)!.x
  return [...ways.values()].sort((a, b) => x(a) - x(b))
}
