import type { Relation } from '../records/relation'
import { BESIDE, stacked, undercutsBeside } from './undercut-placement'
import { CARD_GAP, CARD_WIDTH, type Point } from '../canvas/card'
import { JUNCTION_RADIUS } from '../canvas/lines/line-path'
import { claimAtEnd, claimsUnder, isDirected, premisesOn, type MapGraph } from '../argument/map-graph'

/** The part of a map to lay out: the whole map, a claim with everything under it, or some cards. */
export type Tidied =
  | { readonly what: 'map' }
  | { readonly what: 'branch'; readonly claim: string }
  | { readonly what: 'selection'; readonly claims: readonly string[] }

/** Where premises are placed: below their target, or to the right of it. */
export type Flow = 'down' | 'right'

/** The part of ELK's JSON format for graphs that is used here. Map pixels. */
export interface LayoutNode {
  id: string
  width?: number
  height?: number
  layoutOptions?: Record<string, string>
  /** The points where lines may end, relative to the node's corner. Without ports, they may end anywhere. */
  ports?: { id: string; x: number; y: number; layoutOptions: Record<string, string> }[]
  /** Cards that the node has room for, relative to its corner. ELK ignores this field. */
  beside?: readonly ({ readonly claim: string } & Point)[]
  children?: LayoutNode[]
  edges?: { id: string; sources: string[]; targets: string[] }[]
}

/** The claims whose cards are laid out, including pinned ones. */
export function tidiedClaims(graph: MapGraph, tidied: Tidied): Set<string> {
  if (tidied.what === 'map') return new Set(graph.placements.keys())
  const claims =
    tidied.what === 'branch' ? [tidied.claim, ...claimsUnder(graph, tidied.claim)] : tidied.claims
  return new Set(claims.filter((claim) => graph.placements.has(claim)))
}

/** Lines get little room, because Counterpoint routes them itself. A low `thoroughness` keeps large maps quick. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': String(CARD_GAP + 8),
  'elk.spacing.componentComponent': String(CARD_GAP * 2),
  'elk.spacing.edgeNode': '8',
  'elk.spacing.edgeEdge': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(CARD_GAP),
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '2',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.thoroughness': '3',
  'elk.randomSeed': '1',
}

/**
 * With more relations than this, a relation with one premise gets no junction unless a card is beside it, for speed.
 */
const MANY_RELATIONS = 300

/**
 * Builds the graph for ELK. Every relation has a junction, a small node between its premises and its target, so that
 * linked premises are placed side by side. The junction of an undercut relation is larger, with room for the
 * undercutting cards beside it; other undercutting cards are placed below it, among the premises. Claims that
 * contradict each other are both below one junction, so that they are on one level. The cards of a group are in one
 * node.
 * @param heights the heights of the cards by claim
 * @param turned whether the result will be mirrored, so that room beside junctions must be on the other side
 */
