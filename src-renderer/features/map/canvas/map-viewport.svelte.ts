import { getViewportForBounds, type useSvelteFlow, type Viewport } from '@xyflow/svelte'
import type { Point, Rect } from '#domain/canvas/card'
import type { Flow } from '#domain/layout/layout-input'
import { boundsOf, grown, contains } from '#domain/canvas/rect'

/** How far a map can be looked at from, and from how near. Window pixels to a map pixel. */
export const ZOOM = { least: 0.08, most: 2.5 }
/** Below this scale words cannot be read. */
const LEGIBLE = 0.5
/** What is gone to is shown at least so large. */
const CLOSE = 0.7
/** Window pixels kept free above the topmost card, or before the first. */
const EDGE = 24
/** Cards whose edges are no further apart stand in one row or column. Map pixels. */
const ROW = 60
/** A pane that has become so many times as wide or as narrow shows the map anew. */
const MUCH = 1.5
/** A region is looked for anew once it is so many times as wide as what is in sight. */
const TOO_WIDE = 9

/** Milliseconds that the map takes to move to what is asked for. */
export const MOVES = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250

type SvelteFlow = Pick<ReturnType<typeof useSvelteFlow>, 'setViewport' | 'setCenter' | 'getZoom'>

/** What of the map is on screen, and the ways to look at something else. Needs no card to be handed to Svelte Flow. */
export class MapViewport {
  /** Where Svelte Flow has the map; to be bound to it. */
  viewport = $state.raw({ x: 0, y: 0, zoom: 1 })
  /** The size of the canvas, to be bound to it. Window pixels; 0 before it is on screen. */
  width = $state(0)
  height = $state(0)
  readonly #flow: SvelteFlow
  #last: Rect | undefined
  /** How the map was last shown as a whole, and what that came to. */
  #shown: ({ again: (cards: readonly Rect[]) => void; width: number } & Viewport) | undefined

  /** What of the map is in sight. Map pixels. */
  readonly sight: Rect = $derived.by(() => {
    const { x, y, zoom } = this.viewport
    return { x: -x / zoom, y: -y / zoom, width: this.width / zoom, height: this.height / zoom }
  })

  /** What is in sight and about as much on every side: the same until the map has been moved further. Map pixels. */
  readonly region: Rect = $derived.by(() => {
    const { sight } = this
    const holds = this.#last && contains(sight, this.#last) && this.#last.width <= sight.width * TOO_WIDE
    return (this.#last = holds ? this.#last! : grown(sight, sight.width, sight.height))
  })

  constructor(flow: SvelteFlow) {
    this.#flow = flow
  }

  get centre(): Point {
    const { x, y, width, height } = this.sight
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** Shows all cards as large as they can be shown whole. Nothing happens without any. */
  fit(cards: readonly Rect[], padding = 0.12): void {
    const at = this.#around(cards, padding, 1)
    if (at) this.#shown = { again: (cards) => this.fit(cards, padding), width: this.width, ...at }
  }

  /** Shows some of the cards, closer than a whole map is shown. */
  zoomTo(cards: readonly Rect[]): void {
    this.#around(cards, 0.2, 1.5)
    this.#shown = undefined
  }

  #around(cards: readonly Rect[], padding: number, most: number): Viewport | undefined {
    const bounds = boundsOf(cards)
    if (!bounds || this.width === 0) return undefined
    const at = getViewportForBounds(bounds, this.width, this.height, ZOOM.least, most, padding)
    void this.#flow.setViewport(at, { duration: MOVES })
    return at
  }

  /** Shows the map again as it was last shown as a whole, where its pane is quite another and nobody has moved it since. */
  showAgain(cards: readonly Rect[]): void {
    const { viewport } = this
    if (!this.#shown || this.width === 0) return
    const { again, width, x, y, zoom } = this.#shown
    const isMoved = viewport.x !== x || viewport.y !== y || viewport.zoom !== zoom
    if (!isMoved && Math.max(this.width / width, width / this.width) >= MUCH) again(cards)
  }

  /**
   * Shows a map whole where its words can be read then, else the row or column where its conclusions stand.
   * @param flow where grounds stand: below what they bear on, or to the right of it
   */
  open(cards: readonly Rect[], flow: Flow, duration = 0): void {
    const bounds = boundsOf(cards)
    if (!bounds || this.width === 0) return
    const { width, height } = this
    const whole = Math.min(width / bounds.width, height / bounds.height) * 0.9
    const zoom = Math.min(1, Math.max(whole, LEGIBLE))
    const isFirst = ({ x, y }: Rect) => (flow === 'down' ? y < bounds.y + ROW : x < bounds.x + ROW)
    const shown = whole < LEGIBLE ? boundsOf(cards.filter(isFirst))! : bounds
    const centred = {
      x: width / 2 - (shown.x + shown.width / 2) * zoom,
      y: height / 2 - (shown.y + shown.height / 2) * zoom,
    }
    const edge = flow === 'down' ? { y: EDGE - bounds.y * zoom } : { x: EDGE - bounds.x * zoom }
    const at = { ...centred, ...(whole < LEGIBLE && edge), zoom }
    this.#shown = { again: (cards) => this.open(cards, flow), width, ...at }
    void this.#flow.setViewport(at, { duration })
  }

  /** Moves the map until a card can be seen; not at all where it can be. */
  bringIntoSight(rect: Rect): void {
    if (this.width === 0 || contains(rect, this.sight)) return
    const zoom = Math.max(this.#flow.getZoom(), CLOSE)
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
    void this.#flow.setCenter(x, y, { zoom, duration: MOVES })
  }
}
