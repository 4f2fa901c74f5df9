import type { Rect } from '../../../canvas/card'
import type { XmlElement } from './svg-xml'

/** The picture of a map, which all picture formats are written from. The drawing uses a small part of SVG. */
export interface Picture {
  /** The name of the map. */
  readonly name: string
  /** The visible area in map pixels. */
  readonly page: Rect
  readonly drawing: XmlElement
  /** The background colour; absent if transparent. */
  readonly ground?: string
  /** The BCP 47 language of the articles, if they share one; else `en`. */
  readonly language: string
}
