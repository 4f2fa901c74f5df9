import { tick } from 'svelte'
import type { Source } from '#domain/records/source'
import type { TextSpan } from '#domain/text/text-span'
import type { ArticlePane } from '../../state/panes'
import { blockIndex } from './blocks'
import { HighlightRegistry } from './highlight-registry'
import { boxOf, firstInSight, offsetUnder } from './offsets'

/** The methods of the article on screen. */
export function articlePane(article: HTMLElement, scroller: HTMLElement, source: () => Source): ArticlePane {
  let shown: HighlightRegistry | undefined
  // An article that was opened for a passage is opened there, even if it was left close to it.
  let isOpening = true
  requestAnimationFrame(() => (isOpening = false))
  return {
    firstInSight() {
      const { left, top } = article.getBoundingClientRect()
      const { top: paneTop } = scroller.getBoundingClientRect()
      return top > paneTop ? 0 : (offsetUnder(left + 8, paneTop + 20) ?? firstInSight(article, scroller) ?? 0)
    },
    sees({ start, end }) {
      const box = boxOf(blockIndex(article), { start, end: Math.max(end, start + 1) })
      const pane = scroller.getBoundingClientRect()
      return box !== undefined && box.bottom > pane.top && box.top < pane.bottom
    },
    clearSelection: () => getSelection()?.removeAllRanges(),
    show(span) {
      const atOnce = isOpening
      // A new version of the text may not have been rendered yet.
      void tick().then(() => {
        if (!article.isConnected) return
        shown?.clear()
        shown = new HighlightRegistry(article, source())
        shown.show(span, atOnce)
      })
    },
  }
}

/** Room kept around a passage that is brought back into sight. CSS pixels. */
const MARGIN = 24

/**
 * Scrolls a passage back into sight that the pane showed until it became lower, as when the inspector opens below it.
 * @param before the height of the pane until now, in CSS pixels
 */
export function keepInSight(
  article: HTMLElement,
  scroller: HTMLElement,
  spans: readonly TextSpan[],
  before: number,
): void {
  const { top, bottom } = scroller.getBoundingClientRect()
  for (const span of spans) {
    const box = boxOf(blockIndex(article), span)
    if (!box || box.top < top || box.top >= top + before) continue
    const cut = box.bottom + MARGIN - bottom
    // Of a passage that is higher than the pane, the beginning stays.
    if (cut > 0) scroller.scrollBy({ top: Math.min(cut, box.top - top - MARGIN), behavior: 'instant' })
    return
  }
}