export function layoutInput(
  graph: MapGraph,
  claims: ReadonlySet<string>,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
  turned = false,
): LayoutNode {
  const drawn = [...graph.relations.values()].filter((relation) => isWithin(graph, relation, claims))
  const isLarge = drawn.length > MANY_RELATIONS
  const beside = flow === 'down' ? undercutsBeside(graph, claims) : new Map<string, string[]>()
  const isDrawn = new Set(drawn)
  const meets = (relation: Relation): boolean =>
    isDrawn.has(relation) &&
    relation.targetType === 'claim' &&
    (!isLarge || !isDirected(relation) || beside.has(relation.id) || premisesOn(graph, relation).length > 1)
  const inRows = new Set(claims)
  for (const claim of [...beside.values()].flat()) inRows.delete(claim)
  const edges = drawn.flatMap((relation) => edgesOf(graph, relation, inRows, meets, beside))
  const cards = cardNodes(graph, inRows, heights, { 'elk.alignment': flow === 'down' ? 'TOP' : 'LEFT' })
  const nested = cards.some(({ children }) => children)
  return {
    id: 'map',
    layoutOptions: {
      ...OPTIONS,
      'elk.direction': flow === 'down' ? 'UP' : 'LEFT',
      ...(nested && { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }),
    },
    children: [
      ...cards,
      ...drawn
        .filter(meets)
        .map((each) => junctionNode(graph, each, beside.get(each.id) ?? [], heights, turned)),
    ],
    edges: edges.map(([from, to], index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  }
}

/** The claim of a node; undefined for junctions and groups. */
export const claimOf = (node: string): string | undefined =>
  node.startsWith('c ') ? node.slice(2) : undefined

const card = (claim: string): string => `c ${claim}`
const junction = (relation: string): string => `j ${relation}`

/** Room for the frame and title of a group. */
const PADDING = '[top=48,left=20,bottom=20,right=20]'

/** The nodes of the cards, from left to right; the cards of a group are in one node. */
function cardNodes(
  graph: MapGraph,
  claims: ReadonlySet<string>,
  heights: ReadonlyMap<string, number>,
  layoutOptions: Record<string, string>,
): LayoutNode[] {
  const nodes: LayoutNode[] = []
  const groups = new Map<string, LayoutNode[]>()
  const placements = [...claims].map((id) => graph.placements.get(id)!).sort((a, b) => a.x - b.x)
  for (const { claim, group } of placements) {
    const node = { id: card(claim), width: CARD_WIDTH, height: heights.get(claim) ?? 0, layoutOptions }
    const members = groups.get(group)
    if (group === '') nodes.push(node)
    else if (members) members.push(node)
    else {
      const children = [node]
      groups.set(group, children)
      nodes.push({ id: `g ${group}`, children, layoutOptions: { 'elk.padding': PADDING } })
    }
  }
  return nodes
}

/**
 * The ports of a junction with cards beside it: they make lines lead through the junction and not through the cards.
 */
const inlet = (relation: string): string => `i ${relation}`
const outlet = (relation: string): string => `o ${relation}`

function junctionNode(
  graph: MapGraph,
  relation: Relation,
  beside: readonly string[],
  heights: ReadonlyMap<string, number>,
  turned: boolean,
): LayoutNode {
  const side = JUNCTION_RADIUS * 2
  const [first] = beside
  if (first === undefined) return { id: junction(relation.id), width: side, height: side }
  const isLeft = isLeftOf(graph, first, premisesOn(graph, relation)) !== turned
  const x = isLeft ? CARD_WIDTH + BESIDE : JUNCTION_RADIUS
  const { tops, height } = stacked(beside.map((claim) => heights.get(claim) ?? side))
  const port = (id: string, y: number, where: string) => ({
    id,
    x,
    y,
    layoutOptions: { 'elk.port.side': where },
  })
  return {
    id: junction(relation.id),
    width: JUNCTION_RADIUS + BESIDE + CARD_WIDTH,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [port(inlet(relation.id), height, 'SOUTH'), port(outlet(relation.id), 0, 'NORTH')],
    beside: beside.map((claim, index) => ({ claim, x: isLeft ? 0 : x + BESIDE, y: tops[index]! })),
  }
}

/** Whether a card is to the left of others on average, so that it can be placed on the same side again. */
function isLeftOf(graph: MapGraph, claim: string, others: readonly string[]): boolean {
  const xOf = (id: string) => graph.placements.get(id)!.x
  return xOf(claim) < others.reduce((sum, other) => sum + xOf(other), 0) / others.length
}

const isWithin = (graph: MapGraph, relation: Relation, claims: ReadonlySet<string>): boolean =>
  claims.has(claimAtEnd(graph, relation)) && relation.premises.some((id) => claims.has(id))

function edgesOf(
  graph: MapGraph,
  relation: Relation,
  claims: ReadonlySet<string>,
  meets: (relation: Relation) => boolean,
  beside: ReadonlyMap<string, unknown>,
): [string, string][] {
  const into = ({ id }: Relation) => (beside.has(id) ? inlet(id) : junction(id))
  const target = card(claimAtEnd(graph, relation))
  const about = relation.targetType === 'relation' ? graph.relations.get(relation.target)! : undefined
  const to = meets(relation) ? into(relation) : about && meets(about) ? into(about) : target
  const legs = premisesOn(graph, relation)
    .filter((id) => claims.has(id))
    .map((id): [string, string] => [card(id), to])
    .filter(([from]) => from !== to)
  if (!meets(relation)) return legs
  const end = beside.has(relation.id) ? outlet(relation.id) : to
  return [...legs, isDirected(relation) ? [end, target] : [target, end]]
}
