import type { Point } from '#domain/canvas/card'

/** How long cards are on their way. Milliseconds. */
const LASTS = 320
/** More cards than this are there at once: moving them all would not be smooth. */
const MOST = 200

/**
 * Lets cards glide to where they stand now.
 * @param from where each card that moved stood before, by its id
 * @param now where each stands now; asked for each frame, since a layout can be undone while cards are on their way
 * @param place puts the cards there; called once for each frame, the last time with where they stand by then
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
