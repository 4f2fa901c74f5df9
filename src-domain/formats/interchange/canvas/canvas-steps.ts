import type { Rect } from '../../../canvas/card'
import type { Relation } from '../../../records/relation'
import { isObject } from '../../../records/record'
import { RELATION_LOOKS } from '../../../vocabulary/palette'
import { edgeLabel } from '../../export/graph/graph-text'
import { markdownText } from '../../export/report/markdown-text'
import type { Correspondences } from '../correspondence'
import { LossList } from '../loss-list'
import { arrowKey, keyAgain, ownOfArrow } from '../own-records'
import type { CanvasNodes } from './canvas-nodes'
import { edgesOf, junctionsOf, type Edge } from './canvas-graph'

type Raw = Record<string, unknown>

/** The size of a junction card. Pixels. */
const JUNCTION = 50

/**
 * What changed since a canvas came in its relations. One premise and a claim or a junction as target are an arrow; with
 * several premises, or as the target of another relation, a relation has a junction: a card with its sign, a line from
 * each premise to it, and an arrow on to the target.
 */
export class CanvasSteps {
  readonly addedNodes: Raw[] = []
  readonly removedNodes = new Set<string>()
  readonly #edges: ReadonlyMap<string, Edge>
  readonly #junctions: ReadonlyMap<string, Edge>
  readonly #set = new Map<Raw, Raw>()
  readonly #removed = new Set<Raw>()
  readonly #added: Raw[] = []
  readonly #junctionOf = new Map<string, string>()
  readonly #aimedAt: ReadonlySet<string>

  constructor(
    private readonly records: Correspondences,
    private readonly whole: Raw,
    private readonly nodes: CanvasNodes,
  ) {
    const given = Array.isArray(whole['nodes']) ? (whole['nodes'] as unknown[]) : []
    const raws = new Map(
      [...given].reverse().flatMap((raw) => (isObject(raw) ? [[String(raw['id']), raw] as const] : [])),
    )
    const edges = edgesOf(whole, raws, new LossList())
    this.#edges = new Map(edges.map((edge) => [edge.id, edge]))
    this.#junctions = junctionsOf(raws, edges)
    const relations = [...records.now.relations.values()]
    this.#aimedAt = new Set(
      relations.flatMap((each) => (each.targetType === 'relation' ? [each.target] : [])),
    )
    const known = records.of('relations')
    const added = records.added('relations')
    for (const { id, now } of known) if (now && this.#junctions.has(id)) this.#junctionOf.set(now.id, id)
    for (const relation of [...known.flatMap(({ now }) => now ?? []), ...added])
      if (!this.#junctionOf.has(relation.id) && this.#needsJunction(relation))
        this.#junctionOf.set(relation.id, nodes.freeId(`${relation.id}-step`))
    for (const { id, then, now } of known) this.#change(id, then, now)
    for (const relation of added) this.#add(relation)
  }

  /** The edges, without those at nodes that went. */
  edges(gone: ReadonlySet<string>): unknown[] {
    const given = Array.isArray(this.whole['edges']) ? (this.whole['edges'] as unknown[]) : []
    const kept = given.flatMap((raw) => {
      if (!isObject(raw)) return [raw]
      if (this.#removed.has(raw) || gone.has(String(raw['fromNode'])) || gone.has(String(raw['toNode'])))
        return []
      const fields = this.#set.get(raw)
      return [fields ? { ...raw, ...fields } : raw]
    })
    return [...kept, ...this.#added]
  }

  #needsJunction = ({ id, premises }: Relation): boolean => premises.length > 1 || this.#aimedAt.has(id)

  #legs = (junction: string): Edge[] =>
    [...this.#edges.values()].filter(({ to, arrows }) => arrows === 'none' && to === junction)

  #change(id: string, then: Relation, now: Relation | undefined): void {
    const isJunction = this.#junctions.has(id)
    const arrow = this.#junctions.get(id) ?? this.#edges.get(id)
    if (!arrow) return
    if (!now) {
      this.#removed.add(arrow.raw)
      if (isJunction) {
        this.removedNodes.add(id)
        for (const { raw } of this.#legs(id)) this.#removed.add(raw)
      }
      return
    }
    const said =
      edgeLabel(now) === edgeLabel(then) ? {} : { label: edgeLabel(now), ...arrowEnds(arrow, then, now) }
    const own = keyAgain(arrow.raw, ownOfArrow(then), ownOfArrow(now))
    const junction = this.#junctionOf.get(now.id)
    const target = this.#nodeOfTarget(now)
    const [from, to] = arrow.isTurned ? ['toNode', 'fromNode'] : ['fromNode', 'toNode']
    const ends: Raw = target !== undefined && !this.#isTarget(now, arrow.to) ? { [to]: target } : {}
    if (isJunction) this.#changeLegs(id, now)
    else if (junction !== undefined) {
      ends[from] = junction
      this.#addJunction(junction, now)
    } else if (!this.#elements(now.premises[0]!).includes(arrow.from)) {
      const premise = this.nodes.nodeOf(now.premises[0]!)
      if (premise !== undefined) ends[from] = premise
    }
    const sign = RELATION_LOOKS[now.kind].sign
    if (isJunction && now.kind !== then.kind) this.nodes.set.set(id, { text: markdownText(sign) })
    const fields = { ...said, ...ends, ...own }
    if (Object.keys(fields).length > 0) this.#set.set(arrow.raw, fields)
  }

  #changeLegs(junction: string, now: Relation): void {
    const legs = this.#legs(junction)
    const wanted = now.premises.map((premise) => [premise, this.#elements(premise)] as const)
    for (const { from, raw } of legs)
      if (!wanted.some(([, elements]) => elements.includes(from))) this.#removed.add(raw)
    for (const [premise, elements] of wanted)
      if (!legs.some(({ from }) => elements.includes(from))) this.#addLeg(premise, junction)
  }

  #add(relation: Relation): void {
    const junction = this.#junctionOf.get(relation.id)
    const from = junction ?? this.nodes.nodeOf(relation.premises[0]!)
    const to = this.#nodeOfTarget(relation)
    if (from === undefined || to === undefined) return
    if (junction !== undefined) this.#addJunction(junction, relation)
    this.#added.push({
      id: relation.id,
      fromNode: from,
      toNode: to,
      ...(relation.kind === 'contradict' && { fromEnd: 'arrow' }),
      label: edgeLabel(relation),
      ...arrowKey(relation),
    })
  }

  #addJunction(id: string, relation: Relation): void {
    const ends = [...relation.premises, relation.targetType === 'claim' ? relation.target : ''].flatMap(
      (claim) => this.nodes.rectOf(this.nodes.nodeOf(claim) ?? '') ?? [],
    )
    const rect = between(ends)
    this.nodes.place(id, rect)
    this.addedNodes.push({
      id,
      type: 'text',
      text: markdownText(RELATION_LOOKS[relation.kind].sign),
      ...rect,
    })
    for (const premise of relation.premises) this.#addLeg(premise, id)
  }

  #addLeg(premise: string, junction: string): void {
    const from = this.nodes.nodeOf(premise)
    if (from !== undefined)
      this.#added.push({ id: `${from}-${junction}`, fromNode: from, toNode: junction, toEnd: 'none' })
  }

