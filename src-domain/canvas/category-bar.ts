import type { BarStyle } from '../vocabulary/palette'
import type { Rect } from './card'

/** The lengths of a piece and of the gap after it, as multiples of the width of the bar. */
const PIECES = { dashed: [2.5, 1.25], dotted: [1, 1] } as const

/** The rectangles to fill for an upright bar: one, short ones below each other, or two thin ones beside each other. */
export function barPieces(style: BarStyle, bar: Rect): Rect[] {
  if (style === 'solid') return [bar]
  if (style === 'double') {
    const width = bar.width * 0.375
    return [
      { ...bar, width },
      { ...bar, x: bar.x + bar.width - width, width },
    ]
  }
  const piece = PIECES[style][0] * bar.width
  const gap = PIECES[style][1] * bar.width
  const count = Math.max(1, Math.floor((bar.height + gap) / (piece + gap)))
  return Array.from({ length: count }, (_, index) => ({
    ...bar,
    y: bar.y + index * (piece + gap),
    height: Math.min(piece, bar.height),
  }))
}
