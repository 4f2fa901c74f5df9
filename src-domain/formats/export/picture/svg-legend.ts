import type { Point } from '../../../canvas/card'
import type { Scene } from '../../../canvas/scene'
import { LABEL, labelWidth } from '../../../canvas/lines/relation-label'
import { wrap, type Measure, type TextStyle } from '../../../canvas/wrap-text'
import { GROUNDS, SHADES, type RelationLook, type Theme } from '../../../vocabulary/palette'
import { inOrder } from '../../../records/category'
import { lookOf, RELATION_KINDS, RELATION_VERBS, type RelationKind } from '../../../records/relation'
import { drawPlate, type PlateLook } from './svg-card'
import { drawArrows, drawJunction, drawLine, drawLabel } from './svg-relation'
import { baselineOf, textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

const STYLE: TextStyle = { size: 12, weight: 400 }
const ROW = 28
const GAP = 24
const SPACE = 8
const WORDS_MAXIMUM = 300

/** An item of the legend: draws the symbol with the middle of its left edge at `at`, and explains it in words. */
interface Item {
  readonly width: number
  readonly words: string
  readonly sample: (at: Point) => XmlElement[]
}

/** Draws the legend of the symbols that occur on the map, in rows of a width in map pixels. */
export function drawLegend(scene: Scene, corner: Point, width: number, theme: Theme, measure: Measure) {
  const { line, ink } = GROUNDS[theme]
  const drawn: XmlElement[] = [
    element('path', { d: `M${corner.x} ${corner.y}h${width}`, fill: 'none', stroke: line }),
  ]
  let y = corner.y + 10
  for (const items of [categoryItems(scene, theme), relationItems(scene, theme, measure)]) {
    if (items.length === 0) continue
    let x = corner.x
    for (const item of items) {
      const words = wrap(item.words, STYLE, WORDS_MAXIMUM, 1, measure).lines[0] ?? ''
      const wordsWidth = measure(words, STYLE)
      const itemWidth = item.width + SPACE + wordsWidth
      if (x > corner.x && x + itemWidth > corner.x + width) {
        x = corner.x
        y += ROW
      }
      const left = x + item.width + SPACE
      const place = {
        x: left,
        right: left + wordsWidth,
        baseline: baselineOf(y, ROW, STYLE),
        style: STYLE,
        fill: ink,
      }
      drawn.push(...item.sample({ x, y: y + ROW / 2 }), textLine(words, place, measure))
      x += itemWidth + GAP
    }
    y += ROW
  }
  return { legend: element('g', { 'data-legend': 'true' }, ...drawn), bottom: y }
}

function categoryItems(scene: Scene, theme: Theme): Item[] {
  const categories = new Map(scene.cards.map(({ category }) => [category.id, category]))
  const item = (words: string, ink: string, look: PlateLook = {}): Item => ({
    width: 24,
    words,
    sample: ({ x, y }) => drawPlate({ x, y: y - 8, width: 24, height: 16 }, theme, ink, 4, look),
  })
  const unstated = scene.cards.some(({ claim }) => claim.unstated)
  return [
    ...inOrder(categories.values()).map(({ name, colour, bar }) =>
      item(name, SHADES[theme][colour].mark, { bar }),
    ),
    ...(unstated ? [item('unstated: supplied by the analyst', GROUNDS[theme].muted, { dashed: true })] : []),
  ]
}

function relationItems(scene: Scene, theme: Theme, measure: Measure): Item[] {
  const shapes = [...scene.shapes.values()]
  const occurs = (kind: RelationKind, targetType: string) =>
    shapes.some(({ relation }) => relation.kind === kind && relation.targetType === targetType)
  const missing = shapes.find((shape) => shape.missing > 0)?.missing
  const linked = shapes.find(({ relation }) => relation.premises.length > 1)?.relation
  const items: (Item | false | undefined)[] = [
    ...RELATION_KINDS.map((kind) => occurs(kind, 'claim') && claimTargetItem(kind, theme)),
    occurs('attack', 'relation') && relationTargetItem('undercut', 'undercuts a relation', theme),
    occurs('support', 'relation') && relationTargetItem('support', 'backs a relation', theme),
    linked && linkedItem(lookOf(linked), theme),
    missing !== undefined && {
      width: 18,
      words: 'premises that are not shown',
      sample: ({ x, y }) => {
        const words = `+${missing}`
        const rect = { x, y: y - LABEL.height / 2, width: labelWidth(words, measure), height: LABEL.height }
        return drawLabel({ words, rect }, theme, measure)
      },
    },
  ]
  return items.filter((item) => !!item)
}

const RADIUS = 7

const arrow = (tip: number, y: number, way: 1 | -1 = 1) => `M${tip} ${y}l${-8 * way} -4v8Z`

const claimTargetItem = (kind: RelationKind, theme: Theme): Item => ({
  width: 52,
  words: RELATION_VERBS[kind],
  sample: ({ x, y }) => [
    drawLine(`M${x + (kind === 'contradict' ? 8 : 0)} ${y}H${x + 44}`, kind, theme),
    drawArrows(arrow(x + 52, y) + (kind === 'contradict' ? arrow(x, y, -1) : ''), kind, theme),
    ...drawJunction({ x: x + 24, y }, RADIUS, kind, theme),
  ],
})

/** The item for relations that target another relation. */
const relationTargetItem = (kind: RelationLook, words: string, theme: Theme): Item => ({
  width: 54,
  words,
  sample: ({ x, y }) => [
    drawLine(`M${x} ${y}H${x + 32}`, kind, theme),
    drawArrows(arrow(x + 40, y), kind, theme),
    ...drawJunction({ x: x + 18, y }, RADIUS, kind, theme),
    element('path', {
      d: `M${x + 47} ${y - 12}v5m0 14v5`,
      fill: 'none',
      stroke: GROUNDS[theme].muted,
      'stroke-width': 1.75,
    }),
    element('circle', {
      cx: x + 47,
      cy: y,
      r: RADIUS,
      fill: GROUNDS[theme].card,
      stroke: GROUNDS[theme].muted,
      'stroke-width': 1.5,
    }),
  ],
})

const linkedItem = (kind: RelationLook, theme: Theme): Item => ({
  width: 52,
  words: 'linked premises: they hold only together',
  sample: ({ x, y }) => [
    drawLine(`M${x} ${y - 9}L${x + 24} ${y}L${x} ${y + 9}M${x + 24} ${y}H${x + 44}`, kind, theme),
    drawArrows(arrow(x + 52, y), kind, theme),
    ...drawJunction({ x: x + 24, y }, RADIUS, kind, theme),
  ],
})
