import type { Rect } from '../../../canvas/card'
import type { XmlElement } from './svg-xml'

/** A map as it is drawn, whatever it is written as: elements of SVG, of which the writers use few. */
export interface Picture {
  /** The map's name. */
  readonly name: string
  /** The part of the plane that is shown, map pixels. */
  readonly page: Rect
  readonly drawing: XmlElement
  /** The colour behind all of it; none where it is transparent. */
  readonly ground?: string
  /** BCP 47: that of the articles, where they have one in common. */
  readonly language: string
}
