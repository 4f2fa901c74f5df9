import type { Source } from '#domain/records/source'
import type { TextSpan } from '#domain/text/text-span'
import { HighlightRegistry } from './highlight-registry'

/** An attachment that paints spans of an article under a highlight's name, for as long as its element is on the page. */
export const markSpans =
  (article: HTMLElement | undefined, source: Source, name: string, spans: readonly TextSpan[]) => () => {
    if (!article) return undefined
    const highlights = new HighlightRegistry(article, source)
    highlights.mark(name, spans)
    return () => highlights.clear()
  }
