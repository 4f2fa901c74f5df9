/**
 * The thresholds by which passages get their roles. They were chosen by eye. Lengths are in UTF-16 units unless the comment says otherwise. Numbers inside
 * regular expressions are not listed: they keep a pattern from running over more than one line's worth of text.
 */

/** Paragraphs and verse within a run of lines (`paragraph-breaks.ts`, `verse.ts`, `chunks.ts`). */
export const PARAGRAPHS = {
  /** Share of the measure. The last line of a paragraph is shorter than a line that was filled. */
  endingShare: 0.9,
  /** Lines on each side that show how wide the column is: text may run round a picture for a few lines. */
  linesAround: 4,
  /** Share of the lines of a run that must run on for it to be wrapped, whatever the rest of the document is. */
  runningShare: 0.5,
  /** Share of the measure. A run this wide in a wrapped document is wrapped too. */
  wideShare: 0.75,
  /** Times the widest measure. With a longer line in it, a run was not broken to fit a page. */
  longestWrapped: 2,
  /** Lines. Two short lines may be a heading or a signature. */
  fewestVerseLines: 3,
  /** Share of the measure that lines of verse may fill. */
  verseShare: 0.85,
  /** In a document that is not wrapped, the longest line of verse. */
  longestVerseLine: 60,
  /** Share of the lines of verse that must begin with a capital. */
  verseCapitalShare: 0.8,
  /** Share of the lines of verse, without the last, that must not end a sentence. */
  verseOpenShare: 0.5,
  /** Times the length of a title in title case that the paragraph below it must be wide. */
  runInTitleCase: 1.3,
  /** The same for any other line, which must stop where no line of a paragraph would. */
  runInTitle: 2,
  /** Lines below a title that show how wide its paragraph is. */
  linesBelowTitle: 3,
} as const

/** Headings by their words (`headings.ts`, `roles.ts`). */
export const HEADINGS = {
  /** A longer line is a sentence. */
  longest: 90,
  /** Words. The same, for scripts and headings of short words. */
  mostWords: 14,
  /** "Notes and references" and its like, with a number before it. */
  longestReferences: 60,
  /** "Introduction" and its like. */
  longestGeneric: 80,
  /** A shorter line in capitals is an abbreviation or an initial. */
  shortestCapitals: 4,
  /** Length of the paragraph under a heading. Less is a label with its value, or a table. */
  shortestBelow: 100,
  /** The same under a heading in title case, which is more likely to be one. */
  shortestBelowTitleCase: 60,
} as const

/** Notes at the end of an article (`roles.ts`, `references.ts`). */
export const NOTES = {
  /** Share of the article that comes before its notes: a numbered list further up is part of the text. */
  earliest: 0.4,
  /** Notes. One alone is a numbered paragraph. */
  fewest: 2,
  /** Share of the notes that must cite something. */
  citingShare: 2 / 3,
  /** A longer text that begins with a number is a numbered paragraph. */
  longestFootnote: 600,
} as const

/** Page numbers, running heads and rules in text without positions (`page-numbers.ts`, `running-heads.ts`). */
export const FURNITURE = {
  /** From this length on, a line of ornaments is data. */
  ornamentLimit: 200,
  /** "- Page 1024 of 2048 -". */
  longestPageNumber: 24,
  /** From here a lone number is a year. */
  lonePageLimit: 1000,
  /** Step between two page numbers: a blank or full-page picture leaves one number out. */
  mostPageStep: 2,
  /** Up to this length a line above a number may be a label; a longer one is a sentence that the page interrupts. */
  longestLabel: 15,
  /** A shorter running head says nothing. */
  shortestRunningHead: 4,
  /** A longer line is body text. */
  longestRunningHead: 100,
  /** Occurrences from which half of them at page edges are enough; fewer must all be there. */
  oftenFrom: 3,
  /** Share of the occurrences that must be at a page edge. */
  edgeShare: 0.5,
  /** Up to this length the line above may be a heading or label, which no running head interrupts. */
  longestUninterrupted: 30,
} as const

/** Quotes that repeat words of the body (`pull-quotes.ts`, `width-jumps.ts`). */
export const PULL_QUOTES = {
  /** Letters. A pull quote is a sentence or two. */
  longest: 1500,
  /** Passages: empty lines part a pull quote into lines, of which a narrow column has about a dozen. */
  mostPassages: 16,
  /** Letters. Shorter words recur by chance. */
  shortest: 36,
  /** Letters. A quote stands within a few pages of its words; further off, the author says the same again. */
  farthest: 12_000,
  /** Share of the measure. A line this short is set in a narrower column than the body. */
  narrowShare: 0.8,
  /** Ratio of two widths. A column that changes by less has only ragged lines. */
  widthJump: 1.35,
  /** Lines on each side that show how wide the column is. */
  linesAround: 3,
  /** Lines. A shorter paragraph has no room for a quote between its own lines. */
  fewestLines: 3,
} as const

/** Captions (`captions.ts`). */
export const CAPTIONS = {
  /** A longer text is a paragraph. */
  longest: 900,
  /** "Figure 3: …" beyond this length begins a paragraph about the figure. */
  longestFigure: 300,
  /** A credit line alone: "Photo by …". */
  longestCredit: 120,
  /** A description of a picture that ends in a credit. */
  longestWithCredit: 400,
} as const

/** Tables of contents (`contents.ts`). */
export const CONTENTS = {
  /** A longer line is body text. */
  longest: 200,
  /** Entries. A line or two with dots may be a form with room for an answer. */
  fewest: 3,
  /** Lines without dots between two with dots: a chapter's name, or the first lines of a long entry. */
  mostBetween: 3,
  /** A chapter without dots at either end of the table. */
  longestChapter: 80,
} as const

/** Titles (`title.ts`, `guessed-title.ts`). */
export const TITLES = {
  /** A longer first line is a paragraph. */
  longest: 150,
  /** Up to this length a passage above the title is a date, an author or the name of a journal. */
  longestAbove: 120,
  /** Passages from the top among which "Title: …" is looked for. */
  namedWithin: 40,
  /** Passages from either end among which "To cite this article: …" is looked for. */
  citedWithin: 30,
  /** A guessed title is cut here: the longest that the library shows in full. */
  longestGuessed: 200,
  /** Length of the opening words that stand in for a title. */
  opening: 70,
  /** Share of the opening words that must remain when they are cut at a space. */
  openingCutShare: 0.5,
  /** Letters of a Latin word that says something in a file's name: shorter ones are numbers of series. */
  shortestWord: 4,
} as const

/** What a web page shows around an article (`web-boilerplate.ts`). */
export const BOILERPLATE = {
  /** A longer line is a paragraph. */
  longest: 160,
  /** Lines. A list of other articles ends the text and has no more. */
  longestTeasers: 60,
  /** A shorter line above is no part of a wrapped paragraph. */
  longestUnwrapped: 40,
  /** A longer line beside a button is none. */
  longestButton: 19,
} as const
