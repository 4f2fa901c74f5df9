/** The width of every card, in map pixels. */
export const CARD_WIDTH = 240
/** The least gap between two cards, with room for the label of a relation. Map pixels. */
export const CARD_GAP = 16

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

export const centre = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })
