import { Position, type Edge, type Node } from '@xyflow/svelte'
import type { Project } from '#domain/project'
import { CARD_WIDTH, type Rect } from '#domain/graph/card'
import { relationShapes, type RelationShape } from '#domain/graph/relation-shape'
import { relationSentence, sceneGroups, type SceneCard, type SceneGroup } from '#domain/graph/scene'
import { stepMarks, type StepMark } from '#domain/graph/step-mark'
import type { Measure } from '#domain/graph/wrap'
import { relationWord } from '#domain/records/relation'

/** A claim's card as Svelte Flow knows it; the id is the claim's. */
export type CardNode = Node<{ card: SceneCard }, 'claim'>
/** A relation as Svelte Flow knows it, with all of its lines; the id is the relation's. */
export type RelationEdge = Edge<
  { shape: RelationShape; word: string; mark?: StepMark | undefined },
  'relation'
>

/** Where the dot is that links are dragged from: in the middle of the card's upper edge. */
const HANDLE = { x: CARD_WIDTH / 2 - 7, y: -7, width: 14, height: 14 }

const nodesBefore = new WeakMap<SceneCard, CardNode>()

/** The cards of a map as nodes; a card that has stayed as it was is the same node, which Svelte Flow passes over. */
export const cardNodes = (cards: readonly SceneCard[], selected: readonly string[]): CardNode[] => {
  const chosen = new Set(selected)
  return cards.map((card) => {
    const isChosen = chosen.has(card.claim.id)
    const known = nodesBefore.get(card)
    if (known?.selected === isChosen) return known
    const node = nodeOf(card, isChosen)
    nodesBefore.set(card, node)
    return node
  })
}

const nodeOf = (card: SceneCard, selected: boolean): CardNode => ({
  id: card.claim.id,
  type: 'claim',
  position: { x: card.rect.x, y: card.rect.y },
  width: CARD_WIDTH,
  height: card.rect.height,
  // Told, not measured when it is first in sight: so a line from a card in sight to one that never was is drawn too.
  measured: { width: CARD_WIDTH, height: card.rect.height },
  handles: [{ ...HANDLE, type: 'source', position: Position.Top }],
  data: { card },
  selected,
  // One that is selected is not covered by its neighbours.
  zIndex: selected ? 10 : 1,
  ariaLabel: `${card.category.name}: ${card.claim.text}. ${card.face.footer}`,
})

interface EdgeBefore {
  readonly project: Project
  readonly mark: StepMark | undefined
  readonly edge: RelationEdge
}

/** The edges that were made last, by who hears of their being chosen. */
const edgesBefore = new WeakMap<(relation: string) => void, WeakMap<RelationShape, EdgeBefore>>()

/**
 * The relations between the nodes where they stand now, in the middle of a drag too. A relation that has stayed as it was
 * is the same edge, which Svelte Flow passes over.
 */
export function relationEdges(
  project: Project,
  nodes: readonly CardNode[],
  selected: string | undefined,
  onselect: (relation: string) => void,
  measure: Measure,
): RelationEdge[] {
  const rects = new Map<string, Rect>(nodes.map((node) => [node.id, rectOf(node)]))
  const shapes = relationShapes(project.relations, rects)
  const marks = stepMarks(shapes, rects, measure)
  const before = edgesBefore.get(onselect) ?? new WeakMap<RelationShape, EdgeBefore>()
  edgesBefore.set(onselect, before)
  return [...shapes.values()].map((shape) => {
    const mark = marks.get(shape.relation.id)
    const isChosen = shape.relation.id === selected
    const known = before.get(shape)
    // Its sentence holds the wordings of claims, its ends depend on which cards are there.
    const isSame = known?.project.claims === project.claims && known.project.placements === project.placements
    if (isSame && known.edge.selected === isChosen && sameMark(known.mark, mark)) return known.edge
    const edge = edgeOf(project, shape, mark, isChosen, rects, onselect)
    before.set(shape, { project, mark, edge })
    return edge
  })
}

const rectsOf = new WeakMap<CardNode, Rect>()

/** Where a node's card stands; the same object for the same node. */
function rectOf(node: CardNode): Rect {
  const known = rectsOf.get(node)
  if (known) return known
  const rect = { ...node.position, width: CARD_WIDTH, height: node.height ?? 0 }
  rectsOf.set(node, rect)
  return rect
}

const sameMark = (one: StepMark | undefined, other: StepMark | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

function edgeOf(
  project: Project,
  shape: RelationShape,
  mark: StepMark | undefined,
  selected: boolean,
  rects: ReadonlyMap<string, Rect>,
  onselect: (relation: string) => void,
): RelationEdge {
  const { relation } = shape
  const word = relationWord(relation)
  return {
    id: relation.id,
    type: 'relation',
    source: relation.premises.find((premise) => rects.has(premise))!,
    target: targetCard(project, relation.target, rects)!,
    data: { shape, word, mark },
    selected,
    ariaLabel: relationSentence(project, relation, word),
    domAttributes: {
      onkeydown(event) {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        onselect(relation.id)
      },
    },
  }
}

/** The card that a relation leads to in the end: Svelte Flow wants two nodes for an edge. */
function targetCard(project: Project, target: string, rects: ReadonlyMap<string, Rect>): string | undefined {
  if (rects.has(target)) return target
  const relation = project.relations.get(target)
  return relation && targetCard(project, relation.target, rects)
}

/** The frames of the groups around their cards where these stand now, in the middle of a drag too. */
export function framesAround(
  project: Project,
  cards: readonly SceneCard[],
  nodes: readonly CardNode[],
  measure: Measure,
): SceneGroup[] {
  if (project.groups.size === 0) return []
  const places = new Map(nodes.map(({ id, position }) => [id, position]))
  const now = cards.map((card) => ({ ...card, rect: { ...card.rect, ...places.get(card.claim.id) } }))
  return sceneGroups(project, now, measure)
}

/** Gives the keyboard to a claim's card, unless something else has taken it. */
export function focusCard(canvas: HTMLElement | undefined, claim: string | undefined): void {
  if (!claim || (document.activeElement && document.activeElement !== document.body)) return
  canvas?.querySelector<HTMLElement>(`.svelte-flow__node[data-id="${CSS.escape(claim)}"]`)?.focus()
}
