import { CARD_GAP, CARD_WIDTH, TYPICAL_HEIGHT, type Point } from './card'

const STEP_X = CARD_WIDTH + CARD_GAP
const STEP_Y = TYPICAL_HEIGHT + CARD_GAP
const RINGS = 60

/**
 * The place nearest to the wished one where a card covers no other: tried in growing rings around it.
 * @param wished top left corner, map pixels
 * @param taken top left corners of the cards that are there
 */
export function freePlace(wished: Point, taken: readonly Point[]): Point {
  const start = { x: Math.round(wished.x), y: Math.round(wished.y) }
  for (let ring = 0; ring <= RINGS; ring++) {
    const places = aroundRing(ring).map(({ x, y }) => ({ x: start.x + x * STEP_X, y: start.y + y * STEP_Y }))
    const free = places.find((place) => taken.every((other) => clear(place, other)))
    if (free) return free
  }
  return { x: start.x, y: Math.max(start.y, ...taken.map(({ y }) => y + STEP_Y)) }
}

const clear = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) >= STEP_X - CARD_GAP / 2 || Math.abs(a.y - b.y) >= STEP_Y - CARD_GAP / 2

/** Steps on the ring, those below and beside first: a map grows downwards. */
function aroundRing(ring: number): Point[] {
  const steps: Point[] = []
  for (let y = ring; y >= -ring; y--) {
    for (let x = -ring; x <= ring; x++) if (Math.max(Math.abs(x), Math.abs(y)) === ring) steps.push({ x, y })
  }
  return steps.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y || b.x - a.x)
}
