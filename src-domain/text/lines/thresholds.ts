/**
 * The thresholds by which lines are measured and joined. They were chosen by eye. Lengths are in UTF-16 units unless the comment says otherwise.
 */

/** How a text is broken into lines (`line-metrics.ts`). */
export const LAYOUT = {
  /** A longer line was not broken to fit a page: the widest pages hold some 130 characters. */
  widestMeasure: 160,
  /** Shorter lines (verse, lists, cells of a table) say nothing about the width of the page. */
  shortestMeasured: 15,
  /** Share of indented lines that must follow the end of a sentence. In a list of references few do. */
  indentedShare: 0.75,
  /** Share of lines that must run on into the next for the text to count as wrapped. */
  wrappedShare: 0.3,
  /** Quantile of the lengths of full lines that is the measure. Above the median, as some full lines are short. */
  measureQuantile: 0.6,
  /** Lines. Fewer full lines do not show whether the text was filled to a column. */
  fewestForColumn: 5,
  /** Share of full lines that may leave room for a word in a text that was filled to a column. */
  roomyShare: 0.02,
  /** Share of the measure. A line that would end short of it with the next word added ends its paragraph. */
  earlyShare: 0.8,
} as const

/** Text with an empty line after every line (`double-spacing.ts`). */
export const DOUBLE_SPACING = {
  /** Lines. A shorter text may have paragraphs of one line each. */
  fewestLines: 6,
  /** Share of lines without an empty line above, as page breaks leave them. */
  tightShare: 0.05,
  /** Share of lines whose sentence runs on across an empty line. */
  runningShare: 0.4,
} as const

/** Sentences that go on after an interruption (`join-interrupted.ts`). */
export const INTERRUPTIONS = {
  /** Passages. A page holds no more notes and captions between the halves of a sentence. */
  most: 12,
  /** Passages of body text among them, as a box has. */
  mostOfBody: 2,
  /** In wrapped text, a passage this long that breaks off is no heading or label. */
  shortestWrapped: 40,
  /** In text that is not wrapped, where a line without a full stop may be a heading or label of any length. */
  shortestUnwrapped: 100,
  /** Before a word that does not begin with a small letter, after a cut word or a comma. */
  shortestCut: 30,
  /** Share of the measure. A line this full did not end its paragraph. */
  fullShare: 0.75,
} as const

/** Hyphens at line ends (`hyphens.ts`). */
export const HYPHENS = {
  /** Letters. Shorter halves are more often syllables than words ("al-liance"). */
  shortestHalf: 3,
  /** Letters. A shorter word after "re-" or "co-" is a syllable. */
  shortestAfterPrefix: 4,
} as const

/** Looking up the same words elsewhere in a document (`rolling-hash.ts`). */
export const LOOK_UP = {
  /** Letters by which a place is looked up: about five words, which recur by chance in few documents. */
  keyLength: 24,
  /** Places of one key that are kept. A phrase that recurs more often is a refrain, and memory stays bounded. */
  mostPlaces: 8,
} as const
