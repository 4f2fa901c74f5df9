import type { Point } from '#domain/canvas/card'

/** The duration of the animation. Milliseconds. */
const LASTS = 320
/** More cards than this are moved without animation, which would not be smooth. */
const MOST = 200

/**
 * Animates cards to their current positions.
 * @param from the earlier position of each moved card, by its id
 * @param now returns the current positions; called in each frame, since a layout can be undone during the animation
 * @param place moves the cards; called once in each frame, the last time with their current positions
 */
export function animateCards(
  from: ReadonlyMap<string, Point>,
  now: () => ReadonlyMap<string, Point>,
  place: (places: ReadonlyMap<string, Point>) => void,
): void {
  if (from.size === 0 || from.size > MOST || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  let start: number | undefined
  const step = (time: number) => {
    start ??= time
    const share = Math.min(1, (time - start) / LASTS)
    place(share === 1 ? now() : between(from, now(), 1 - (1 - share) ** 3))
    if (share < 1) requestAnimationFrame(step)
  }
  place(from)
  requestAnimationFrame(step)
}

function between(
  from: ReadonlyMap<string, Point>,
  to: ReadonlyMap<string, Point>,
  share: number,
): Map<string, Point> {
  return new Map(
    [...from].map(([id, a]) => {
      const b = to.get(id) ?? a
      return [id, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }]
    }),
  )
}
