/** A line with its position on a page. Lengths are in points; y is counted down from the top of the page. */
export interface PositionedLine {
  readonly text: string
  /** Counted from 1. */
  readonly page: number
  /** Lines of one column share this number; no other column of the same page has it. */
  readonly column: number
  /** The left edge of its first word. */
  readonly x: number
  /** The right edge of its last word. */
  readonly right: number
  /** The baseline. */
  readonly y: number
  /** The size of most of its letters. */
  readonly size: number
  /** Nearly all of its letters are bold. */
  readonly bold: boolean
}

export const sameColumn = (one: PositionedLine, other: PositionedLine): boolean =>
  one.page === other.page && one.column === other.column

export const columnKey = ({ page, column }: PositionedLine): string => `${page} ${column}`

/** A size to the nearest half point. PDF writers scale text to fit, so one size varies by less than that. */
export const roundedSize = (size: number): number => Math.round(size * 2) / 2
