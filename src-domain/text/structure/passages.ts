import type { BlockRole } from '../../records/block'
import type { Line } from '../lines/lines'

/** One kind of change that reading made to the text, in plain words, and how often. */
export interface Finding {
  what: string
  count: number
}

/** Lines that belong together and will become a block. There is always at least one. */
export interface Passage {
  lines: Line[]
  role: BlockRole
  level?: number
  /** Why it is kept out of the reading flow. */
  aside?: string
  /** Line breaks carry meaning, as in verse or an address, and are kept. */
  keepsLines?: boolean
}

/** A passage whose lines have been joined into text. */
export interface Piece {
  role: BlockRole
  text: string
  level?: number
  aside?: string
  keepsLines?: boolean
  /** The page that it begins on, from 1. */
  page?: number
}

/** The lines of a passage joined with spaces, hyphens at line ends included. Ends with the line that passes `limit`. */
export function textOf(passage: Passage, limit: number): string {
  let text = ''
  for (const line of passage.lines) {
    text += (text ? ' ' : '') + line.text
    if (text.length > limit) break
  }
  return text
}

export function firstLine(passage: Passage): string {
  return passage.lines[0]?.text ?? ''
}

export function lastLine(passage: Passage): string {
  return passage.lines.at(-1)?.text ?? ''
}
