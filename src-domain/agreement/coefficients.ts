/** What each coder said of one unit. */
export type Unit = readonly string[]

/**
 * Krippendorff's α for nominal data and any number of coders, from the coincidences of values within units: 1 is perfect
 * agreement, 0 what chance would give. After K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011).
 * @param units the values of each unit; units with fewer than two are not used
 * @returns undefined if fewer than two values occur, because chance alone then agrees too
 */
export function krippendorffAlpha(units: readonly Unit[]): number | undefined {
  const totals = new Map<string, number>()
  let pairable = 0
  let observed = 0
  for (const unit of units) {
    if (unit.length < 2) continue
    const counts = countsOf(unit)
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      observed += (count * (unit.length - count)) / (unit.length - 1)
    }
    pairable += unit.length
  }
  if (totals.size < 2) return undefined
  const alike = [...totals.values()].reduce((sum, count) => sum + count * count, 0)
  const expected = (pairable * pairable - alike) / (pairable - 1)
  return 1 - observed / expected
}

/**
 * Cohen's κ for two coders: their agreement beyond what their own habits would give by chance. After J. Cohen, “A
 * coefficient of agreement for nominal scales” (1960).
 * @param pairs what the two said of each unit
 * @returns undefined if both gave all units one and the same value, or if there is no unit
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | undefined {
  const [first, second] = [0, 1].map((coder) => countsOf(pairs.map((pair) => pair[coder]!)))
  const share = (count: number) => count / pairs.length
  const observed = share(pairs.filter(([a, b]) => a === b).length)
  const expected = [...first!].reduce(
    (sum, [value, count]) => sum + share(count) * share(second!.get(value) ?? 0),
    0,
  )
  return pairs.length === 0 || expected === 1 ? undefined : (observed - expected) / (1 - expected)
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
