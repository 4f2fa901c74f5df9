import type { Rect } from '#domain/canvas/card'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { element, type XmlElement } from '#domain/formats/export/picture/svg-xml'

/** A picture with only these elements, without a ground. */
export const blankPicture = (page: Rect, ...children: XmlElement[]): Picture => ({
  name: 'A map',
  page,
  points: 0.75,
  language: 'en',
  drawing: element('g', { 'font-family': 'Inter, sans-serif' }, ...children),
})
