/** A line that is not empty, with its position on the page. */
export interface Line {
  /** Its words, runs of spaces collapsed, ends trimmed. */
  text: string
  /** Columns of white space before it; a tab counts as four. */
  indent: number
  /** Empty lines right above it. */
  blanks: number
  /** A page begins between the line above and this one. */
  page: boolean
  /** A mail quotes it with ">". The mark is no longer in `text`. */
  reply: boolean
  /** The number of its page, from 1, where the document says so. */
  sheet?: number
  /** What size and weight say about it. Lines that share one hint object are one passage, with no other line in it. */
  hint?: TypographicHint
  /** It continues the paragraph that the page before ends with, even if a sentence ends there. */
  continues?: boolean
  /** It has the size, weight and place of running text. A pull quote has not. */
  plain?: boolean
}

/** What the size and weight of a line say about its role. */
export interface TypographicHint {
  role: 'title' | 'heading' | 'note'
  level?: number
}

const SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const TAB_COLUMNS = 4

/** Splits text at `\n` and `\f` (page break) into its non-empty lines. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let blanks = 0
  let page = false
  for (const [sheet, content] of text.split('\f').entries()) {
    if (sheet > 0) page = true
    for (const raw of content.split('\n')) {
      const words = raw.replace(SPACES, ' ').trim()
      if (words === '') {
        blanks += 1
        continue
      }
      lines.push({
        text: words,
        indent: indentOf(raw),
        blanks: lines.length === 0 ? 0 : blanks,
        page,
        reply: false,
      })
      blanks = 0
      page = false
    }
    // `split` leaves an empty remainder before the page break, which is not an empty line.
    blanks = Math.max(0, blanks - 1)
  }
  return lines
}

/** Removes the ">" of quoted mail from two or more lines in a row. On a single line it may mean "more than". */
export function openReplies(lines: readonly Line[]): { lines: Line[]; replies: number } {
  const isMarked = (line: Line | undefined): boolean =>
    line !== undefined && /^>+ ?\S/.test(line.text.slice(0, 12))
  let replies = 0
  const opened = lines.map((line, index) => {
    if (!isMarked(line) || !(isMarked(lines[index - 1]) || isMarked(lines[index + 1]))) return line
    replies += 1
    return { ...line, text: line.text.replace(/^[> ]+/, ''), reply: true }
  })
  return { lines: opened, replies }
}

function indentOf(raw: string): number {
  let columns = 0
  for (const character of raw) {
    if (character === '\t') columns += TAB_COLUMNS
    else if (character.trim() === '') columns += 1
    else break
  }
  return columns
}
