import type { Relation, Strength } from '../../records/relation'
import { CARD_GAP, type Point, type Rect } from '../card'
import { PORT } from './hanging'
import { labelWords } from './label-words'
import { JUNCTION_RADIUS } from './line-path'
import { crosses, Obstacles } from './obstacles'
import { signRect, type RelationShape } from './relation-shape'
import type { Measure, TextStyle } from '../wrap-text'

/** The style and measures of the label beside a junction, in map pixels, on screen and in pictures. */
export const LABEL = {
  style: { size: 11, weight: 600 } as TextStyle,
  height: 14,
  padding: 5,
  /** From the sign of the junction to the label. */
  gap: 3,
} as const

/** The label beside a junction, and its rectangle. */
export interface RelationLabel {
  readonly words: string
  readonly rect: Rect
}

const WIDTHS: Record<Strength | '', number> = { weak: 1, '': 1.75, moderate: 1.75, strong: 3.25 }

/**
 * The width of a relation's lines in map pixels. The label names the strength too, for those who cannot see the width.
 */
export const strokeWidth = ({ strength }: Relation): number => WIDTHS[strength]

/** The width of a label in map pixels. */
export const labelWidth = (words: string, measure: Measure): number =>
  measure(words, LABEL.style) + LABEL.padding * 2

/**
 * The labels of all relations that need one, by the relation's id. Each is beside its junction, within 12 map
 * pixels of the sign, and if possible where it covers no card, then no other junction and no line of the relation.
 * @param cards the rectangles of the cards, by claim
 * @param scale how many times as large as usual they are. Enlarged ones are left out where they would cover a card
 */
export function relationLabels(
  shapes: ReadonlyMap<string, RelationShape>,
  cards: ReadonlyMap<string, Rect>,
  measure: Measure,
  scale = 1,
): ReadonlyMap<string, RelationLabel> {
  const said = [...shapes.values()].flatMap((shape) => {
    const words = labelWords(shape.relation, shape.missing)
    return words ? [{ shape, words }] : []
  })
  if (said.length === 0) return new Map()
  const onCards = new Obstacles(cards.values())
  const obstacles = new Obstacles([...cards.values(), ...[...shapes.values()].map(signRect)])
  const ways = waysTo(shapes)
  const labels = new Map<string, RelationLabel>()
  for (const { shape, words } of said) {
    const { id } = shape.relation
    const places = sides(shape.junction, labelWidth(words, measure) * scale, LABEL.height * scale)
    const free = places.filter((rect) => obstacles.isFree(rect))
    const clear = free.find((rect) => !(ways.get(id) ?? []).some(([from, to]) => crosses(from, to, rect)))
    const beside = clear ?? free[0] ?? places.find((each) => onCards.isFree(each))
    const rect = beside ?? (scale > 1 ? undefined : places[0])
    if (rect) labels.set(id, { words, rect })
  }
  return labels
}

/** The line segments at each junction: those of its relation and of the relations that target it. */
function waysTo(shapes: ReadonlyMap<string, RelationShape>): Map<string, [Point, Point][]> {
  const ways = new Map<string, [Point, Point][]>()
  for (const { relation, ways: own } of shapes.values()) {
    const pieces = own.flatMap((way) => way.slice(1).map((to, index): [Point, Point] => [way[index]!, to]))
    for (const id of [relation.id, relation.target]) ways.set(id, [...(ways.get(id) ?? []), ...pieces])
  }
  return ways
}

/** Places for a label round a junction, the best first: beside, below and above it, then at its corners. */
function sides({ x, y }: Point, width: number, height: number): Rect[] {
  const { gap } = LABEL
  const size = { width, height }
  const far = JUNCTION_RADIUS + gap
  const [right, left, middle] = [x + far, x - far - width, x - width / 2]
  const [above, level, below] = [y - far - height, y - height / 2, y + far]
  return [
    { x: right, y: level, ...size },
    { x: left, y: level, ...size },
    { x: middle, y: below, ...size },
    { x: middle, y: above, ...size },
    // In the gap above the card that hangs from the junction.
    { x: x + gap * 2, y: y - PORT - (CARD_GAP + height) / 2, ...size },
    { x: right - gap * 2, y: below - gap * 2, ...size },
    { x: right - gap * 2, y: above + gap * 2, ...size },
    { x: left + gap * 2, y: below - gap * 2, ...size },
    { x: left + gap * 2, y: above + gap * 2, ...size },
    // Above and below, shifted to either side, for a junction in a narrow gap or near another.
    ...[0.3, 0.7, 0.15, 0.85, 0, 1].flatMap((share) => [
      { x: x - width * share, y: above, ...size },
      { x: x - width * share, y: below, ...size },
    ]),
    ...[-1, 1].flatMap((way) => [
      { x: right, y: level + way * far, ...size },
      { x: left, y: level + way * far, ...size },
    ]),
  ]
}
