import { untrack } from 'svelte'
import { ZOOM_LIMITS } from '#api/limits'
import { getViewportForBounds, type useSvelteFlow, type Viewport } from '@xyflow/svelte'
import type { Point, Rect } from '#domain/canvas/card'
import type { Flow } from '#domain/layout/tidied'
import { boundsOf, contains, grown, overlap } from '#domain/canvas/rect'
import { LABEL } from '#domain/canvas/lines/relation-label'
import { heldZoom, labelScaleAt } from './card-detail'
import { keptInSight, sightOf, type Seen } from './keep-in-sight'
import { AROUND, EDGE, EDGE_BELOW, LEGIBLE } from './map-room'
import { Zooming } from './zooming.svelte'

/** The minimum scale for showing a card that the user goes to. */
const CLOSE = 0.7
/** The largest scale to which cards are fitted into the pane. */
const LARGEST = 1.5
/** Cards whose edges differ by no more than this are in one row or column. Map pixels. */
const ROW = 60
/** If a pane's width changes by more than this factor, the map is fitted to it again. */
const MUCH = 1.5
/** If its height changes by more, as by a strip that comes or goes, so is the map too. Window pixels. */
const STRIP = 24
/** When the region is this many times as wide as the visible part, it is computed again. */
const TOO_WIDE = 9

/** The duration of moving the viewport. Milliseconds. */
export const MOVES = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250

type Padding = Parameters<typeof getViewportForBounds>[5]

type SvelteFlow = Pick<ReturnType<typeof useSvelteFlow>, 'setViewport' | 'setCenter' | 'getZoom'>

/** A place on a map: the middle of its pane, in map pixels, and the zoom. */
interface Place extends Point {
  readonly zoom: number
}

const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/** A change of the width that is larger is animated. Smaller ones follow one another as a divider is dragged. Window pixels. */
const AT_ONCE = 100

const areSame = (one: Viewport, other: Viewport) =>
  one.x === other.x && one.y === other.y && one.zoom === other.zoom

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** The visible part of the map, and the ways to move it. Works without Svelte Flow's nodes. */
export class MapViewport {
  #viewport = $state.raw<Viewport>({ x: 0, y: 0, zoom: 1 })
  /** The size of the canvas in window pixels. 0 before it is on screen. */
  width = $state(0)
  height = $state(0)
  readonly #flow: SvelteFlow
  /** What was visible before the last move. Map pixels. */
  #before: Rect | undefined
  #last: Rect | undefined
  /** How the whole map was last shown, and the resulting viewport. */
  #shown: ({ again: (cards: readonly Rect[]) => void; width: number; height: number } & Viewport) | undefined

  /** The viewport in which the map was opened. */
  #opened: Viewport | undefined
  /** How the map was seen before the pane became narrower, and the viewport since. */
  #narrowed: { readonly before: Seen; readonly viewport: Viewport } | undefined

