import { autoUpdate, computePosition, flip, offset, shift, type Placement } from '@floating-ui/dom'
import type { Attachment } from 'svelte/attachments'

interface Beside {
  /** On which side, and how it is aligned there. It goes to the opposite side where that has more room. */
  readonly placement: Placement
  /** Pixels between the two. */
  readonly gap: number
  /** Pixels by which it is moved along the side. */
  readonly along?: number
  /** The pane that it must not leave; the window if absent. */
  readonly within?: HTMLElement
}

/** Pixels that stay free at each edge of the window: at the top, the header. */
const MARGIN = { top: 56, right: 8, bottom: 8, left: 8 }

/** Pixels that stay free at each edge of a pane. */
const PANE_MARGIN = 4

/** Places an element beside a rectangle of the window, and never off the window or its pane. */
export const placeBeside =
  (rect: DOMRect, { placement, gap, along = 0, within }: Beside): Attachment<HTMLElement> =>
  (element) => {
    const anchor = { getBoundingClientRect: () => rect }
    const edges = within
      ? { padding: PANE_MARGIN, rootBoundary: within.getBoundingClientRect() }
      : { padding: MARGIN }
    const middleware = [
      offset({ mainAxis: gap, alignmentAxis: along }),
      flip(edges),
      // Between two sides that both lack room it covers some of the rectangle rather than leave the window.
      shift({ ...edges, crossAxis: true }),
    ]
    const moveTo = (x: number, y: number) =>
      // As wide as its content, else it would become narrower the closer it is to the right edge.
      Object.assign(element.style, {
        position: 'fixed',
        width: 'max-content',
        left: `${x}px`,
        top: `${y}px`,
      })
    moveTo(0, 0)
    return autoUpdate(anchor, element, () => {
      void computePosition(anchor, element, { strategy: 'fixed', placement, middleware }).then(({ x, y }) =>
        moveTo(x, y),
      )
    })
  }
