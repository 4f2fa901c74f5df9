import type { Rect } from './card'
import { boundsOf } from './rect'
import { wrap, type Measure, type TextStyle } from './wrap-text'

/** The measures of a group's frame, in map pixels: the same on screen and in pictures. */
export const GROUP = {
  /** From a card to the frame. */
  padding: 16,
  title: { size: 13, weight: 600 } as TextStyle,
  lineHeight: 20,
  maximumLines: 3,
} as const

/** A frame, and the lines of its title at the top of it. */
export interface GroupFrame {
  readonly rect: Rect
  readonly lines: readonly string[]
}

/**
 * The frame around the cards of a group: it leaves room for its title above the topmost.
 * @param cards where they stand; at least one
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
