import { UnreadableError } from './format'

/** The deepest nesting that is read. Nobody writes deeper, and the parser is recursive and slow on deep nesting. */
export const DEPTH_LIMIT = 100

export const tooDeep = () =>
  new UnreadableError('It is nested too deeply: quotes or lists are nested more than 100 deep.')

/** The beginning of a line with a mark. The parser skips a byte-order mark. */
const MARKED_LINE = /(?<![^\n\r])\uFEFF?(?=[ \t]*(?:[>*+-]|\d{1,9}[.)]))/g
const LIST_MARK = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y
const LINE_END = /[\n\r]|$/g

/** A quote, or the columns by which the lines of a list item are set in. */
type Container = '>' | number

/**
 * Checks the nesting of quotes and lists before the text is parsed.
 * @throws UnreadableError if it is deeper than `DEPTH_LIMIT`
 */
export function refuseDeep(text: string): void {
  if (isDeeper(text, DEPTH_LIMIT)) throw tooDeep()
}

/**
 * Whether quotes and list items are nested more than `limit` deep, in time that grows with the text (CommonMark 5.1, 5.2).
 * True for all texts for which it is true in the parser, and for a few more: a line without a mark is taken to go on with
 * all that is open, and code is not known.
 */
export function isDeeper(text: string, limit: number): boolean {
  const open: Container[] = []
  for (const { 0: skipped, index } of text.matchAll(MARKED_LINE)) {
    const line = new Line(text, index + skipped.length)
    let depth = 0
    while (depth < open.length && line.goesOn(open[depth]!)) depth++
    for (let next = line.begins(); next !== undefined; next = line.begins()) {
      open.length = depth
      open.push(next)
      if (++depth > limit) return true
    }
  }
  return false
}

/** Walks through the marks with which a line begins. Tabs reach to columns that are multiples of four. */
class Line {
  /** The column behind the last mark. */
  #from = 0
  /** The column of the next character that is not blank. */
  #to = 0
  readonly #rule: number

  constructor(
    private readonly text: string,
    private at: number,
  ) {
    LINE_END.lastIndex = at
    this.#rule = ruleBefore(text, at, LINE_END.exec(text)!.index)
    this.#skipBlanks()
  }

  /** Whether the line belongs to this container; then what follows is within it. */
  goesOn(container: Container): boolean {
    if (container === '>') return this.#quote()
    if (this.#to - this.#from < container) return false
    this.#from += container
    return true
  }

  /** The container that begins here; undefined if none does. */
  begins(): Container | undefined {
    if (this.#quote()) return '>'
    if (this.#to - this.#from > 3 || this.at === this.#rule) return undefined
    LIST_MARK.lastIndex = this.at
    const mark = LIST_MARK.exec(this.text)?.[0]
    if (mark === undefined) return undefined
    const end = this.#to + mark.length
    this.at += mark.length
    this.#to = end
    this.#skipBlanks()
    const blanks = this.#to - end
    // With more blanks, or none, the item begins one column behind its mark.
    const content = end + (blanks >= 1 && blanks <= 4 && !this.#isAtEnd() ? blanks : 1)
    const width = content - this.#from
    this.#from = content
    return width
  }

  #quote(): boolean {
    if (this.#to - this.#from > 3 || this.text[this.at] !== '>') return false
    this.at++
    this.#from = ++this.#to
    this.#skipBlanks()
    if (this.#to > this.#from) this.#from++
    return true
  }

  #isAtEnd(): boolean {
    const next = this.text[this.at]
    return next === undefined || next === '\n' || next === '\r'
  }

  #skipBlanks(): void {
    for (; ; this.at++) {
      if (this.text[this.at] === ' ') this.#to++
      else if (this.text[this.at] === '\t') this.#to += 4 - (this.#to % 4)
      else return
    }
  }
}

/** Where the thematic break begins with which a line ends: three of a mark, or more; the end of the line if there is none. */
function ruleBefore(text: string, start: number, end: number): number {
  let [mark, count, first] = ['', 0, end]
  for (let at = end - 1; at >= start; at--) {
    const unit = text[at]!
    if (unit === ' ' || unit === '\t') continue
    if (mark === '' ? !'-*'.includes(unit) : unit !== mark) break
    mark = unit
    first = at
    count++
  }
  return count >= 3 ? first : end
}
