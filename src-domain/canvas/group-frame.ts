import type { Rect } from './card'
import { boundsOf } from './rect'
import { wrap, type Measure, type TextStyle } from './wrap-text'

/** The style and measures of a group's frame in map pixels, on screen and in pictures. */
export const GROUP = {
  /** Between a card and the frame. */
  padding: 16,
  title: { size: 13, weight: 600 } as TextStyle,
  lineHeight: 20,
  maximumLines: 3,
} as const

/** The frame of a group, and the lines of the title at its top. */
export interface GroupFrame {
  readonly rect: Rect
  readonly lines: readonly string[]
}

/**
 * Lays out the frame of a group, with room for the title above the cards.
 * @param cards the rectangles of the cards; at least one
 */
export function groupFrame(title: string, cards: readonly Rect[], measure: Measure): GroupFrame {
  const { x: left, y: top, width, height } = boundsOf(cards)!
  const lines = title.trim() ? wrap(title, GROUP.title, width, GROUP.maximumLines, measure).lines : []
  const head = lines.length * GROUP.lineHeight + GROUP.padding
  return {
    lines,
    rect: {
      x: left - GROUP.padding,
      y: top - head,
      width: width + GROUP.padding * 2,
      height: height + head + GROUP.padding,
    },
  }
}
