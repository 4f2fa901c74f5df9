import type { Point, Rect } from '../../graph/card'
import { JUNCTION_RADIUS } from '../../graph/leg'
import type { RelationShape } from '../../graph/relation-shape'
import { STEP_MARK, stepMark, strokeWidth } from '../../graph/step-mark'
import type { Measure } from '../../graph/wrap'
import { GROUNDS, RELATION_LOOKS, type Theme } from '../../palette'
import type { RelationKind } from '../../records/relation'
import { baselineOf, textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

/** The lines of a relation, which run beneath the cards. */
export function drawLines(shape: RelationShape, sentence: string, theme: Theme): XmlElement {
  return element(
    'g',
    { 'data-lines': shape.relation.id },
    element('title', {}, sentence),
    drawLine(shape.lines.join(''), shape.relation.kind, theme, strokeWidth(shape.relation)),
  )
}

/** What of a relation stands above the cards: its arrowheads, its sign, and what is said of it in words. */
export function drawRelation(
  shape: RelationShape,
  sentence: string,
  theme: Theme,
  measure: Measure,
): XmlElement {
  const { relation, junction } = shape
  return element(
    'g',
    { 'data-relation': relation.id },
    element('title', {}, sentence),
    ...(shape.arrows.length ? [drawArrows(shape.arrows.join(''), relation.kind, theme)] : []),
    ...drawJunction(junction, JUNCTION_RADIUS, relation.kind, theme),
    ...drawMark(markWords(shape), junction, theme, measure),
  )
}

export const drawLine = (d: string, kind: RelationKind, theme: Theme, width = 1.75): XmlElement =>
  element('path', {
    d,
    fill: 'none',
    stroke: RELATION_LOOKS[kind][theme],
    'stroke-width': width,
    'stroke-dasharray': RELATION_LOOKS[kind].dash,
  })

export const drawArrows = (d: string, kind: RelationKind, theme: Theme): XmlElement =>
  element('path', { d, fill: RELATION_LOOKS[kind][theme] })

/** The sign is drawn, not set: no typeface is needed to tell a support from an attack. */
export function drawJunction(
  { x, y }: Point,
  radius: number,
  kind: RelationKind,
  theme: Theme,
): XmlElement[] {
  const stroke = RELATION_LOOKS[kind][theme]
  const across = (shift: number) => `M${x - half} ${y + shift}H${x + half}`
  const half = radius * 0.45
  const signs: Record<RelationKind, string> = {
    support: `${across(0)}M${x} ${y - half}V${y + half}`,
    attack: across(0),
    contradict: `${across(radius * -0.19)}${across(radius * 0.19)}M${x - radius * 0.27} ${y + half}L${x + radius * 0.27} ${y - half}`,
  }
  return [
    element('circle', { cx: x, cy: y, r: radius, fill: GROUNDS[theme].card, stroke, 'stroke-width': 1.5 }),
    element('path', {
      d: signs[kind],
      fill: 'none',
      stroke,
      'stroke-width': 1.75,
      'stroke-linecap': 'round',
    }),
  ]
}

/** What is said of a step beside its junction: how many premises are not on the map, its strength, its scheme. */
export const markWords = ({ missing, relation }: RelationShape): string =>
  [missing ? `+${missing}` : '', stepMark(relation)].filter(Boolean).join(' · ')

/** Where these words stand: beside the junction, as wide as they need. */
export function markRect(words: string, junction: Point, measure: Measure): Rect {
  const width = measure(words, STEP_MARK) + 10
  return { x: junction.x + JUNCTION_RADIUS + 3, y: junction.y - 8, width, height: 16 }
}

/** The words beside a junction; nothing where there are none. */
export function drawMark(words: string, junction: Point, theme: Theme, measure: Measure): XmlElement[] {
  if (words === '') return []
  const { page, line, muted } = GROUNDS[theme]
  const rect = markRect(words, junction, measure)
  const place = {
    x: rect.x + 5,
    right: rect.x + rect.width - 5,
    baseline: baselineOf(rect.y, rect.height, STEP_MARK),
    style: STEP_MARK,
    fill: muted,
  }
  return [
    element('rect', { ...rect, rx: rect.height / 2, fill: page, stroke: line }),
    textLine(words, place, measure),
  ]
}
