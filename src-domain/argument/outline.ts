import type { Relation } from '../records/relation'
import { isStep, premisesOn, type MapGraph } from './map-graph'

/** A line of the outline of a map. Lines that follow with a higher level stand under it. */
export interface OutlineRow {
  /** The same for the same line of the same map. */
  readonly key: string
  /** From 1. */
  readonly level: number
  /** Its place among those under one line, from 1, and how many these are. */
  readonly place: number
  readonly of: number
  /** The claim on the line; none on one that holds linked premises together. */
  readonly claim?: string
  /** By which the line bears on the one that it stands under; none for conclusions and for linked premises. */
  readonly relation?: Relation
  /** Whether the claim, or the contradiction, stands in full elsewhere. */
  readonly reference: boolean
}

type Line = Pick<OutlineRow, 'key' | 'claim' | 'relation'> & {
  /** Whether the claim is only named here, because it is a side of a contradiction. */
  readonly named?: boolean
}

/**
 * A map as an outline: conclusions, under each what bears on it, with linked premises under one line and undercuts
 * under their step. A claim that bears on several things, or on itself in a circle, stands in full once and is referred
 * to elsewhere; a contradiction stands under both sides, and at the second refers to the first.
 */
export function outline(graph: MapGraph): OutlineRow[] {
  const rows: OutlineRow[] = []
  const written = { claims: new Set<string>(), relations: new Set<string>() }
  const isConclusion = (id: string) => !(graph.outOf.get(id) ?? []).some(isStep)
  const claims = [...graph.placements.keys()]
  const conclusions = claims.filter(isConclusion)
  write(graph, conclusions, rows, written)
  // What is left reaches no conclusion: it goes round in circles.
  for (const claim of claims) if (!written.claims.has(claim)) write(graph, [claim], rows, written)
  return numbered(rows)
}

function write(
  graph: MapGraph,
  roots: readonly string[],
  rows: OutlineRow[],
  written: { claims: Set<string>; relations: Set<string> },
): void {
  const open = level(
    roots.map((claim) => ({ key: claim, claim })),
    1,
  ).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const { named = false, ...line } = next
    const { claim, relation } = line
    const again = relation !== undefined && written.relations.has(relation.id)
    if (relation) written.relations.add(relation.id)
    const reference = again || (claim !== undefined && (named || written.claims.has(claim)))
    rows.push({ ...line, reference })
    const about = relation && !again ? undercutsOf(graph, relation) : []
    if (claim !== undefined && !reference) written.claims.add(claim)
    const under =
      claim === undefined
        ? [...premisesOf(graph, relation!), ...about]
        : [...about, ...(reference ? [] : groundsOf(graph, claim))]
    open.push(...level(under, next.level + 1).reverse())
  }
}

const level = (lines: readonly Line[], at: number): (Line & Pick<OutlineRow, 'level' | 'place' | 'of'>)[] =>
  lines.map((line, index) => ({ ...line, level: at, place: index + 1, of: lines.length }))

/** Closed circles come later as conclusions of their own: then there are more of them than each knew. */
function numbered(rows: readonly OutlineRow[]): OutlineRow[] {
  const of = rows.filter((row) => row.level === 1).length
  let place = 0
  return rows.map((row) => (row.level === 1 ? { ...row, place: ++place, of } : row))
}

const leftFirst =
  (graph: MapGraph) =>
  (a: Relation, b: Relation): number =>
    leftmost(graph, a) - leftmost(graph, b)

const leftmost = (graph: MapGraph, relation: Relation): number =>
  Math.min(...premisesOn(graph, relation).map((id) => graph.placements.get(id)!.x))

/** The relations into a claim, supports and attacks from left to right, then contradictions of it and by it. */
function groundsOf(graph: MapGraph, claim: string): Line[] {
  const into = (graph.into.get(claim) ?? []).toSorted(leftFirst(graph))
  const steps = into.filter(isStep).map((relation) => lineOf(graph, relation, claim))
  const against = into.filter((each) => !isStep(each)).map((relation) => lineOf(graph, relation, claim))
  const by = (graph.outOf.get(claim) ?? [])
    .filter((each) => !isStep(each))
    .map((relation) => ({
      key: `${claim} ${relation.id} ${relation.target}`,
      claim: relation.target,
      relation,
      named: true,
    }))
  return [...steps, ...against, ...by]
}

const undercutsOf = (graph: MapGraph, { id }: Relation): Line[] =>
  (graph.into.get(id) ?? []).toSorted(leftFirst(graph)).map((relation) => lineOf(graph, relation, id))

function lineOf(graph: MapGraph, relation: Relation, under: string): Line {
  const [premise, another] = premisesOn(graph, relation)
  const key = `${under} ${relation.id}`
  if (another !== undefined) return { key, relation }
  return { key: `${key} ${premise}`, claim: premise!, relation, named: !isStep(relation) }
}

const premisesOf = (graph: MapGraph, relation: Relation): Line[] =>
  premisesOn(graph, relation).map((claim) => ({
    key: `${relation.id} & ${claim}`,
    claim,
    named: !isStep(relation),
  }))
