import { widestOf, type Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import type { Passage } from './passages'
import { endsSentence, startsLower } from '../sentences/sentences'
import { PULL_QUOTES } from './thresholds'

/** A passage, or one of the parts it was split into. */
export interface PassagePart extends Passage {
  /** The index of the passage it is a part of. */
  whole: number
}

/**
 * Splits passages where the lines grow or shrink as they do around a pull quote without empty lines. Text that runs
 * round a picture looks the same, so `mergeParts` puts together again what turns out to be no quote.
 */
export function splitAtWidthJumps(passages: readonly Passage[], layout: Layout): PassagePart[] {
  const ragged = layout.wrapped && layout.column === 0
  return passages.flatMap((passage, whole) => {
    if (
      !ragged ||
      passage.role !== 'paragraph' ||
      passage.keepsLines ||
      passage.lines.length < PULL_QUOTES.fewestLines
    )
      return [{ ...passage, whole }]
    const parts: PassagePart[] = []
    passage.lines.forEach((line, index) => {
      const part = parts.at(-1)
      if (!part || jumpsAt(passage.lines, index)) parts.push({ ...passage, lines: [line], whole })
      else part.lines.push(line)
    })
    return parts
  })
}

/** Puts the parts of each passage together again. A pull quote found inside a passage comes after it. */
export function mergeParts(parts: readonly PassagePart[]): Passage[] {
  const merged: Passage[] = []
  let open: { passage: Passage; whole: number } | undefined
  for (const { whole, ...passage } of parts) {
    if (passage.role === 'paragraph' && open?.whole === whole) {
      for (const line of passage.lines) open.passage.lines.push(line)
      continue
    }
    merged.push(passage)
    if (passage.role === 'paragraph') open = { passage, whole }
  }
  return merged
}

function jumpsAt(lines: readonly Line[], index: number): boolean {
  const [previous, line] = [lines[index - 1], lines[index]]
  if (!previous || !line) return false
  const { linesAround, widthJump } = PULL_QUOTES
  const before = widestOf(lines.slice(Math.max(0, index - linesAround), index))
  const after = widestOf(lines.slice(index, index + linesAround))
  // The last line of a paragraph is short too, so one line alone is no quote.
  const isLast = index + 1 === lines.length
  const narrows = !isLast && after * widthJump < previous.text.length && !startsLower(line.text)
  const widens = before * widthJump < Math.max(line.text.length, after) && endsSentence(previous.text)
  return narrows || widens
}
