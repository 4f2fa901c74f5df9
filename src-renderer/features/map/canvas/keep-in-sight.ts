import { getViewportForBounds, type Viewport } from '@xyflow/svelte'
import { ZOOM_LIMITS } from '#api/limits'
import type { Rect } from '#domain/canvas/card'
import { boundsOf, contains, overlap } from '#domain/canvas/rect'
import { AROUND, EDGE, LEGIBLE } from './map-room'

/** A viewport in a pane of this size. Window pixels. */
export interface Seen {
  readonly viewport: Viewport
  readonly width: number
  readonly height: number
}

/**
 * The viewport after the pane has become narrower, as when the inspector opens. A map that was in sight as a whole stays
 * so, as near to where it was as possible, and smaller only as far as its text stays legible. Else it moves to the left
 * as far as the selected card needs.
 * @param width the new width of the pane. Window pixels
 */
export function keptInSight(
  { viewport, width: before, height }: Seen,
  width: number,
  cards: readonly Rect[],
  selected?: Rect,
): Viewport {
  const bounds = boundsOf(cards)
  if (bounds && contains(bounds, sightOf({ viewport, width: before, height }))) {
    const whole = wholeIn(bounds, viewport, width, height)
    if (whole.zoom >= Math.min(LEGIBLE, viewport.zoom)) return whole
  }
  return selected ? movedFor(selected, viewport, width, height) : viewport
}

/** The part of the map that is visible in a pane, in map pixels. */
export const sightOf = ({ viewport: { x, y, zoom }, width, height }: Seen): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

function wholeIn(bounds: Rect, viewport: Viewport, width: number, height: number): Viewport {
  const fitted = getViewportForBounds(bounds, width, height, ZOOM_LIMITS.least, viewport.zoom, AROUND)
  if (fitted.zoom < viewport.zoom) return fitted
  return { ...viewport, x: movedLeft(bounds, viewport, width) }
}

function movedFor(card: Rect, viewport: Viewport, width: number, height: number): Viewport {
  const isInSight = overlap(card, { ...sightOf({ viewport, width, height }), width: Infinity })
  return isInSight ? { ...viewport, x: movedLeft(card, viewport, width) } : viewport
}

/** `x` of the viewport in which nothing of a rectangle is beyond the right edge. */
const movedLeft = (rect: Rect, { x, zoom }: Viewport, width: number): number =>
  Math.min(x, width - EDGE - (rect.x + rect.width) * zoom)
