import type { NodeTargetEventWithPointer } from '@xyflow/svelte'
import type { SceneCard } from '#domain/canvas/scene'
import type { Guide } from '#domain/canvas/snap-guides'
import type { Workspace } from '../../../state/workspace.svelte'
import type { CardNode } from './flow-nodes'
import { Snapping } from './snapping.svelte'

/** What Svelte Flow reports while cards are dragged. */
export type NodeDrag = NodeTargetEventWithPointer<MouseEvent | TouchEvent, CardNode>

/** Moves cards by the pointer and the arrow keys: aligns them with others, and stores their positions. */
export class CardMoves {
  /**
   * The nodes being dragged. They stay under the pointer, whatever else changes on the map; Svelte Flow reports each
   * move.
   */
  dragged: readonly CardNode[] = []
  #cancelled = false
  readonly #snapping = new Snapping()
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The lines along which the dragged card is aligned. */
  get guides(): readonly Guide[] {
    return this.#snapping.guides
  }

  /** The nodes with the dragged ones aligned. */
  align(
    { nodes: dragged, targetNode, event }: Parameters<NodeDrag>[0],
    nodes: CardNode[],
    zoom: number,
  ): CardNode[] {
    const first = nodes.find(({ id }) => id === targetNode?.id)
    const ids = new Set(dragged.map(({ id }) => id))
    const free = event.ctrlKey || event.metaKey
    const moved = (first && this.#snapping.moved(nodes, first, ids, zoom, free)) ?? nodes
    this.dragged = moved.filter(({ id }) => ids.has(id))
    return moved
  }

  /** Stores where the dragged cards were dropped. Returns false if the drag was cancelled: then they go back. */
  drop(cards: readonly SceneCard[], nodes: readonly CardNode[]): boolean {
    this.#snapping.drop()
    const claims = this.dragged.map(({ id }) => id)
    this.dragged = []
    if (this.#cancelled) {
      this.#cancelled = false
      return false
    }
    this.commit(claims, 'move', cards, nodes)
    return true
  }

  /** Ends the drag in hand, if there is one, as if the button was released, and stores nothing. */
  cancel(): boolean {
    if (this.dragged.length === 0) return false
    this.#cancelled = true
    // Svelte Flow has no other way to end a drag: it waits for this event of the window.
    window.dispatchEvent(new MouseEvent('mouseup', { view: window }))
    return true
  }

  /** Stores the positions of moved cards. Other cards may still be animated to the positions of a layout. */
  commit(
    claims: readonly string[],
    as: 'move' | 'nudge',
    cards: readonly SceneCard[],
    nodes: readonly CardNode[],
  ): void {
    const byHand = new Set(claims)
    const placements = new Map(cards.map(({ claim, placement }) => [claim.id, placement]))
    const moves = nodes.flatMap(({ id, position }) => {
      const placement = byHand.has(id) ? placements.get(id) : undefined
      const x = Math.round(position.x)
      const y = Math.round(position.y)
      return placement && (placement.x !== x || placement.y !== y) ? [{ placement: placement.id, x, y }] : []
    })
    if (moves.length > 0) this.#workspace.run('placement.move', { moves, as })
  }
}
