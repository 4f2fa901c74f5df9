import type { CellRating } from './ratings'

/** How far the ratings of several analysts lie apart. */
export interface Disagreement {
  /** The largest difference on a scale from 2 to −2: 0 they agree, 1 a shade, 2 and more they differ. */
  readonly spread: number
  /** Whether one is for and another against. */
  readonly opposed: boolean
  /** How many rated it. NA and blank stay apart. */
  readonly rated: number
}

const SCALE: Readonly<Partial<Record<CellRating, number>>> = { CC: 2, C: 1, N: 0, I: -1, II: -2 }

/** Compares the ratings of several analysts. They are never averaged into a score. */
export function disagreementOf(ratings: readonly CellRating[]): Disagreement {
  const values = ratings.flatMap((rating) => SCALE[rating] ?? [])
  if (values.length < 2) return { spread: 0, opposed: false, rated: values.length }
  const [most, least] = [Math.max(...values), Math.min(...values)]
  return { spread: most - least, opposed: most > 0 && least < 0, rated: values.length }
}
