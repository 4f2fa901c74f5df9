/**
 * The thresholds by which passages get their roles. Numbers inside regular expressions are not listed: they only keep a
 * pattern from running over more than one line. They were chosen by eye. The range after "Holds" was measured by
 * changing one threshold at a time, from half to twice its value: within the range, the tests of `src-domain/text` pass
 * and the structure of five real articles stays the same. The tests that fail outside it are named. "No test limits it"
 * means that no value from half to twice made a difference. Lengths are in UTF-16 units unless the comment says
 * otherwise.
 */

/** Paragraphs and verse within a run of lines (`paragraph-breaks.ts`, `verse.ts`, `chunks.ts`). */
export const PARAGRAPHS = {
  /** Share of the measure. The last line of a paragraph is shorter than a line that was filled. No test limits it. */
  endingShare: 0.9,
  /**
   * Lines on each side from which the width of the column is taken: text may run round a picture for a few lines. No
   * test limits it.
   */
  linesAround: 4,
  /**
   * Share of the lines of a run that must run on for the run to be wrapped, whatever the rest of the document is. No
   * test limits it.
   */
  runningShare: 0.5,
  /** Share of the measure. A run this wide in a wrapped document is wrapped too. Holds from 0.51 (“real articles”). */
  wideShare: 0.75,
  /** Times the widest measure. With a longer line in it, a run was not broken to fit a page. No test limits it. */
  longestWrapped: 2,
  /** Lines. Two short lines may be a heading or a signature. Holds up to 3 (“kinds of text”). */
  fewestVerseLines: 3,
  /** Share of the measure that lines of verse may fill. No test limits it. */
  verseShare: 0.85,
  /** In a document that is not wrapped, the longest line of verse. No test limits it. */
  longestVerseLine: 60,
  /** Share of the lines of verse that must begin with a capital. Holds up to 1 (“kinds of text”). */
  verseCapitalShare: 0.8,
  /** Share of the lines of verse, without the last, that must not end a sentence. No test limits it. */
  verseOpenShare: 0.5,
  /** The width of the paragraph below a title in title case, as a multiple of the title's length. No test limits it. */
  runInTitleCase: 1.3,
  /** The same for any other title, which must end as no line of a paragraph would. Holds from 2 (“real articles”). */
  runInTitle: 2,
  /** Lines below a title from which the width of its paragraph is taken. No test limits it. */
  linesBelowTitle: 3,
} as const

/** Headings by their words (`headings.ts`, `roles.ts`). */
export const HEADINGS = {
  /** A longer line is a sentence. Holds from 53 (the structure of a real article changes). */
  longest: 90,
  /** Words. The same, for scripts and headings of short words. No test limits it. */
  mostWords: 14,
  /** "Notes and references" and its like, with a number before it. No test limits it. */
  longestReferences: 60,
  /** "Introduction" and its like. No test limits it. */
  longestGeneric: 80,
  /** A shorter line in capitals is an abbreviation or an initial. No test limits it. */
  shortestCapitals: 4,
  /**
   * Length of the paragraph under a heading. A shorter one belongs to a label with its value, or to a table. Holds up
   * to 100 (“kinds of text”).
   */
  shortestBelow: 100,
  /** The same under a heading in title case, which is more likely to be one. Holds up to 93 (“roles”). */
  shortestBelowTitleCase: 60,
} as const

/** Notes at the end of an article (`roles.ts`, `references.ts`). */
export const NOTES = {
  /**
   * Share of the article that comes before its notes: a numbered list further up is part of the text. Holds up to 0.5
   * (“roles”).
   */
  earliest: 0.4,
  /** Notes. A single one is a numbered paragraph. Holds up to 2 (“roles”). */
  fewest: 2,
  /** Share of the notes that must cite something. Holds up to 0.99 (“roles”). */
  citingShare: 2 / 3,
  /** A longer text that begins with a number is a numbered paragraph. No test limits it. */
  longestFootnote: 600,
} as const

