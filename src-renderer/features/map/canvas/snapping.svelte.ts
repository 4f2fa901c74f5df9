import { snap, type Guide } from '#domain/canvas/snap-guides'
import { CARD_WIDTH, type Point, type Rect } from '#domain/canvas/card'

/** The part of a node that aligning needs. */
interface Placed {
  readonly id: string
  readonly position: Point
  readonly height?: number
}

/** The distance at which a dragged card snaps to an alignment. Window pixels. */
const REACH = 6
/** The maximum distance of the cards to align with. Map pixels. */
const FAR = 2000

/** Aligns a dragged card with others, except while Ctrl or ⌘ is held. */
export class Snapping {
  guides = $state.raw<readonly Guide[]>([])

  /**
   * The nodes after the dragged ones were moved so that the first of them is aligned.
   * @param dragged the ids of all dragged nodes
   * @param zoom window pixels per map pixel
   */
  moved<Node extends Placed>(
    nodes: readonly Node[],
    first: Node,
    dragged: ReadonlySet<string>,
    zoom: number,
    free: boolean,
  ): Node[] | undefined {
    this.guides = []
    if (free) return undefined
    const card = rectOf(first)
    const others = nodes
      .filter(({ id }) => !dragged.has(id))
      .map(rectOf)
      .filter(({ x, y }) => Math.abs(x - card.x) < FAR && Math.abs(y - card.y) < FAR)
    const { x, y, guides } = snap(card, others, REACH / zoom)
    this.guides = guides
    const [dx, dy] = [x - card.x, y - card.y]
    if (dx === 0 && dy === 0) return undefined
    return nodes.map((node) =>
      dragged.has(node.id)
        ? { ...node, position: { x: node.position.x + dx, y: node.position.y + dy } }
        : node,
    )
  }

  drop(): void {
    this.guides = []
  }
}

const rectOf = ({ position, height }: Placed): Rect => ({
  ...position,
  width: CARD_WIDTH,
  height: height ?? 0,
})
