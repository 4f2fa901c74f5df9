import { GROUP } from '../../../canvas/group-frame'
import type { SceneGroup } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import { SHADES, type Theme } from '../../../vocabulary/palette'
import { baselineOf, isRightToLeft, textLine } from './svg-text'
import { element, writable, type XmlElement } from './svg-xml'

const RADIUS = 12

/** Draws the frame and the title of a group, which are below everything else. */
export function drawGroup({ group, rect, lines }: SceneGroup, theme: Theme, measure: Measure): XmlElement {
  const { ink, wash } = SHADES[theme][group.colour]
  const rightToLeft = isRightToLeft(group.title)
  const place = {
    x: rect.x + GROUP.padding,
    right: rect.x + rect.width - GROUP.padding,
    style: GROUP.title,
    fill: ink,
    rightToLeft,
  }
  return element(
    'g',
    { 'data-group': group.id },
    element('title', {}, group.title),
    element('rect', { ...rect, rx: RADIUS, fill: wash, 'fill-opacity': 0.35, stroke: ink }),
    ...lines.flatMap((line, index) => {
      const top = rect.y + GROUP.padding / 2 + index * GROUP.lineHeight
      const baseline = baselineOf(top, GROUP.lineHeight, GROUP.title)
      return writable(line) ? [textLine(line, { ...place, baseline }, measure)] : []
    }),
  )
}
