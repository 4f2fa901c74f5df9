/**
 * The thresholds by which lines are measured and joined. They were chosen by eye. The range after "Holds" was measured
 * by changing one threshold at a time, from half to twice its value: within the range, the tests of `src-domain/text`
 * pass and the structure of five real articles stays the same. The tests that fail outside it are named. "No test
 * limits it" means that no value from half to twice made a difference. Lengths are in UTF-16 units unless the comment
 * says otherwise.
 */

/** How a text is broken into lines (`line-metrics.ts`). */
export const LAYOUT = {
  /** A longer line was not broken to fit a page: the widest pages have some 130 characters. No test limits it. */
  widestMeasure: 160,
  /** Shorter lines (verse, lists, cells of a table) say nothing about the width of the page. No test limits it. */
  shortestMeasured: 15,
  /**
   * Share of indented lines that must follow the end of a sentence. In a list of references few do. Holds up to 0.97
   * (“kinds of text”).
   */
  indentedShare: 0.75,
  /**
   * Share of lines that must run on into the next for the text to count as wrapped. Holds up to 0.49 (“kinds of text”).
   */
  wrappedShare: 0.3,
  /**
   * Quantile of the lengths of full lines that is taken as the measure. Above the median, because some full lines are
   * short. Holds 0.47–0.99 (“real articles”).
   */
  measureQuantile: 0.6,
  /** Lines. With fewer full lines it is not clear whether the text fills a column. Holds from 4 (“a paragraph”). */
  fewestForColumn: 5,
  /** Share of full lines that may have room for another word in a text that fills a column. No test limits it. */
  roomyShare: 0.02,
  /**
   * Share of the measure. A line that would be shorter than this even with the next word added ends its paragraph.
   * Holds up to 1.08 (“real articles”).
   */
  earlyShare: 0.8,
} as const

/** Text with an empty line after every line (`double-spacing.ts`). */
export const DOUBLE_SPACING = {
  /** Lines. A shorter text may have paragraphs of one line each. No test limits it. */
  fewestLines: 6,
  /** Share of lines without an empty line above, as after page breaks. No test limits it. */
  tightShare: 0.05,
  /** Share of lines whose sentence continues after an empty line. No test limits it. */
  runningShare: 0.4,
} as const

/** Sentences that go on after an interruption (`join-interrupted.ts`). */
export const INTERRUPTIONS = {
  /** Passages. A page has no more notes and captions between the halves of a sentence. No test limits it. */
  most: 12,
  /** Passages of body text among them, as in a box. No test limits it. */
  mostOfBody: 2,
  /** In wrapped text, an unfinished passage of this length is not a heading or label. No test limits it. */
  shortestWrapped: 40,
  /**
   * The same in text that is not wrapped, where a line without a full stop may be a long heading. No test limits it.
   */
  shortestUnwrapped: 100,
  /** The same before a word that does not begin with a small letter, after a cut word or a comma. No test limits it. */
  shortestCut: 30,
  /** Share of the measure. A line this full did not end its paragraph. No test limits it. */
  fullShare: 0.75,
} as const

/** Hyphens at line ends (`hyphens.ts`). */
export const HYPHENS = {
  /**
   * Letters. A shorter half is more often a syllable than a word ("al-liance"). Holds up to 4 (“a hyphen at the end of
   * a line”).
   */
  shortestHalf: 3,
  /** Letters. A shorter word after "re-" or "co-" is a syllable. No test limits it. */
  shortestAfterPrefix: 4,
} as const

/** Looking up the same words elsewhere in a document (`rolling-hash.ts`). */
export const LOOK_UP = {
  /**
   * Letters of a key: about five words, which recur by chance in few documents. Holds 15–38 (below, “real articles”;
   * above, “kinds of text”).
   */
  keyLength: 24,
  /**
   * Places that are kept of one key, to bound memory. A phrase that recurs more often is a refrain. No test limits it.
   */
  mostPlaces: 8,
} as const
