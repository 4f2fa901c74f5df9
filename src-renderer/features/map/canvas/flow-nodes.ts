import { Position, type Node } from '@xyflow/svelte'
import type { Project } from '#domain/document/project'
import { CARD_WIDTH, type Rect } from '#domain/canvas/card'
import { sceneGroups, type SceneCard, type SceneGroup } from '#domain/canvas/scene'
import type { Measure } from '#domain/canvas/wrap-text'

/** A claim's card as a Svelte Flow node. Its id is the claim's. */
export type CardNode = Node<{ card: SceneCard }, 'claim'>

/** The handle for dragging links, in the middle of the card's upper edge. */
const HANDLE = { x: CARD_WIDTH / 2 - 7, y: -7, width: 14, height: 14 }

const nodesBefore = new WeakMap<SceneCard, CardNode>()

/**
 * The cards of a map as nodes. An unchanged card keeps its node object, so that Svelte Flow skips it.
 * @param dragged nodes that are being dragged, which keep their positions
 */
export const cardNodes = (
  cards: readonly SceneCard[],
  selected: readonly string[],
  dragged: readonly CardNode[] = [],
): CardNode[] => {
  const chosen = new Set(selected)
  const places = new Map(dragged.map(({ id, position }) => [id, position]))
  return cards.map((card) => {
    const position = places.get(card.claim.id)
    if (position) return { ...nodeOf(card, chosen.has(card.claim.id)), position, dragging: true }
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
  // Both sizes are needed: Svelte Flow renders nodes without a measured size wherever they are, to measure them.
  measured: { width: CARD_WIDTH, height: card.rect.height },
  handles: [{ ...HANDLE, type: 'source', position: Position.Top }],
  data: { card },
  selected,
  // A selected card is above its neighbours.
  zIndex: selected ? 10 : 1,
  ariaLabel: `${card.category.name}: ${card.claim.text}. ${card.face.footer}`,
  domAttributes: { 'aria-describedby': verdictId(card.claim.id) },
})

/** The id of the element with the verdict of a claim's card, which describes the card while verdicts are shown. */
export const verdictId = (claim: string): string => `verdict-${claim}`

/** No card is in motion. A constant, so that nothing derived from it is computed again. */
const RESTING: ReadonlyMap<string, Rect> = new Map()

/**
 * The current rectangles of the cards that are in motion, because they are dragged or animated, by claim.
 * @param nodes Svelte Flow's nodes
 */
export const cardsInMotion = (nodes: readonly CardNode[]): ReadonlyMap<string, Rect> => {
  const moved = nodes.filter(
    ({ position: { x, y }, data: { card } }) => x !== card.rect.x || y !== card.rect.y,
  )
  if (moved.length === 0) return RESTING
  return new Map(moved.map(({ id, position, data }) => [id, { ...data.card.rect, ...position }]))
}

/** The current rectangles of all cards, by claim. */
export const rectsNow = (
  stored: ReadonlyMap<string, Rect>,
  inMotion: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, Rect> => (inMotion.size === 0 ? stored : new Map([...stored, ...inMotion]))

/** The frames of the groups around the current positions of their cards, also during a drag. */
export function framesAround(
  project: Project,
  cards: readonly SceneCard[],
  rects: ReadonlyMap<string, Rect>,
  measure: Measure,
): SceneGroup[] {
  if (project.groups.size === 0) return []
  const now = cards.map((card) => ({ ...card, rect: rects.get(card.claim.id) ?? card.rect }))
  return sceneGroups(project, now, measure)
}

/** Focuses a claim's card, unless another element has the focus. */
export function focusCard(canvas: HTMLElement | undefined, claim: string | undefined): void {
  if (!claim || (document.activeElement && document.activeElement !== document.body)) return
  canvas?.querySelector<HTMLElement>(`.svelte-flow__node[data-id="${CSS.escape(claim)}"]`)?.focus()
}

/** Focuses the clicked card for the arrow keys, unless an element on it has the focus. */
export function focusClicked({ target }: Event): void {
  const node = (target as Element).closest<HTMLElement>('.svelte-flow__node')
  if (node && !node.contains(document.activeElement)) node.focus({ preventScroll: true })
}
