/**
 * The thresholds by which a passage is found again in a text. They were chosen by eye. The range after "Holds" was
 * measured by changing one threshold at a time, from half to twice its value: within the range, the tests of
 * `src-domain/anchoring`, `src-domain/versions` and `src-domain/commands/source` pass. The tests that fail outside it
 * are named. "No test limits it" means that no value from half to twice made a difference. Lengths are in UTF-16 units
 * unless the comment says otherwise.
 */
export const ANCHORING = {
  /**
   * Text that an excerpt keeps on each side: about ten words. Holds only at 64 (“the context has up to 64 units on each side”).
   */
  context: 64,
  /**
   * The least difference in context by which the best place must beat the next: a few letters agree by chance. No test
   * limits it.
   */
  clearlyBetter: 8,
  /**
   * Context that must agree for a quote that is short or occurs more than once. Holds 13–16 (“P7 what cannot be told
   * apart is not chosen”).
   */
  leastContext: 16,
  /**
   * A quote this long does not occur twice by chance. Holds only at 40 (“P7 where the context does not
   * decide”).
   */
  unmistakable: 40,
  /** Places. A quote with more places is so common that its context does not identify one. No test limits it. */
  mostPlaces: 1000,
  /**
   * The part of the context on each side that is searched for around an edited passage. Holds from 21 (“P7 where the
   * context does not decide”).
   */
  neighbour: 24,
  /** The largest length of an edited passage, as a multiple of its former length. No test limits it. */
  mostGrowth: 2,
  /**
   * Share of the words that an edited passage must still have, in order; with fewer, it was replaced. Holds 0.34–0.6
   * (below, “a quote is not found”; above, “an edited quote is found”).
   */
  keptShare: 0.6,
  /**
   * Words. Longer passages are not compared, because the time grows with the square of the length. Holds up to 2000 (“a
   * quote is not found”).
   */
  mostWords: 2000,
} as const
