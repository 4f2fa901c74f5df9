import type { Relation } from '../records/relation'
import { claimAtEnd, isDirected, premisesOn, relationsUnder, type MapGraph } from './map-graph'

/**
 * Where to go from a card: to a claim that bears on it (`ground`), to the claim it bears on (`target`), or to a
 * neighbour (`next`, `previous`).
 */
export type Direction = 'ground' | 'target' | 'next' | 'previous'

/** The claim that `follow` reached. */
export interface Followed {
  readonly claim: string
  /** The relation that leads there. Absent when moving from one conclusion to another. */
  readonly relation?: Relation
  /** The claim's position among its `of` neighbours, from 1. */
  readonly index: number
  readonly of: number
}

/** The claim in that direction, or undefined if there is none. */
export function follow(graph: MapGraph, claim: string, direction: Direction): Followed | undefined {
  if (!graph.placements.has(claim)) return undefined
  if (direction === 'ground') return at(groundsOf(graph, claim), 0)
  const out = (graph.outOf.get(claim) ?? []).find(isDirected)
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

/**
 * A claim and its neighbours. For a claim that bears on others, these are all grounds of the first claim it bears on;
 * for a conclusion, all conclusions.
 */
function besideOf(graph: MapGraph, claim: string): Way[] {
  const out = (graph.outOf.get(claim) ?? []).find(isDirected)
  if (out) return groundsOf(graph, claimAtEnd(graph, out))
  return [...graph.placements.keys()]
    .filter((id) => !(graph.outOf.get(id) ?? []).some(isDirected))
    .map((id) => ({ claim: id }))
}

/** The claims that support or attack a claim, or undercut a relation to it, from left to right. */
function groundsOf(graph: MapGraph, claim: string): Way[] {
  const ways = new Map<string, Way>()
  for (const relation of relationsUnder(graph, claim).filter(isDirected)) {
    for (const premise of premisesOn(graph, relation)) {
      if (premise !== claim && !ways.has(premise)) ways.set(premise, { claim: premise, relation })
    }
  }
  const x = (way: Way) => graph.placements.get(way.claim)!.x
  return [...ways.values()].sort((a, b) => x(a) - x(b))
}
