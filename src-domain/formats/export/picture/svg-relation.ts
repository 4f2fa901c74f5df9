import type { Point } from '../../../canvas/card'
import { JUNCTION_RADIUS } from '../../../canvas/lines/line-path'
import type { RelationShape } from '../../../canvas/lines/relation-shape'
import { LABEL, strokeWidth, type RelationLabel } from '../../../canvas/lines/relation-label'
import type { Measure } from '../../../canvas/wrap-text'
import { GROUNDS, RELATION_LOOKS, type RelationLook, type Theme } from '../../../vocabulary/palette'
import { lookOf } from '../../../records/relation'
import { baselineOf, textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

/** Draws the lines of a relation, which are below the cards. */
export function drawLines(shape: RelationShape, sentence: string, theme: Theme): XmlElement {
  return element(
    'g',
    { 'data-lines': shape.relation.id },
    element('title', {}, sentence),
    drawLine(shape.lines.join(''), lookOf(shape.relation), theme, strokeWidth(shape.relation)),
  )
}

/** Draws the arrowheads, the sign and the label of a relation, which are above the cards. */
export function drawRelation(
  shape: RelationShape,
  sentence: string,
  label: RelationLabel | undefined,
  theme: Theme,
  measure: Measure,
): XmlElement {
  const { relation, junction } = shape
  return element(
    'g',
    { 'data-relation': relation.id },
    element('title', {}, sentence),
    ...(shape.arrows.length ? [drawArrows(shape.arrows.join(''), lookOf(relation), theme)] : []),
    ...drawJunction(junction, JUNCTION_RADIUS, lookOf(relation), theme),
    ...(label ? drawLabel(label, theme, measure) : []),
  )
}

export const drawLine = (d: string, look: RelationLook, theme: Theme, width = 1.75): XmlElement =>
  element('path', {
    d,
    fill: 'none',
    stroke: RELATION_LOOKS[look][theme],
    'stroke-width': width,
    'stroke-dasharray': RELATION_LOOKS[look].dash,
  })

export const drawArrows = (d: string, look: RelationLook, theme: Theme): XmlElement =>
  element('path', { d, fill: RELATION_LOOKS[look][theme] })

/** Draws a junction. Its sign is a path and not a character, so that it does not depend on a font. */
export function drawJunction(
  { x, y }: Point,
  radius: number,
  look: RelationLook,
  theme: Theme,
): XmlElement[] {
  const stroke = RELATION_LOOKS[look][theme]
  const across = (shift: number) => `M${x - half} ${y + shift}H${x + half}`
  const half = radius * 0.45
  const signs: Record<RelationLook, string> = {
    support: `${across(0)}M${x} ${y - half}V${y + half}`,
    attack: across(0),
    undercut: across(0),
    contradict: `${across(radius * -0.19)}${across(radius * 0.19)}M${x - radius * 0.27} ${y + half}L${x + radius * 0.27} ${y - half}`,
  }
  return [
    element('circle', { cx: x, cy: y, r: radius, fill: GROUNDS[theme].card, stroke, 'stroke-width': 1.5 }),
    element('path', {
      d: signs[look],
      fill: 'none',
      stroke,
      'stroke-width': 1.75,
      'stroke-linecap': 'round',
    }),
  ]
}

/** Draws the label beside a junction. */
export function drawLabel({ words, rect }: RelationLabel, theme: Theme, measure: Measure): XmlElement[] {
  const { page, line, muted } = GROUNDS[theme]
  const place = {
    x: rect.x + LABEL.padding,
    right: rect.x + rect.width - LABEL.padding,
    baseline: baselineOf(rect.y, rect.height, LABEL.style),
    style: LABEL.style,
    fill: muted,
  }
  return [
    element('rect', { ...rect, rx: rect.height / 2, fill: page, stroke: line }),
    textLine(words, place, measure),
  ]
}
