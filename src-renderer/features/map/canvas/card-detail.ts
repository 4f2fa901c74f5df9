import { getContext, setContext } from 'svelte'

/**
 * How much of a card is drawn: all of it; its wording alone, in larger type; its first words on its category's colour;
 * or the colour alone.
 */
export type CardDetail = 'whole' | 'wording' | 'block' | 'colour'

/** The least size of text on the screen. CSS pixels. */
const LEAST_SIZE = 9
/** The size of a wording that is drawn alone. CSS pixels. */
const WORDING_SIZE = 10
/** The zoom below which the small print of a card has no room for letters of `LEAST_SIZE`. */
const WHOLE_FROM = 0.65
const WORDING_FROM = 0.3
/** The zoom below which a card has no room for a word. */
const BLOCK_FROM = 0.14
/** Type sizes change by this factor at a time, so that cards are not drawn again at every step of a zoom. */
const STEP = 1.06

/** How cards are drawn at a zoom. */
export interface CardDrawing {
  readonly detail: CardDetail
  /** The size of the wording, or, on a whole card, the least size of its small print. Map pixels. */
  readonly size: number
}

const stepBelow = (zoom: number): number => STEP ** Math.floor(Math.log(zoom) / Math.log(STEP))

/** How cards are drawn at a zoom, in window pixels per map pixel, so that their text is legible. */
export function drawingAt(zoom: number): CardDrawing {
  const least = stepBelow(zoom)
  if (zoom >= WHOLE_FROM) return { detail: 'whole', size: LEAST_SIZE / Math.max(least, WHOLE_FROM) }
  if (zoom >= WORDING_FROM) return { detail: 'wording', size: WORDING_SIZE / Math.max(least, WORDING_FROM) }
  if (zoom >= BLOCK_FROM) return { detail: 'block', size: LEAST_SIZE / Math.max(least, BLOCK_FROM) }
  return { detail: 'colour', size: 0 }
}

/** While the user zooms in, cards stay as they were drawn until they are this many times as large. */
const HELD = 2

/**
 * The zoom for which to draw cards while the user zooms. It stays as before as long as their text is no smaller for it,
 * and not much larger, so that they are not drawn again at every step.
 */
export const heldZoom = (before: number, zoom: number): number =>
  zoom >= before && zoom <= before * HELD ? before : zoom

/** The zoom below which labels of relations are left out: in letters of `LEAST_SIZE` they would cover their lines. */
const LABELS_FROM = 0.5

/**
 * How many times as large as at 100 % the labels of relations are drawn, so that their letters have `LEAST_SIZE` on the
 * screen; 0 if they are left out. It changes by steps.
 * @param size of the letters at 100 %, in CSS pixels
 */
export function labelScaleAt(zoom: number, size: number): number {
  if (zoom < LABELS_FROM) return 0
  return Math.max(1, LEAST_SIZE / (size * Math.max(stepBelow(zoom), LABELS_FROM)))
}

/** The line height of a wording that is drawn alone, in ems. */
export const LINE = 1.12
/** The padding above and below the wording of a card that is not drawn whole. Map pixels. */
export const FAR_PADDING = 2

/** The number of lines for which a card of some height has room. */
export const linesIn = (height: number, size: number): number =>
  Math.max(1, Math.floor((height - FAR_PADDING * 2) / (size * LINE)))

const KEY = Symbol('card detail')

/** Gives the cards of a canvas access to how they are drawn at present. */
export const setCardDrawing = (drawing: () => CardDrawing): void => void setContext(KEY, drawing)
/** How the cards of the canvas around are drawn; whole, where no canvas says so. */
export const getCardDrawing = (): (() => CardDrawing) =>
  getContext<(() => CardDrawing) | undefined>(KEY) ?? (() => drawingAt(1))