  /** The visible part in map pixels. */
  readonly sight: Rect = $derived.by(() => sightOf(this.#seen))

  readonly #zooming = new Zooming(() => this.sight)

  /** The part of a large map in which cards are drawn in full while the user zooms; undefined at rest. Map pixels. */
  get kept(): Rect | undefined {
    return this.#zooming.kept
  }

  #drawnBefore = 1

  /** The zoom for which cards and labels are drawn. */
  readonly drawnZoom: number = $derived.by(() => {
    const { zoom } = this.viewport
    return (this.#drawnBefore = this.kept ? heldZoom(this.#drawnBefore, zoom) : zoom)
  })

  /**
   * The visible part and a margin of about its size on every side, in map pixels. It changes only after a longer
   * move, and not while the user zooms.
   */
  readonly region: Rect = $derived.by(() => {
    const { sight } = this
    if (this.kept && this.#last) return this.#last
    const holds = this.#last && contains(sight, this.#last) && this.#last.width <= sight.width * TOO_WIDE
    return (this.#last = holds ? this.#last! : grown(sight, sight.width, sight.height))
  })

  /** How many times as large as usual the labels of relations are drawn; 0 if they are left out. */
  readonly labelScale = $derived.by(() => labelScaleAt(this.drawnZoom, LABEL.style.size))

  constructor(flow: SvelteFlow) {
    this.#flow = flow
  }

  /** @param event the event by which the user moved the map; null if they did not move it by hand */
  moved(event: MouseEvent | TouchEvent | null): void {
    if (event && this.#before && this.#before.width !== this.sight.width) this.#zooming.zoomed(this.#before)
  }

  /** Svelte Flow's viewport; bind it. */
  get viewport(): Viewport {
    return this.#viewport
  }

  set viewport(viewport: Viewport) {
    // Not a dependency of an effect that moves the map.
    this.#before = untrack(() => this.sight)
    this.#viewport = viewport
  }

  get centre(): Point {
    return middleOf(this.sight)
  }

  /** The width of the room for a whole map, divided by its height. */
  get aspect(): number {
    const { width, height } = this.#room
    return width / height
  }

  get #size() {
    return { width: this.width, height: this.height }
  }

  get #seen(): Seen {
    return { viewport: this.viewport, ...this.#size }
  }

  /** How the user last saw the map, before the pane became narrower. */
  get #chosen(): Seen {
    const { viewport } = this
    return this.#narrowed && areSame(this.#narrowed.viewport, viewport) ? this.#narrowed.before : this.#seen
  }

  /**
   * Follows a change of the pane's width. What was in sight stays so, and comes back to its place when the pane is as wide
   * as before, unless the user has moved the map since.
   * @param selected the card that is selected alone, if one is
   */
  resize(width: number, cards: readonly Rect[], selected?: Rect): void {
    const before = this.#chosen
    const duration = Math.abs(width - this.width) > AT_ONCE ? MOVES : 0
    this.width = width
    if (before.width === 0 || this.#showAgain(cards, before.viewport)) return
    const isNarrower = width < before.width
    const viewport = isNarrower ? keptInSight(before, width, cards, selected) : before.viewport
    this.#narrowed = isNarrower && !areSame(viewport, before.viewport) ? { before, viewport } : undefined
    if (!areSame(viewport, this.viewport)) void this.#flow.setViewport(viewport, { duration })
  }

  /** Follows a change of the pane's height, in window pixels. */
  heighten(height: number, cards: readonly Rect[]): void {
    const { viewport } = this.#chosen
    this.height = height
    this.#showAgain(cards, viewport)
  }

  get #room(): { width: number; height: number } {
    return {
      width: Math.max(1, this.width - 2 * EDGE),
      height: Math.max(1, this.height - EDGE - EDGE_BELOW),
    }
  }

  /** Fits all cards into the pane. Does nothing without cards. */
  fit(cards: readonly Rect[], padding: Padding = AROUND): void {
    const at = this.#around(cards, padding, LARGEST)
    if (at) this.#shown = { again: (cards) => this.fit(cards, padding), ...this.#size, ...at }
  }

  /** Fits some of the cards. */
  zoomTo(cards: readonly Rect[]): void {
    this.#around(cards, 0.2, LARGEST)
    this.#shown = undefined
  }

  /** Shows the map at a scale, around the same centre. Window pixels per map pixel. */
  scaleTo(zoom: number): void {
    const { x, y } = this.centre
    void this.#flow.setCenter(x, y, { zoom, duration: MOVES })
    this.#shown = undefined
  }

  #around(cards: readonly Rect[], padding: Padding, most: number): Viewport | undefined {
    const bounds = boundsOf(cards)
    if (!bounds || this.width === 0) return undefined
    const at = getViewportForBounds(bounds, this.width, this.height, ZOOM_LIMITS.least, most, padding)
    void this.#flow.setViewport(at, { duration: MOVES })
    return at
  }

  /**
   * Fits the whole map again if the pane's size has changed much and the user has not moved the map since. Returns
   * whether it did.
   * @param viewport as the user last saw the map
   */
  #showAgain(cards: readonly Rect[], viewport: Viewport): boolean {
    if (!this.#shown || this.width === 0) return false
    const { again, width, height } = this.#shown
    const isMoved = !areSame(viewport, this.#shown)
    const isWider = Math.max(this.width / width, width / this.width) >= MUCH
    const isDue = !isMoved && (isWider || Math.abs(this.height - height) > STRIP)
    if (isDue) again(cards)
    return isDue
  }

  /**
   * Shows the whole map if its text is legible then, else the row or column with its conclusions.
   * @param flow whether premises are below their conclusion or to the right of it
   */
  open(cards: readonly Rect[], flow: Flow, duration = 0): void {
    const bounds = boundsOf(cards)
    if (!bounds || this.width === 0) return
    const { width } = this
    const room = this.#room
    const whole = Math.min(room.width / bounds.width, room.height / bounds.height)
    const zoom = Math.min(1, Math.max(whole, LEGIBLE))
    const isFirst = ({ x, y }: Rect) => (flow === 'down' ? y < bounds.y + ROW : x < bounds.x + ROW)
    const shown = whole < LEGIBLE ? boundsOf(cards.filter(isFirst))! : bounds
    const centred = {
      x: width / 2 - (shown.x + shown.width / 2) * zoom,
      y: EDGE + room.height / 2 - (shown.y + shown.height / 2) * zoom,
    }
    const edge = flow === 'down' ? { y: EDGE - bounds.y * zoom } : { x: EDGE - bounds.x * zoom }
    const at = { ...centred, ...(whole < LEGIBLE && edge), zoom }
    this.#shown = { again: (cards) => this.open(cards, flow), ...this.#size, ...at }
    this.#opened = at
    void this.#flow.setViewport(at, { duration })
  }

  /** Shows a place of the map again, with at least one card in sight. Returns whether it could. */
  returnTo({ x, y, zoom }: Place, cards: readonly Rect[]): boolean {
    const { width, height } = this
    const at = { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }
    const sight = { x: -at.x / zoom, y: -at.y / zoom, width: width / zoom, height: height / zoom }
    if (width === 0 || !cards.some((card) => overlap(card, sight))) return false
    void this.#flow.setViewport(at)
    return true
  }

  /** The place that the user chose; undefined while the map is as it was opened. */
  get place(): Place | undefined {
    const chosen = this.#chosen
    if (this.#opened && areSame(chosen.viewport, this.#opened)) return undefined
    return { ...middleOf(sightOf(chosen)), zoom: chosen.viewport.zoom }
  }

  /** Moves the map no further than it takes to see these cards, and makes it smaller only if they do not fit. */
  bringIntoSight(...cards: readonly Rect[]): void {
    const bounds = boundsOf(cards)
    if (!bounds || this.width === 0 || contains(bounds, this.sight)) return
    const zoom = Math.max(this.#flow.getZoom(), CLOSE)
    const { width, height } = this.#room
    if (bounds.width * zoom > width || bounds.height * zoom > height)
      return void this.#around(cards, AROUND, this.#flow.getZoom())
    const { x, y } = this.centre
    const half = { x: width / 2 / zoom, y: height / 2 / zoom }
    const centre = {
      x: clamp(x, bounds.x + bounds.width - half.x, bounds.x + half.x),
      y: clamp(y, bounds.y + bounds.height - half.y, bounds.y + half.y),
    }
    void this.#flow.setCenter(centre.x, centre.y, { zoom, duration: MOVES })
  }
}
