import type { Relation } from '../records/relation'
import { conclusionsOf, relationsInto } from './argument-order'
import { isDirected, premisesOn, type MapGraph } from './map-graph'

/** One line of the outline of a map. The lines below it are the following ones with a higher level. */
export interface OutlineRow {
  /** Identifies the line; stable as long as the claims and relations it comes from exist. */
  readonly key: string
  /** From 1. */
  readonly level: number
  /** The line's position among its siblings, from 1, and their number. */
  readonly place: number
  readonly of: number
  /** The claim on the line. Absent on a line that groups linked premises. */
  readonly claim?: string
  /** How the line bears on its parent. Absent for conclusions and for each of several linked premises. */
  readonly relation?: Relation
  /** Whether the line only refers to a claim or a contradiction that is written in full elsewhere. */
  readonly reference: boolean
}

type Line = Pick<OutlineRow, 'key' | 'claim' | 'relation'> & {
  /** Whether the line names one side of a contradiction, so that nothing about the claim is listed below it. */
  readonly named?: boolean
  /** Whether the contradiction is listed from the side of its premise. Its undercuts are listed at its target. */
  readonly mirrored?: boolean
}

/**
 * A map as an outline: conclusions at the top, in the order of `conclusionsOf`; below each claim what bears on it;
 * linked premises grouped under one line; and undercuts below the relation they target. A claim with several targets,
 * or in a circle, is written in full once and referred to elsewhere. A contradiction is listed under both sides.
 */
export function outline(graph: MapGraph): OutlineRow[] {
  const rows: OutlineRow[] = []
  const written = new Set<string>()
  const { rivals, single, alone } = conclusionsOf(graph)
  write(graph, [...rivals.flat(), ...single, ...alone], rows, written)
  // The claims left over are in a circle or below one. The first of each becomes a root too.
  for (const claim of graph.placements.keys()) if (!written.has(claim)) write(graph, [claim], rows, written)
  return numbered(rows)
}

function write(graph: MapGraph, roots: readonly string[], rows: OutlineRow[], written: Set<string>): void {
  const open = level(
    roots.map((claim) => ({ key: claim, claim })),
    1,
  ).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const { named = false, mirrored = false, ...line } = next
    const { claim, relation } = line
    const reference = claim !== undefined && (named || written.has(claim))
    rows.push({ ...line, reference })
    if (claim !== undefined && !reference) written.add(claim)
    const under = [
      ...(claim === undefined ? premisesOf(graph, relation!) : reference ? [] : groundsOf(graph, claim)),
      ...(relation && !mirrored ? undercutsOf(graph, relation) : []),
    ]
    open.push(...level(under, next.level + 1).reverse())
  }
}

const level = (lines: readonly Line[], at: number): (Line & Pick<OutlineRow, 'level' | 'place' | 'of'>)[] =>
  lines.map((line, index) => ({ ...line, level: at, place: index + 1, of: lines.length }))

/** Numbers the top level again: roots from circles were added after the conclusions had been counted. */
function numbered(rows: readonly OutlineRow[]): OutlineRow[] {
  const of = rows.filter((row) => row.level === 1).length
  let place = 0
  return rows.map((row) => (row.level === 1 ? { ...row, place: ++place, of } : row))
}

/** The lines below a claim: what bears on it, then the contradictions of which it is a premise. */
function groundsOf(graph: MapGraph, claim: string): Line[] {
  const into = relationsInto(graph, 'claim', claim).map((relation) => lineOf(graph, relation, claim))
  const by = (graph.outOf.get(claim) ?? [])
    .filter((each) => !isDirected(each))
    .map((relation) => ({
      key: `${claim} ${relation.id} ${relation.target}`,
      claim: relation.target,
      relation,
      named: true,
      mirrored: true,
    }))
  return [...into, ...by]
}

const undercutsOf = (graph: MapGraph, { id }: Relation): Line[] =>
  relationsInto(graph, 'relation', id).map((relation) => lineOf(graph, relation, id))

function lineOf(graph: MapGraph, relation: Relation, under: string): Line {
  const [premise, another] = premisesOn(graph, relation)
  const key = `${under} ${relation.id}`
  if (another !== undefined) return { key, relation }
  return { key: `${key} ${premise}`, claim: premise!, relation, named: !isDirected(relation) }
}

const premisesOf = (graph: MapGraph, relation: Relation): Line[] =>
  premisesOn(graph, relation).map((claim) => ({
    key: `${relation.id} & ${claim}`,
    claim,
    named: !isDirected(relation),
  }))
