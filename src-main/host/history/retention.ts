/** The properties of a generation that decide how long it is kept. */
export interface Dated {
  /** When it was kept, as ISO 8601. */
  readonly made: string
  /** Bytes. */
  readonly stored: number
}

/** This many of the newest are always kept, however quickly they were made. */
const NEWEST = 20
/** This many are kept even beyond the limit in bytes. */
const FEWEST = 3
/** The most bytes for all generations of one project. */
const MOST_BYTES = 1024 ** 3

const HOUR = 3600 * 1000
const DAY = 24 * HOUR

/** Older generations are thinned: up to the age `until`, one is kept for each period of `each`. Milliseconds. */
const STRETCHES = [
  { until: HOUR, each: HOUR / 30 },
  { until: 2 * HOUR, each: HOUR / 6 },
  { until: DAY, each: HOUR },
  { until: 8 * DAY, each: 6 * HOUR },
  { until: 60 * DAY, each: 7 * DAY },
]

/** The generations to keep: all of the newest, fewer the older they get, and no more bytes than the limit. */
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

/** Periods begin at fixed times, not relative to now, so that the only generation of a period remains its only one. */
function stretchOf(made: number, now: number): string | undefined {
  const stretch = STRETCHES.find(({ until }) => now - made <= until)
  return stretch && `${stretch.each} ${Math.floor(made / stretch.each)}`
}
