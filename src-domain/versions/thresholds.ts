/**
 * The thresholds by which passages and articles are compared with an earlier version. They were chosen by eye. The
 * range after "Holds" was measured by changing one threshold at a time, from half to twice its value: within the range,
 * the tests of `src-domain/anchoring`, `src-domain/versions` and `src-domain/commands/source` pass. The tests that fail
 * outside it are named. "No test limits it" means that no value from half to twice made a difference. Lengths are in
 * UTF-16 units unless the comment says otherwise.
 */

/** Following a passage from one version of a text to the next (`carry-over.ts`). */
export const CARRY_OVER = {
  /**
   * UTF-16 units of context that must have moved together with a short quote. A few words of context are common. Holds
   * 23–61 (“P7 a short quote that is found at one other place”).
   */
  sameContext: 32,
  /**
   * UTF-16 units. A quote of this length that occurs once in both texts, in order, is the same one. Holds 14–23 (“P7
   * words whose neighbours were rewritten”).
   */
  telling: 20,
  /** Share of the words around such a quote that must still be around it. No test limits it. */
  tellingNeighbourShare: 0.2,
  /**
   * Share of the UTF-16 units of an edited passage that must remain after a further edit. Holds 0.5–0.7 (“P7 an
   * edited excerpt that is edited again”).
   */
  editedShare: 0.5,
} as const

/** Finding an edited passage between its neighbours (`find-in-place.ts`). */
export const IN_PLACE = {
  /**
   * Share of the words around a passage that must still be around it. Holds up to 0.9 (“P7 an excerpt is carried over
   * as exact”).
   */
  neighbourShare: 0.5,
  /**
   * Words on each side that are compared, and words that may have been inserted. A sentence has about 20. No test
   * limits it.
   */
  around: 12,
  /** Words on each side of an edited passage that are compared. No test limits it. */
  beside: 6,
  /**
   * Share of the words that an edited passage must still have, in order; with fewer, it was replaced. Holds up to 0.71
   * (“P7 an excerpt is carried over as edited, with what changed”).
   */
  keptShare: 0.6,
  /**
   * Words. Up to this length, other words between the same neighbours are an edit, such as another year or sum. No test
   * limits it.
   */
  slotWords: 4,
} as const

/** Offering places for a passage whose words are gone (`reworded.ts`). */
export const REWORDED = {
  /** Words that must be the same. No test limits it. */
  fewestWords: 3,
  /** Share of the words, by weight. A sentence about the same matter in other words has less. No test limits it. */
  likeness: 0.4,
  /** Sentences of a quote. A longer one is seldom reworded as a whole. No test limits it. */
  mostSentences: 5,
  /** Places that are offered. No test limits it. */
  most: 3,
  /** UTF-16 units of the article: a second of work. No test limits it. */
  longestText: 2_000_000,
} as const

/** Recognising an article that the project has already (`same-article.ts`, `titles.ts`, `match-references.ts`). */
export const SAME_ARTICLE = {
  /**
   * Share of the shingles of the smaller text that the other must have. Holds up to 0.94 (“of several candidates, the closest text comes first”).
   */
  overlap: 0.8,
  /**
   * The same for an estimate from a sample. Lower by several times the error of 3 %, so that no article is missed.
   * Holds up to 0.94 (“of several candidates, the closest text comes first”).
   */
  estimatedOverlap: 0.65,
  /**
   * Ratio of two lengths. A text of less than half the length is an excerpt or a summary. Holds 0.4–0.72 (below, “text that is set aside is not compared”; above, “a text is known again with …”).
   */
  lengthRatio: 0.5,
  /** Shingles. Shorter texts have too few to compare. No test limits it. */
  fewestShingles: 10,
  /**
   * Words of a title that identifies an article. Many articles share a title of three words. Holds 3–5 (below, “a
   * reference is of a source by …”; above, “an article is known by …”).
   */
  tellingTitleWords: 4,
  /**
   * Dice's coefficient of two titles. At 0.9, titles of 40 letters may differ in about four. Holds 0.54–0.95 (“a
   * reference is of a source by …”).
   */
  titleLikeness: 0.9,
} as const

/** The fingerprint of a text (`fingerprint.ts`). */
export const FINGERPRINT = {
  /** Words in a shingle. Five in a row seldom recur by chance. No test limits it. */
  shingleWords: 5,
  /** The least number of shingles in a sample: an estimate from 256 has an error of about 3 %. No test limits it. */
  fewestSampled: 256,
  /**
   * Hashes at the beginnings of two samples that are looked at first, and how many of them must be the same. Of texts
   * whose overlap is 0.65, about 20 are; of texts about different things, none. No test limits them.
   */
  beginning: 128,
  fewestCommon: 4,
} as const
