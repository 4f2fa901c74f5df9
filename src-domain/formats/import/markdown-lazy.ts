import { UnreadableError } from './format'

/**
 * The most lines of a paragraph, multiplied by the number of its lines without the mark of its quote or list item (CommonMark
 * 5.1, “lazy continuation lines”): for each of these the parser goes through all.
 */
const MOST = 3000 * 3000

const BLANK = /^[ \t>]*$/
/** The beginning of a heading or of code ends a paragraph. */
const END = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}[^`]*$|~{3})/
const QUOTES = /^(?:[ \t]*>)*/
const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/

/**
 * Checks that no paragraph of a quote or list item goes on for thousands of lines without a mark, before the text is parsed.
 * @throws UnreadableError if one does
 */
export function refuseLazy(text: string): void {
  /** The paragraph, its quotes, and whether it is an item's, whose lines have no mark. */
  let open = { quotes: 0, isItem: false, lines: 0, unmarked: 0 }
  const none = open
  for (const line of text.split(/\r\n?|\n/)) {
    if (BLANK.test(line) || END.test(line)) {
      open = none
      continue
    }
    const quotes = QUOTES.exec(line)![0].replace(/[ \t]/g, '').length
    if (ITEM.test(line)) open = { quotes, isItem: true, lines: 1, unmarked: 0 }
    else if (quotes > open.quotes) open = { ...open, quotes, lines: open.lines + 1 }
    else if (open !== none) {
      const isMarked = !open.isItem && quotes === open.quotes
      open = { ...open, lines: open.lines + 1, unmarked: open.unmarked + (isMarked ? 0 : 1) }
      if (open.lines * open.unmarked > MOST)
        throw new UnreadableError(
          'A paragraph in a quote or list has more than 3000 lines. Put an empty line between its parts.',
        )
    }
  }
}
