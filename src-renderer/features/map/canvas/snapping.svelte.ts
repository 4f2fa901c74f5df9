import { snap, type Guide } from '#domain/canvas/snap-guides'
import { CARD_WIDTH, type Point, type Rect } from '#domain/canvas/card'

/** A node of the canvas, as far as aligning it goes. */
interface Placed {
  readonly id: string
  readonly position: Point
  readonly height?: number
}

/** Window pixels within which a dragged card is drawn to where it is aligned. */
const REACH = 6
/** Further from the card than this nothing is aligned with it. Map pixels. */
const FAR = 2000

/** Aligns a card with others while it is dragged. Holding Ctrl or ⌘ lets it go where the pointer is. */
export class Snapping {
  guides = $state.raw<readonly Guide[]>([])

  /**
   * The nodes with the dragged ones moved to where the first of them is aligned.
   * @param dragged the ids of all that is dragged
   * @param zoom window pixels to a map pixel
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
