/** A place between two lines where a text may be cut. */
export interface Cut {
  readonly at: number
  /** Whether both lines are items of a numbered list. */
  readonly numbered?: boolean
}

const BLANK = /^[ \t]*[\r\n]*$/
/** An item, also within a quote. */
const BULLET = /^(?:> ?)?[-+*][ \t]+\S/
const NUMBER = /^\d{1,9}([.)])[ \t]+\S/
/** A line that belongs to nothing before an empty line. */
const FRESH = /^(?!\d{1,9}[.)])[^\s\uFEFF]/

/** The first place after a position where a text may be cut; its end if there is none. */
export function cutAfter(text: string, from: number): Cut {
  const lines = /\r\n?|\n/g
  lines.lastIndex = from
  let before: number | undefined
  while (lines.test(text)) {
    const at = lines.lastIndex
    const cut = cutAt(text, at, before)
    if (cut) return cut
    before = at
  }
  return { at: text.length }
}

/** The cut at the beginning of a line, given that of the line before; undefined if the text cannot be cut there. */
export function cutAt(text: string, at: number, before: number | undefined): Cut | undefined {
  const line = text.slice(at, at + 40)
  if (BULLET.test(line)) return { at }
  if (before === undefined) return undefined
  if (FRESH.test(line) && BLANK.test(text.slice(before, at))) return { at }
  const mark = NUMBER.exec(line)?.[1]
  const isNumbered = mark !== undefined && NUMBER.exec(text.slice(before, before + 40))?.[1] === mark
  return isNumbered ? { at, numbered: true } : undefined
}
