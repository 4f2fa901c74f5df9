/** The value that a share of the values does not exceed: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The milliseconds that a function takes, and its result. */
export async function timed<Answer>(
  act: () => Answer | Promise<Answer>,
): Promise<{ ms: number; answer: Answer }> {
  const start = performance.now()
  const answer = await act()
  return { ms: performance.now() - start, answer }
}
