import type { Page } from '@playwright/test'
import type { Point } from '#domain/canvas/card'
import type { Project } from '#domain/document/project'
import { withApp } from './app'

/** What a window shows of a map that was tidied and fitted into its pane. */
export interface ShownMap {
  /** The size of the smallest wording on a card. CSS pixels. */
  readonly wording: number
  /** The zoom, in per cent. */
  readonly zoom: number
  /** The cards that show only the beginning of their wording. */
  readonly cut: number
  /** The share of the window that the map has, in per cent. */
  readonly share: number
}

/** Measures a map in the built app, in windows of several sizes: alone (`map`), or beside the reader (`both`). */
export function measureShownMap(
  project: Project,
  windows: readonly { readonly size: Point; readonly layout: 'map' | 'both' }[],
): Promise<ShownMap[]> {
  return withApp(project, async (page, reopen) => {
    const shown: ShownMap[] = []
    for (const { size, layout } of windows) {
      await page.setViewportSize({ width: size.x, height: size.y })
      await reopen()
      await page.keyboard.press(layout === 'map' ? 'Alt+3' : 'Alt+2')
      await page.locator('.svelte-flow__node').first().waitFor()
      await page.keyboard.press('Shift+T')
      await page.waitForTimeout(500)
      await page.keyboard.press('f')
      await page.waitForTimeout(1000)
      shown.push(await shownNow(page))
    }
    return shown
  })
}

const shownNow = (page: Page): Promise<ShownMap> =>
  page.evaluate(() => {
    const canvas = document.querySelector('.svelte-flow')!.getBoundingClientRect()
    const zoom = new DOMMatrix(getComputedStyle(document.querySelector('.svelte-flow__viewport')!).transform)
      .a
    const texts = [...document.querySelectorAll<HTMLElement>('.card .text')]
    const isCut = (text: HTMLElement) =>
      text.querySelector('.more') !== null || text.scrollHeight > text.clientHeight + 1
    return {
      wording: zoom * Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
      zoom: zoom * 100,
      cut: texts.filter(isCut).length,
      share: (100 * canvas.width * canvas.height) / (innerWidth * innerHeight),
    }
  })