  #elements(claim: string): string[] {
    const record = this.records.now.claims.get(claim)
    const node = this.nodes.nodeOf(claim)
    return [...(record ? this.records.elementsOf(record) : []), ...(node === undefined ? [] : [node])]
  }

  #nodeOfTarget = ({ targetType, target }: Relation): string | undefined =>
    targetType === 'claim' ? this.nodes.nodeOf(target) : this.#junctionOf.get(target)

  #isTarget = ({ targetType, target }: Relation, node: string): boolean =>
    targetType === 'claim' ? this.#elements(target).includes(node) : this.#junctionOf.get(target) === node
}

/** The arrows of a relation that became a contradiction, or is one no more. */
function arrowEnds({ arrows, isTurned }: Edge, then: Relation, now: Relation): Raw {
  const both = isTurned ? { toEnd: 'arrow' } : { fromEnd: 'arrow' }
  if (now.kind === 'contradict' && arrows === 'one') return both
  return then.kind === 'contradict' && arrows === 'both' && now.kind !== 'contradict'
    ? { fromEnd: undefined }
    : {}
}

/** A place for a junction in the middle of what it joins. */
function between(rects: readonly Rect[]): Rect {
  const middle = (axis: 'x' | 'y', size: 'width' | 'height') =>
    rects.reduce((sum, rect) => sum + rect[axis] + rect[size] / 2, 0) / Math.max(1, rects.length)
  return {
    x: Math.round(middle('x', 'width') - JUNCTION / 2),
    y: Math.round(middle('y', 'height') - JUNCTION / 2),
    width: JUNCTION,
    height: JUNCTION,
  }
}
