/**
 * The thresholds by which lines with positions and font sizes, as in a PDF, are read. They were chosen by eye. The
 * range after "Holds" was measured by changing one threshold at a time, from half to twice its value: within the range,
 * the tests of `src-domain/text` pass and the structure of five real articles stays the same. The tests that fail
 * outside it are named. "No test limits it" means that no value from half to twice made a difference. Lengths are in
 * UTF-16 units unless the comment says otherwise.
 */

/** Running heads, feet and page numbers (`page-edges.ts`). */
export const PAGE_EDGES = {
  /**
   * Rows. A running head takes at most three: title, author and number. Holds up to 4 (“a line at the edge of pages”).
   */
  rows: 3,
  /** Points. A running head or foot is at the same height on each page, give or take half a line. No test limits it. */
  samePlace: 6,
  /** Pages. Left and right pages alternate, and the first page of a chapter has no head. No test limits it. */
  nearPages: 4,
  /** A longer line is body text. No test limits it. */
  longest: 200,
  /**
   * A longer line that ends a sentence begun above is body text, such as the end of a caption. Holds up to 54 (“a block in the middle of a page”).
   */
  shortestRemainder: 40,
} as const

/** What is usual in a document (`setting.ts`). */
export const SETTING = {
  /**
   * Times the font size. Lines closer than this are on one another, such as a superscript or an accent. Holds up to
   * 1.16 (“a paragraph”).
   */
  leastLeading: 0.8,
  /** Times the font size. Lines further apart have empty lines between them. No test limits it. */
  mostLeading: 3,
  /**
   * Times the font size. The default of word processors, for a document whose body has no two lines in a row. No test
   * limits it.
   */
  defaultLeading: 1.2,
} as const

/** Indents and empty lines out of positions (`arrange.ts`). */
export const ARRANGEMENT = {
  /**
   * Ratio of two font sizes. A line that is larger or smaller than the one above by this belongs to another block.
   * Holds from 1.01 (“a line at the edge of pages”).
   */
  otherSize: 1.12,
  /**
   * Times the usual leading. A wider gap separates paragraphs. Holds 1.02–1.63 (below, “a line at the edge of pages”; above, “a paragraph”).
   */
  paragraphGap: 1.25,
  /** Empty lines. A wider gap has no further meaning. No test limits it. */
  mostEmptyLines: 3,
  /** Times the font size: the width of an average character, the unit of indents. No test limits it. */
  characterWidth: 0.5,
  /** Share of a column's lines that may begin left of its edge: hanging numbers and bullets. No test limits it. */
  outdentedShare: 0.1,
  /** Times the font size. A line with a deeper indent is not running text. No test limits it. */
  deepestIndent: 3,
  /**
   * Times the font size: the width of a letter of the word that did not fit on a line. Low, so that a full line counts
   * as full. No test limits it.
   */
  letterWidth: 0.45,
} as const

/** Notes at the foot of a column (`foot-notes.ts`). */
export const FOOT_NOTES = {
  /**
   * Times the font size of the body. Notes are a point or more smaller than a body of 10 to 12 points. Holds 0.76–0.99
   * (“small letters at the foot of a column”).
   */
  bodySize: 0.93,
} as const

/** Headings by size and weight (`headings-by-typeface.ts`). */
export const TYPEFACE = {
  /**
   * Times the font size of the body. A larger line may be a heading: 11.5 points over 10. Holds 1.01–1.36 (below, “a
   * paragraph”; above, “larger and bolder letters”).
   */
  headingSize: 1.13,
  /**
   * Times the font size of the body. A bold line may be a heading unless it is smaller, like the labels of a figure.
   * Holds up to 0.99 (“the title”).
   */
  boldHeadingSize: 0.95,
  /**
   * Times the font size of the body. The title is larger than most section headings. Holds up to 1.98 (“larger and
   * bolder letters”).
   */
  titleSize: 1.2,
  /**
   * Times the font size of the body. A title that begins with a small letter ("grep: …") must be larger still. Holds up
   * to 1.4 (“the title”).
   */
  lowercaseTitleSize: 1.3,
  /**
   * Points. Lines of the first page that are smaller than the largest by no more than this count as equally large. No
   * test limits it.
   */
  titleSizeSlack: 0.5,
  /** A longer line is a paragraph in large type. No test limits it. */
  longestHeading: 200,
  /** Lines. More lines of the same type are a paragraph, such as an abstract. No test limits it. */
  mostHeadingLines: 5,
  /**
   * A large line with a question mark or an exclamation mark is a heading up to this length, and a sentence beyond it.
   * No test limits it.
   */
  longestQuestion: 80,
  /** Times the font size. The lines of one heading are no further apart. Holds up to 2.56 (“the title”). */
  headingLeading: 1.6,
  /** Times the usual leading. The same, for a document with wide leading. Holds up to 2.13 (“the title”). */
  headingGap: 1.25,
  /** Lines from the top of the first page among which the title from the metadata is looked for. No test limits it. */
  titleWithin: 40,
  /** Letters. A shorter title in the metadata may be on the page by chance. No test limits it. */
  shortestTitle: 8,
  /** Lines. An entry of the outline takes no more lines on its page. No test limits it. */
  mostOutlineLines: 3,
} as const
