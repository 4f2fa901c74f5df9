import type { Point, Rect } from '../card'
import type { Obstacles } from './obstacles'

/** A way that more cards than this stand in is drawn straight: a line that winds through a crowd is harder to follow. */
const BLOCKING_LIMIT = 5
/** So many cards are gone round at most. */
const KNOWN_LIMIT = 14
/** How far from a card's corner a line bends. Map pixels. */
const BEND = 12
/** A bend counts as so much of way. */
const BEND_COST = 24

/**
 * A way from one point to another round the cards that stand in between, as the points that it leads through; straight
 * where nothing stands in the way or no way round is found. It looks for the shortest way along the corners of cards
 * that were found to be in the way, as in a visibility graph that grows only where it is needed.
 * @param own the card that the way begins under
 */
export function route(from: Point, to: Point, own: Rect | undefined, obstacles: Obstacles): readonly Point[] {
  const blocking = obstacles.crossed(from, to, own, BLOCKING_LIMIT + 1)
  if (blocking.length === 0 || blocking.length > BLOCKING_LIMIT) return [from, to]
  const known = new Set(blocking)
  while (known.size <= KNOWN_LIMIT) {
    const before = known.size
    const way = shortest([from, to, ...[...known].flatMap(corners)], own, obstacles, known)
    if (way) return way
    if (known.size === before) break
  }
  return [from, to]
}

const corners = ({ x, y, width, height }: Rect): Point[] => [
  { x: x - BEND, y: y - BEND },
  { x: x + width + BEND, y: y - BEND },
  { x: x - BEND, y: y + height + BEND },
  { x: x + width + BEND, y: y + height + BEND },
]

/** The shortest free way from the first point to the second over the others; what is in the way becomes known. */
function shortest(
  points: readonly Point[],
  own: Rect | undefined,
  obstacles: Obstacles,
  known: Set<Rect>,
): readonly Point[] | undefined {
  const cost = points.map((_, index) => (index === 0 ? 0 : Infinity))
  const before = new Map<number, number>()
  const open = new Set([0])
  const done = new Set<number>()
  const goal = points[1]!
  const ahead = (index: number) => cost[index]! + distance(points[index]!, goal)
  for (;;) {
    const at = [...open].reduce((best, each) => (best < 0 || ahead(each) < ahead(best) ? each : best), -1)
    if (at < 0) return undefined
    if (at === 1) break
    open.delete(at)
    done.add(at)
    points.forEach((point, next) => {
      if (done.has(next)) return
      const total = cost[at]! + distance(points[at]!, point) + BEND_COST
      if (total >= cost[next]!) return
      const [blocker] = obstacles.crossed(points[at]!, point, at === 0 ? own : undefined, 1)
      if (blocker) {
        known.add(blocker)
        return
      }
      cost[next] = total
      before.set(next, at)
      open.add(next)
    })
  }
  const way: Point[] = []
  for (let at: number | undefined = 1; at !== undefined; at = before.get(at)) way.unshift(points[at]!)
  return way
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
