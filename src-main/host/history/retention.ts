/** A generation as far as it matters for how long it is kept. */
export interface Dated {
  /** When it was made, ISO 8601. */
  readonly made: string
  /** Bytes. */
  readonly stored: number
}

/** So many of the newest are kept however fast they came. */
const NEWEST = 20
/** So many are kept however large they are. */
const FEWEST = 3
/** Bytes of all generations of one project. */
const MOST_BYTES = 1024 ** 3

const HOUR = 3600 * 1000
const DAY = 24 * HOUR

/** Older ones are thinned: one for each stretch of `each`, back to `until`. Milliseconds. */
const STRETCHES = [
  { until: HOUR, each: HOUR / 30 },
  { until: 2 * HOUR, each: HOUR / 6 },
  { until: DAY, each: HOUR },
  { until: 8 * DAY, each: 6 * HOUR },
  { until: 60 * DAY, each: 7 * DAY },
]

/** Which generations are kept: all of the newest, then fewer the older they are, within a limit in bytes. */
export function generationsToKeep<Item extends Dated>(generations: readonly Item[], now: Date): Item[] {
  const newestFirst = [...generations].sort((a, b) => (a.made < b.made ? 1 : -1))
  const taken = new Set<string>()
  let bytes = 0
  return newestFirst.filter((generation, index) => {
    const stretch = index < NEWEST ? `${index}` : stretchOf(Date.parse(generation.made), now.getTime())
    if (stretch === undefined || taken.has(stretch)) return false
    if (index >= FEWEST && bytes + generation.stored > MOST_BYTES) return false
    taken.add(stretch)
    bytes += generation.stored
    return true
  })
}

/** Stretches are those of the calendar, not of what is now: what was the only one of its stretch stays the only one. */
function stretchOf(made: number, now: number): string | undefined {
  const stretch = STRETCHES.find(({ until }) => now - made <= until)
  return stretch && `${stretch.each} ${Math.floor(made / stretch.each)}`
}
