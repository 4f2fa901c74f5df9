/**
 * The thresholds by which lines with a place and a size are read. They were chosen by eye. */

/** Running heads, feet and page numbers (`page-edges.ts`). */
export const PAGE_EDGES = {
  /** Rows. A running head of title, author and number takes three rows at most. */
  rows: 3,
  /** Points. A head or foot stands at the same height of each page, give or take half a line. */
  samePlace: 6,
  /** Pages. Left and right pages take turns, and the first page of a chapter has no head. */
  nearPages: 4,
  /** UTF-16 units. A longer line is body text. */
  longest: 200,
  /** UTF-16 units. A longer line that ends a sentence begun above is body text, such as the end of a caption. */
  shortestRemainder: 40,
} as const

/** What is usual in a document (`setting.ts`). */
export const SETTING = {
  /** Times the size. Lines closer than this are set on top of each other, as an index or accent is. */
  leastLeading: 0.8,
  /** Times the size. Lines further apart have empty lines between them. */
  mostLeading: 3,
  /** Times the size. Word processors set lines this far apart where no two lines of the body show it. */
  defaultLeading: 1.2,
} as const

/** Indents and empty lines out of positions (`arrange.ts`). */
export const ARRANGEMENT = {
  /** Ratio of two sizes. A line this much larger or smaller than the one above is another thing. */
  otherSize: 1.12,
  /** Times the usual leading. A wider gap parts paragraphs. */
  paragraphGap: 1.25,
  /** Empty lines. A wider gap means no more than this. */
  mostEmptyLines: 3,
  /** Times the size: the width of an average character, in which indents are counted. */
  characterWidth: 0.5,
  /** Share of a column's lines that may begin left of its edge: hanging numbers and marks. */
  outdentedShare: 0.1,
  /** Times the size. A line further in is no running text. */
  deepestIndent: 3,
  /** Times the size: the width of a letter of the word that did not fit. Low, so that a full line counts as full. */
  letterWidth: 0.45,
} as const

/** Notes at the foot of a column (`foot-notes.ts`). */
export const FOOT_NOTES = {
  /** Times the body's size. Notes are set a point or more below a body of 10 to 12 points. */
  bodySize: 0.93,
} as const

/** Headings by size and weight (`headings-by-typeface.ts`). */
export const TYPEFACE = {
  /** Times the body's size. A larger line may be a heading: 11.5 points over 10. */
  headingSize: 1.13,
  /** Times the body's size. A bold line may be a heading unless it is smaller, as labels of figures are. */
  boldHeadingSize: 0.95,
  /** Times the body's size. The title is larger than most section headings. */
  titleSize: 1.2,
  /** Times the body's size. A title that begins with a small letter ("grep: …") must be larger still. */
  lowercaseTitleSize: 1.3,
  /** Points. Lines of the first page that are this much smaller than the largest count as equally large. */
  titleSizeSlack: 0.5,
  /** UTF-16 units. A longer line is a paragraph that is set large. */
  longestHeading: 200,
  /** Lines. More lines set alike are a paragraph, such as an abstract. */
  mostHeadingLines: 5,
  /** UTF-16 units. A large line that asks or exclaims is a heading up to this length, and a sentence beyond it. */
  longestQuestion: 80,
  /** Times the size. Lines of one heading are no further apart. */
  headingLeading: 1.6,
  /** Times the usual leading. The same, in a document that is set wide. */
  headingGap: 1.25,
  /** Lines from the top of the first page among which the document's own title is looked for. */
  titleWithin: 40,
  /** Letters. A shorter title in the metadata may stand anywhere on the page by chance. */
  shortestTitle: 8,
  /** Lines. An entry of the outline takes no more of them on its page. */
  mostOutlineLines: 3,
} as const
