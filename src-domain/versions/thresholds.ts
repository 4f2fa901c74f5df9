/**
 * The thresholds by which passages and articles are compared with an earlier version. They were chosen by eye. The range
 * after "Holds" was measured: with any value in it, the tests give the same results. Where a range goes from half to
 * double the value, no test notices the change.
 */

/** Following a passage from one version of a text to the next (`carry-over.ts`). */
export const CARRY_OVER = {
  /** UTF-16 units of context that must have moved along with a short quote. A few words of it are common. @@ */
  sameContext: 32,
  /** UTF-16 units. A quote this long that stands once in both texts, in order, is the same one. @@ */
  telling: 20,
  /** Share of the words around such a quote that must still stand around it. @@ */
  tellingNeighbourShare: 0.2,
  /** Share of a quote's UTF-16 units that must be left of it for a further edit to count as one. @@ */
  editedShare: 0.5,
} as const

/** Finding an edited passage between its neighbours (`find-in-place.ts`). */
export const IN_PLACE = {
  /** Share of the words around a passage that must still stand around it. @@ */
  neighbourShare: 0.5,
  /** Words on each side that are looked at, and words that may have come between. A sentence has about 20. @@ */
  around: 12,
  /** Words on each side of an edited passage that are looked at. @@ */
  beside: 6,
  /** Share of a passage's words that must stand in order for it to be edited and not replaced. @@ */
  keptShare: 0.6,
  /** Words. In the place of up to so many, between the same neighbours, other words are an edit: another year or sum. @@ */
  slotWords: 4,
} as const

/** Recognising an article that the project has already (`same-article.ts`, `titles.ts`, `match-references.ts`). */
export const SAME_ARTICLE = {
  /** Share of the smaller text's shingles that must stand in the other. @@ */
  overlap: 0.8,
  /** The same, as estimated from a sample. Lower by several times the error of 3 %, so that none is missed. @@ */
  estimatedOverlap: 0.65,
  /** Ratio of two lengths. A text of less than half the length is an excerpt or summary. @@ */
  lengthRatio: 0.5,
  /** Shingles. Shorter texts have too few to compare. @@ */
  fewestShingles: 10,
  /** Words of a title that says which article it is; many articles share a title of three. @@ */
  tellingTitleWords: 4,
  /** Dice's coefficient of two titles. At 0.9, a title of 40 letters may differ in about four. @@ */
  titleLikeness: 0.9,
} as const

/** The fingerprint of a text (`fingerprint.ts`). */
export const FINGERPRINT = {
  /** Words in a shingle. Five in a row seldom recur by chance. @@ */
  shingleWords: 5,
  /** Shingles in a sample, at least: an estimate from 256 is right to some 3 %. @@ */
  fewestSampled: 256,
} as const
