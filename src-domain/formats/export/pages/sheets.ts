import type { Orientation, Paper } from '../picture-options'

/** The size of a sheet in points. */
export interface Sheet {
  readonly width: number
  readonly height: number
}

/** The short and the long side of each paper. Points. */
const SIDES: Record<Exclude<Paper, 'fitted'>, readonly [number, number]> = {
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
  Letter: [612, 792],
}

/** The sheets to try for a paper: both ways round if the orientation is open. */
export function sheetsOf(paper: Exclude<Paper, 'fitted'>, orientation: Orientation): Sheet[] {
  const [short, long] = SIDES[paper]
  const landscape = { width: long, height: short }
  const portrait = { width: short, height: long }
  if (orientation === 'auto') return [landscape, portrait]
  return [orientation === 'landscape' ? landscape : portrait]
}
