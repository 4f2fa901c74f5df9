import { widestOf, type Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import type { Passage } from './passages'
import { endsSentence, startsLower } from '../sentences/sentences'

const JUMP = 1.35

/** A passage, or one of the parts it was taken into; the parts of a passage share their number. */
export interface Part extends Passage {
  whole: number
}

/**
 * Takes passages apart where the column grows or shrinks in a way that a pull quote's would, when no empty line parts
 * it from the body. Text that runs round a picture looks the same, so `mergeParts` undoes what proves to be no quote.
 */
export function splitAtWidthJumps(passages: readonly Passage[], layout: Layout): Part[] {
  const ragged = layout.wrapped && layout.column === 0
  return passages.flatMap((passage, whole) => {
    if (!ragged || passage.role !== 'paragraph' || passage.keepsLines || passage.lines.length < 3)
      return [{ ...passage, whole }]
    const parts: Part[] = []
    passage.lines.forEach((line, index) => {
      const part = parts.at(-1)
      if (!part || jumpsAt(passage.lines, index)) parts.push({ ...passage, lines: [line], whole })
      else part.lines.push(line)
    })
    return parts
  })
}

/** Puts parts together again; a pull quote found inside a passage comes after it. */
export function mergeParts(parts: readonly Part[]): Passage[] {
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
  const before = widestOf(lines.slice(Math.max(0, index - 3), index))
  const after = widestOf(lines.slice(index, index + 3))
  // The last line of a paragraph is short as well: a quote has more than one line.
  const narrows = index + 1 < lines.length && after * JUMP < previous.text.length && !startsLower(line.text)
  const widens = before * JUMP < Math.max(line.text.length, after) && endsSentence(previous.text)
  return narrows || widens
}
