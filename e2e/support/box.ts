import type { Locator } from '@playwright/test'

/** A rectangle in the window, in CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The rectangle of an element that has stood still for three frames. A map follows the size of its pane, and a menu
 * finds its place, only after they have been drawn once.
 */
export const boxAtRest = (thing: Locator): Promise<Box> =>
  thing.evaluate(
    (element) =>
      new Promise<Box>((done) => {
        let before: DOMRect | undefined
        let still = 0
        const look = () => {
          const now = element.getBoundingClientRect()
          const { x, y, width, height } = now
          still = before && JSON.stringify(before) === JSON.stringify(now) ? still + 1 : 0
          before = now
          if (still === 3) done({ x, y, width, height })
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
