/** A line that holds something, and how it stood on the page. */
export interface Line {
  /** Its words, runs of spaces collapsed, ends trimmed. */
  text: string
  /** Columns of white space before it; a tab counts as four. */
  indent: number
  /** Empty lines right above it. */
  blanks: number
  /** A page began between the line above and this one. */
  page: boolean
  /** It was quoted from the mail that is answered, with ">" before it; the mark is no longer in `text`. */
  reply: boolean
  /** The page that it stands on, counted from 1, where the document says so. */
  sheet?: number
  /** What the way it is set tells of it. Lines that share one of these are one passage, and no other line is in it. */
  told?: TypographicHint
  /** The paragraph that the page before ended in goes on with it, though a sentence ended there. */
  goesOn?: boolean
  /** It is set as the running text is, in size, weight and place: a line that a page shows off is not. */
  plain?: boolean
}

/** What a document that has more than characters tells of some of its lines. */
export interface TypographicHint {
  role: 'title' | 'heading' | 'note'
  level?: number
}

const SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g

/** Takes text with `\n` line breaks and `\f` page breaks; gives its non-empty lines in order. */
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
    // Splitting at the page break leaves one empty remainder that was never an empty line.
    blanks = Math.max(0, blanks - 1)
  }
  return lines
}

/** Takes the ">" off lines quoted from another mail: two in a row or more, as one alone may well mean "more than". */
export function openReplies(lines: readonly Line[]): { lines: Line[]; replies: number } {
  const marked = (line: Line | undefined): boolean =>
    line !== undefined && /^>+ ?\S/.test(line.text.slice(0, 12))
  let replies = 0
  const opened = lines.map((line, index) => {
    if (!marked(line) || !(marked(lines[index - 1]) || marked(lines[index + 1]))) return line
    replies += 1
    return { ...line, text: line.text.replace(/^[> ]+/, ''), reply: true }
  })
  return { lines: opened, replies }
}

function indentOf(raw: string): number {
  let columns = 0
  for (const character of raw) {
    if (character === '\t') columns += 4
    else if (character.trim() === '') columns += 1
    else break
  }
  return columns
}
