import type { Rect } from '../../../canvas/card'
import type { XmlElement } from './svg-xml'

/** The picture of a map, or a page of it, which all picture formats are written from. The drawing uses a small part of SVG. */
export interface Picture {
  /** The name of the map. */
  readonly name: string
  /** The visible area in units of the drawing: map pixels, or points of a sheet of paper. */
  readonly page: Rect
  /** Points per unit, when printed. */
  readonly points: number
  readonly drawing: XmlElement
  /** The background colour; absent if transparent. */
  readonly ground?: string
  /** The BCP 47 language of the articles, if they share one; else `en`. */
  readonly language: string
}
