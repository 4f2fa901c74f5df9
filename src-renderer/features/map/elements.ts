import type { Edge, Node } from '@xyflow/svelte'
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

/** The cards of a map as nodes. */
export const cardNodes = (cards: readonly SceneCard[], selected: readonly string[]): CardNode[] =>
  cards.map((card) => ({
    id: card.claim.id,
    type: 'claim',
    position: { x: card.rect.x, y: card.rect.y },
    width: CARD_WIDTH,
    height: card.rect.height,
    data: { card },
    selected: selected.includes(card.claim.id),
    // One that is selected is not covered by its neighbours.
    zIndex: selected.includes(card.claim.id) ? 10 : 1,
    ariaLabel: `${card.category.name}: ${card.claim.text}. ${card.face.footer}`,
  }))

/** The relations between the nodes where they stand now, in the middle of a drag too. */
export function relationEdges(
  project: Project,
  nodes: readonly CardNode[],
  selected: string | undefined,
  onselect: (relation: string) => void,
  measure: Measure,
): RelationEdge[] {
  const rects = new Map<string, Rect>(
    nodes.map(({ id, position, height }) => [id, { ...position, width: CARD_WIDTH, height: height ?? 0 }]),
  )
  const shapes = relationShapes(project.relations, rects)
  const marks = stepMarks(shapes, rects, measure)
  return [...shapes.values()].map((shape) => {
    const { relation } = shape
    const word = relationWord(relation)
    return {
      id: relation.id,
      type: 'relation',
      source: relation.premises.find((premise) => rects.has(premise))!,
      target: targetCard(project, relation.target, rects)!,
      data: { shape, word, mark: marks.get(relation.id) },
      selected: relation.id === selected,
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
  })
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
