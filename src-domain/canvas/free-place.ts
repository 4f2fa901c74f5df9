import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from './card'

/** Leaves room for the line and the sign of a relation between cards. */
const STEP_X = CARD_WIDTH + 56
const STEP_Y = 48
const REACH_X = 24
const REACH_Y = 120

/**
 * Finds the free place for a card nearest to the preferred one. If there is none in reach, it is below all other cards.
 * @param wished the preferred rectangle of the new card in map pixels
 * @param taken the other cards
 * @param highest the smallest y that is allowed
 * @returns the top left corner in whole pixels
 */
export function freePlace(wished: Rect, taken: readonly Rect[], highest = -Infinity): Point {
  const start = { x: Math.round(wished.x), y: Math.round(wished.y) }
  steps ??= sortedSteps()
  for (const { x, y } of steps) {
    const place = { ...wished, x: start.x + x, y: start.y + y }
    if (place.y < Math.floor(highest)) continue
    if (taken.every((other) => clear(place, other))) return { x: place.x, y: place.y }
  }
  return { x: start.x, y: Math.ceil(Math.max(...taken.map(({ y, height }) => y + height + CARD_GAP))) }
}

const clear = (a: Rect, b: Rect): boolean =>
  a.x + a.width + CARD_GAP <= b.x ||
  b.x + b.width + CARD_GAP <= a.x ||
  a.y + a.height + CARD_GAP <= b.y ||
  b.y + b.height + CARD_GAP <= a.y

/** The weight of a horizontal distance: panes are wider than high, so cards are placed beside rather than below. */
const ACROSS = 0.5

/** Offsets from the preferred place, the shortest first; of equal ones, down before up. */
function sortedSteps(): Point[] {
  const rows = Array.from({ length: 2 * REACH_Y + 1 }, (_, row) => (REACH_Y - row) * STEP_Y)
  const columns = Array.from({ length: 2 * REACH_X + 1 }, (_, column) => (REACH_X - column) * STEP_X)
  return rows
    .flatMap((y) => columns.map((x) => ({ x, y, distance: Math.hypot(x * ACROSS, y) })))
    .sort((a, b) => a.distance - b.distance)
}

/** Made when the first card needs a place: sorting twelve thousand offsets would delay every start. */
let steps: readonly Point[] | undefined
