import type { Point, Rect } from '../card'
import type { Obstacles } from './obstacles'

/**
 * On a map with many cards, a line that more cards than this block is drawn straight, and a route goes round no more
 * than so many, to bound the time. On other maps no line leads through a card that it does not belong to.
 */
const LIMITS = { many: 400, blocking: 5, known: 14 }
/** The most cards that a route goes round on other maps. */
const KNOWN_LIMIT = 90
/** The distance of a bend from the corner of a card on each axis. Map pixels. */
const BEND = 12
/** The cost of a bend, as a length in map pixels. */
const BEND_COST = 24

/**
 * Routes a line from one point to another round the cards between them. Uses A* on a visibility graph whose nodes are
 * the corners of cards; a card is added when it is found to block a line. The result is straight if nothing is in the
 * way, or if no route is found.
 * @param own the card at which the line begins; it is no obstacle to the first segment
 * @returns the points of the line, with both ends
 */
export function route(from: Point, to: Point, own: Rect | undefined, obstacles: Obstacles): readonly Point[] {
  const isMany = obstacles.count > LIMITS.many
  const most = isMany ? LIMITS.blocking : KNOWN_LIMIT
  const blocking = obstacles.crossed(from, to, own, most + 1)
  if (blocking.length === 0 || blocking.length > most) return [from, to]
  const known = new Set(blocking)
  const seen = new Map<number, Rect | undefined>()
  while (known.size <= (isMany ? LIMITS.known : KNOWN_LIMIT)) {
    const before = known.size
    const way = shortest([from, to, ...[...known].flatMap(corners)], own, obstacles, known, seen)
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

/**
 * Finds the shortest free route from the first point to the second. Adds the cards that block a line to `known`.
 * @param seen the card that blocks the line between two points, by their indexes, as far as it was looked for
 */
function shortest(
  points: readonly Point[],
  own: Rect | undefined,
  obstacles: Obstacles,
  known: Set<Rect>,
  seen: Map<number, Rect | undefined>,
): readonly Point[] | undefined {
  const cost = points.map((_, index) => (index === 0 ? 0 : Infinity))
  const before = new Map<number, number>()
  const open = new Set([0])
  const done = new Set<number>()
  const goal = points[1]!
  const blockerOf = (at: number, next: number): Rect | undefined => {
    const key = at * 10_000 + next
    if (!seen.has(key))
      seen.set(key, obstacles.crossed(points[at]!, points[next]!, at === 0 ? own : undefined, 1)[0])
    return seen.get(key)
  }
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
      const blocker = blockerOf(at, next)
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