/** Page numbers, running heads and rules in text without positions (`page-numbers.ts`, `running-heads.ts`). */
export const FURNITURE = {
  /** From this length on, a line of ornaments is data. No test limits it. */
  ornamentLimit: 200,
  /** The longest page number: "- Page 1024 of 2048 -". No test limits it. */
  longestPageNumber: 24,
  /** A number alone on a line that is not below this is a year. No test limits it. */
  lonePageLimit: 1000,
  /** Difference of two page numbers: a blank page or full-page picture leaves one number out. No test limits it. */
  mostPageStep: 2,
  /**
   * A line above a number may be a label up to this length; a longer one is a sentence that the page break interrupts.
   * No test limits it.
   */
  longestLabel: 15,
  /** A shorter line recurs by chance. No test limits it. */
  shortestRunningHead: 4,
  /** A longer line is body text. No test limits it. */
  longestRunningHead: 100,
  /** Occurrences from which `edgeShare` applies; a rarer line must be at a page edge each time. No test limits it. */
  oftenFrom: 3,
  /** Share of the occurrences that must be at a page edge. No test limits it. */
  edgeShare: 0.5,
  /**
   * Up to this length the line above may be a heading or label, which a running head does not interrupt. No test limits
   * it.
   */
  longestUninterrupted: 30,
} as const

/** Quotes that repeat words of the body (`pull-quotes.ts`, `width-jumps.ts`). */
export const PULL_QUOTES = {
  /** Letters. A pull quote is a sentence or two. No test limits it. */
  longest: 1500,
  /**
   * Passages: empty lines split a pull quote into its lines, of which a narrow column has about a dozen. No test limits
   * it.
   */
  mostPassages: 16,
  /** Letters. A shorter text recurs by chance. Holds up to 38 (“kinds of text”). */
  shortest: 36,
  /**
   * Letters. A quote is within a few pages of its words; further away, the author repeats the sentence. Holds up to
   * 14,250 (“kinds of text”).
   */
  farthest: 12_000,
  /**
   * Share of the measure. A line this short is in a narrower column than the body. Holds from 0.52 (“real articles”).
   */
  narrowShare: 0.8,
  /** Ratio of two widths. Lines that differ by less are ragged lines of one column. No test limits it. */
  widthJump: 1.35,
  /** Lines on each side from which the width of the column is taken. No test limits it. */
  linesAround: 3,
  /** Lines. A shorter paragraph has no room for a quote between its own lines. No test limits it. */
  fewestLines: 3,
} as const

/** Captions (`captions.ts`). */
export const CAPTIONS = {
  /** A longer text is a paragraph. Holds from 563 (the structure of a real article changes). */
  longest: 900,
  /** "Figure 3: …" beyond this length begins a paragraph about the figure. No test limits it. */
  longestFigure: 300,
  /** A credit line alone: "Photo by …". No test limits it. */
  longestCredit: 120,
  /** A description of a picture that ends in a credit. Holds from 283 (“real articles”). */
  longestWithCredit: 400,
} as const

/** Tables of contents (`contents.ts`). */
export const CONTENTS = {
  /** A longer line is body text. No test limits it. */
  longest: 200,
  /** Entries. A line or two with dots may be a form with room for an answer. Holds up to 3 (“kinds of text”). */
  fewest: 3,
  /**
   * Lines without dots between two with dots: a chapter's name, or the first lines of a long entry. No test limits it.
   */
  mostBetween: 3,
  /** The longest chapter title without dots at either end of the table. No test limits it. */
  longestChapter: 80,
} as const

/** Titles (`title.ts`, `guessed-title.ts`). */
export const TITLES = {
  /** A longer first line is a paragraph. No test limits it. */
  longest: 150,
  /**
   * A passage above the title is a date, an author or the name of a journal up to this length. Holds up to 162 (“the
   * title”).
   */
  longestAbove: 120,
  /** Passages from the top among which "Title: …" is looked for. No test limits it. */
  namedWithin: 40,
  /** Passages from either end among which "To cite this article: …" is looked for. No test limits it. */
  citedWithin: 30,
  /** A longer guessed title is cut: this is the longest that the library shows in full. No test limits it. */
  longestGuessed: 200,
} as const

/** What a web page shows around an article (`web-boilerplate.ts`). */
export const BOILERPLATE = {
  /** A longer line is a paragraph. Holds up to 232 (“web leftovers”). */
  longest: 160,
  /** Lines. A list of other articles at the end of the page has no more. No test limits it. */
  longestTeasers: 60,
  /** A shorter line above is not part of a wrapped paragraph. No test limits it. */
  longestUnwrapped: 40,
  /** A longer line next to a button is not a button. No test limits it. */
  longestButton: 19,
} as const
