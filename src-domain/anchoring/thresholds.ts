/**
 * The thresholds by which a passage is found again. They were chosen by eye. The range after "Holds" was measured: with
 * any value in it, the tests give the same results. Where a range goes from half to double the value, no test notices the
 * change. Lengths are in UTF-16 units unless the comment says otherwise.
 */
export const ANCHORING = {
  /** Text on each side that an excerpt keeps of its neighbours: about ten words. @@ */
  context: 64,
  /** By how much one place must fit better than the next: a letter or two agree by chance. @@ */
  clearlyBetter: 8,
  /** Context that must agree for a quote that is short or occurs twice. @@ */
  leastContext: 16,
  /** A quote this long does not occur twice by chance. @@ */
  unmistakable: 40,
  /** Places. With more, the quote is so common that context cannot tell one from the others. @@ */
  mostPlaces: 1000,
  /** Of each neighbour, the part that is looked for around an edited passage. @@ */
  neighbour: 24,
  /** Times its length that an edited passage may grow. @@ */
  mostGrowth: 2,
  /** Share of a passage's words that must stand in order for it to be edited and not replaced. @@ */
  keptShare: 0.6,
  /** Words. Longer passages are not compared: the time grows with the square of the length. @@ */
  mostWords: 2000,
} as const
