/** A word of probability with the range that a yardstick gives it. Percent. */
export interface Term {
  readonly term: string
  /** Another word for the same range. */
  readonly also?: string
  readonly low: number
  readonly high: number
}

/**
 * The yardsticks of words of probability: ICD 203 (2015, amended 2022), D.6.e.(2)(a), and the PHIA probability yardstick
 * (24 March 2025). A project uses one of them.
 */
export const YARDSTICKS = {
  icd203: [
    { term: 'almost no chance', also: 'remote', low: 1, high: 5 },
    { term: 'very unlikely', also: 'highly improbable', low: 5, high: 20 },
    { term: 'unlikely', also: 'improbable', low: 20, high: 45 },
    { term: 'roughly even chance', also: 'roughly even odds', low: 45, high: 55 },
    { term: 'likely', also: 'probable', low: 55, high: 80 },
    { term: 'very likely', also: 'highly probable', low: 80, high: 95 },
    { term: 'almost certain', also: 'nearly certain', low: 95, high: 99 },
  ],
  phia: [
    { term: 'remote chance', low: 0, high: 5 },
    { term: 'highly unlikely', low: 10, high: 20 },
    { term: 'unlikely', low: 25, high: 35 },
    { term: 'realistic possibility', low: 40, high: 50 },
    { term: 'likely or probable', low: 55, high: 75 },
    { term: 'highly likely', low: 80, high: 90 },
    { term: 'almost certain', low: 95, high: 100 },
  ],
} as const satisfies Readonly<Record<string, readonly Term[]>>

export type YardstickName = keyof typeof YARDSTICKS

export const YARDSTICK_NAMES = ['icd203', 'phia'] as const satisfies readonly YardstickName[]

/** The names of the yardsticks, as shown. */
export const YARDSTICK_TITLES: Readonly<Record<YardstickName, string>> = {
  icd203: 'ICD 203',
  phia: 'PHIA probability yardstick',
}

/**
 * Whether words given to hypotheses that exclude each other can be right together: the lows add up to at most 100, and
 * the highs to at least 100 if one of the hypotheses must be true. Words that the yardstick does not have are left out.
 * @param complete whether one of the hypotheses must be true
 */
export function addsUp(
  yardstick: YardstickName,
  words: readonly string[],
  complete: boolean,
): { low: number; high: number; fits: boolean } {
  const terms: readonly Term[] = YARDSTICKS[yardstick]
  let low = 0
  let high = 0
  for (const word of words) {
    const found = terms.find(({ term }) => term === word)
    low += found?.low ?? 0
    high += found?.high ?? 0
  }
  return { low, high, fits: low <= 100 && (!complete || high >= 100) }
}
