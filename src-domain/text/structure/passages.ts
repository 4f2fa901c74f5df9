import type { BlockRole } from '../../records/block'
import type { Line } from '../lines/lines'

/** One thing that reading did to the text, in plain words, and how often. */
export interface Finding {
  what: string
  count: number
}

/** Lines that belong together, on their way to becoming a block. */
export interface Passage {
  lines: Line[]
  role: BlockRole
  level?: number
  /** Why it is kept out of the reading flow. */
  aside?: string
  /** Line breaks carry meaning, as in verse or an address, and are kept. */
  keepsLines?: boolean
}

/** A passage whose lines have been joined: what becomes a block. */
export interface Piece {
  role: BlockRole
  text: string
  level?: number
  aside?: string
  keepsLines?: boolean
  /** The page that it begins on. */
  page?: number
}

/** The words of a passage in one line, hyphens at line ends still in place. Long passages are cut at `limit`. */
export function wordsOf(passage: Passage, limit = 2000): string {
  let words = ''
  for (const line of passage.lines) {
    words += (words ? ' ' : '') + line.text
    if (words.length > limit) break
  }
  return words
}

/** The first line of a passage; a passage is never empty. */
export function firstLine(passage: Passage): string {
  return passage.lines[0]?.text ?? ''
}

/** The last line of a passage. */
export function lastLine(passage: Passage): string {
  return passage.lines.at(-1)?.text ?? ''
}
