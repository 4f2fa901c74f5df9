import { runsOn } from './line-metrics'
import type { Line } from './lines'
import { DOUBLE_SPACING, LAYOUT } from './thresholds'

/**
 * Takes one empty line out of each gap of a double-spaced text, in which each line would otherwise become a paragraph.
 * Two empty lines then part paragraphs. Any other text is given back as it is.
 */
export function closeDoubleSpacing(lines: readonly Line[]): readonly Line[] {
  return isDoubleSpaced(lines)
    ? lines.map((line) => ({ ...line, blanks: Math.max(0, line.blanks - 1) }))
    : lines
}

function isDoubleSpaced(lines: readonly Line[]): boolean {
  const tight = lines.filter((line, index) => index > 0 && line.blanks === 0).length
  if (lines.length < DOUBLE_SPACING.fewestLines || tight > lines.length * DOUBLE_SPACING.tightShare)
    return false
  const running = lines.filter((line, index) => {
    const next = lines[index + 1]
    return next?.blanks === 1 && line.text.length >= LAYOUT.shortestMeasured && runsOn(line, next)
  }).length
  return running >= lines.length * DOUBLE_SPACING.runningShare
}
