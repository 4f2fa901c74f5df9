import type { Relation, Strength } from '../../records/relation'
import type { Point, Rect } from '../card'
import { JUNCTION_RADIUS } from './line-path'
import { crosses, Obstacles } from './obstacles'
import { signRect, type RelationShape } from './relation-shape'
import { schemeNamed } from '../../vocabulary/argumentation-schemes'
import type { Measure, TextStyle } from '../wrap-text'

/** The measures of the words beside a junction, in map pixels: the same on screen and in pictures. */
export const MARK = {
  style: { size: 11, weight: 600 } as TextStyle,
  height: 16,
  padding: 5,
  /** From the junction's sign. */
  gap: 3,
} as const

/** Words beside a junction, and where they stand. */
export interface StepMark {
  readonly words: string
  readonly rect: Rect
}

const WIDTHS: Record<Strength | '', number> = { weak: 1, '': 1.75, moderate: 1.75, strong: 3.25 }

/** How wide a step's lines are drawn, in map pixels. The words say the same, for whom the width says nothing. */
export const strokeWidth = ({ strength }: Relation): number => WIDTHS[strength]

/** A longer title of a scheme does not stand on the map. Characters. */
const SCHEME_LIMIT = 28

/** What is said of a step beside its junction: how many premises are not shown, its strength, its scheme. */
function markWords({ missing, relation }: RelationShape): string {
  const title = schemeNamed(relation.scheme)?.title ?? ''
  const scheme = title.length <= SCHEME_LIMIT ? title : ''
  return [missing ? `+${missing}` : '', relation.strength, scheme].filter(Boolean).join(' · ')
}

/** The width that a mark takes. */
export const markWidth = (words: string, measure: Measure): number =>
  measure(words, MARK.style) + MARK.padding * 2

/**
 * The marks of all relations that have something to say, by the relation's id: on the side of the junction where they
 * cover neither a card nor another junction, and, if it can be, no line that leads to it.
 * @param cards where each claim's card stands
 */
export function stepMarks(
  shapes: ReadonlyMap<string, RelationShape>,
  cards: ReadonlyMap<string, Rect>,
  measure: Measure,
): ReadonlyMap<string, StepMark> {
  const said = [...shapes.values()].flatMap((shape) => {
    const words = markWords(shape)
    return words ? [{ shape, words }] : []
  })
  if (said.length === 0) return new Map()
  const obstacles = new Obstacles([...cards.values(), ...[...shapes.values()].map(signRect)])
  const ways = waysTo(shapes)
  return new Map(
    said.map(({ shape, words }) => {
      const { id } = shape.relation
      const free = sides(shape.junction, markWidth(words, measure)).filter((rect) => obstacles.isFree(rect))
      const clear = free.find((rect) => !(ways.get(id) ?? []).some(([from, to]) => crosses(from, to, rect)))
      const [fallback] = sides(shape.junction, markWidth(words, measure))
      return [id, { words, rect: clear ?? free[0] ?? fallback! }]
    }),
  )
}

/** The lines that meet at each junction, its own and those of steps that aim at it. */
function waysTo(shapes: ReadonlyMap<string, RelationShape>): Map<string, [Point, Point][]> {
  const ways = new Map<string, [Point, Point][]>()
  for (const { relation, ways: own } of shapes.values()) {
    const pieces = own.flatMap((way) => way.slice(1).map((to, index): [Point, Point] => [way[index]!, to]))
    for (const id of [relation.id, relation.target]) ways.set(id, [...(ways.get(id) ?? []), ...pieces])
  }
  return ways
}

/** Beside the junction, above and below it, at its corners; the best first. */
function sides({ x, y }: Point, width: number): Rect[] {
  const { height, gap } = MARK
  const size = { width, height }
  const far = JUNCTION_RADIUS + gap
  const [right, left, middle] = [x + far, x - far - width, x - width / 2]
  const [above, level, below] = [y - far - height, y - height / 2, y + far]
  return [
    { x: right, y: level, ...size },
    { x: left, y: level, ...size },
    { x: middle, y: below, ...size },
    { x: middle, y: above, ...size },
    { x: right - gap * 2, y: below - gap * 2, ...size },
    { x: right - gap * 2, y: above + gap * 2, ...size },
    { x: left + gap * 2, y: below - gap * 2, ...size },
    { x: left + gap * 2, y: above + gap * 2, ...size },
    // Where cards stand close on both sides: further up or down.
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((step) => [
      { x: middle, y: below + step * height, ...size },
      { x: middle, y: above - step * height, ...size },
    ]),
  ]
}
