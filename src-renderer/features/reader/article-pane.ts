import { tick } from 'svelte'
import type { Source } from '#domain/records/source'
import type { ArticlePane } from '../../state/panes'
import { blockIndex } from './blocks'
import { HighlightRegistry } from './highlight-registry'
import { boxOf, firstInSight, offsetUnder } from './offsets'

/** The methods of the article on screen. */
export function articlePane(article: HTMLElement, scroller: HTMLElement, source: () => Source): ArticlePane {
  let shown: HighlightRegistry | undefined
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
      // A new version of the text may not have been rendered yet.
      void tick().then(() => {
        if (!article.isConnected) return
        shown?.clear()
        shown = new HighlightRegistry(article, source())
        shown.show(span)
      })
    },
  }
}
