import type { Rect } from '#domain/canvas/card'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import type { XmlElement } from '#domain/formats/export/picture/svg-xml'

/** How far letters, lines and circles may extend beyond their points. Map pixels. */
const REACH = 100
/** A path with only coordinates: lines, and curves that stay between their points. */
const POINTS = /^[MLQ\d\s.,-]+$/

/**
 * A part of a picture, as a picture of its own. Elements far above or below the part are left out, because the
 * renderer spends most of its time on reading them and setting their text.
 * @param part in map pixels from the corner of the picture
 */
export function clipPicture(picture: Picture, { x, y, width, height }: Rect): Picture {
  const page = { x: picture.page.x + x, y: picture.page.y + y, width, height }
  return { ...picture, page, drawing: within(picture.drawing, page.y - REACH, page.y + height + REACH) }
}

function within(group: XmlElement, top: number, bottom: number): XmlElement {
  const children = group.children.flatMap((child) => {
    if (typeof child === 'string') return child
    // The coordinates in a transformed group are others.
    if (child.attributes['transform']) return child
    if (child.name === 'g') return within(child, top, bottom)
    const span = spanOf(child)
    return !span || (span.to > top && span.from < bottom) ? child : []
  })
  return { ...group, children }
}

/** The heights between which the points of an element lie; undefined if its attributes do not tell. */
function spanOf({ attributes }: XmlElement): { from: number; to: number } | undefined {
  const path = String(attributes['d'] ?? '')
  if (POINTS.test(path)) {
    const heights = (path.match(/-?[\d.]+/g) ?? []).filter((_, index) => index % 2 === 1).map(Number)
    const [from, to] = heights.reduce(
      ([least, most], each) => [Math.min(least, each), Math.max(most, each)],
      [Infinity, -Infinity],
    )
    return { from, to }
  }
  const y = attributes['y'] ?? attributes['cy']
  if (y === undefined) return undefined
  return { from: Number(y), to: Number(y) + Number(attributes['height'] ?? 0) }
}
