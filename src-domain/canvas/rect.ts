import type { Rect } from './card'

/** The smallest rectangle round all the given ones; undefined if there are none. */
export function boundsOf(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The rectangle, larger by a margin on every side. */
export const grown = ({ x, y, width, height }: Rect, by: number, byDown = by): Rect => ({
  x: x - by,
  y: y - byDown,
  width: width + 2 * by,
  height: height + 2 * byDown,
})

/** Whether two rectangles overlap or touch. */
export const overlap = (one: Rect, other: Rect): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height

/** Whether the outer rectangle contains the inner one. */
export const contains = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
