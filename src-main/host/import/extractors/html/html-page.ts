import { parseHTML } from 'linkedom'
import type { PageDocument, PageElement } from './html-dom'
import { shallow } from './html-shallow'

/** A line of an import's report. */
export type ReportLine = { readonly what: string; readonly count: number }

/** A page as a tree, without what is no text, and how often that was met. */
export interface Page {
  readonly document: PageDocument
  readonly report: readonly ReportLine[]
  /** How far all tags together are deeper than those of common pages. */
  readonly burden: number
}

const LEFT_OUT: readonly { readonly selector: string; readonly what: string }[] = [
  { selector: 'script:not([type$="ld+json"])', what: 'scripts left out, none was run' },
  { selector: 'img, picture > source, svg, canvas, area, input[type=image]', what: 'pictures left out' },
  {
    selector: 'video, audio, iframe, frame, object, embed, applet, portal',
    what: 'videos, recordings and frames left out',
  },
]

/** What is taken away without a word: it has none that a reader of the page sees. */
const UNSEEN = 'style, template, link[rel=stylesheet], source, track, map, noframes'

/**
 * The tree of a page's source. Nothing is executed or fetched: the parser does neither, and what could be is taken out of
 * the tree. What stands in `noscript` is a browser's without scripts, so it goes too, unless it is asked for.
 */
export function pageOf(source: string, withNoscript = false): Page {
  const {
    source: bounded,
    dropped,
    burden,
  } = shallow(withNoscript ? source.replace(/<(\/?)noscript(?=[\s>])/gi, '<$1div') : source)
  const { document } = parseHTML(bounded) as unknown as { readonly document: PageDocument }
  const report = LEFT_OUT.map(({ selector, what }) => ({ what, count: removed(document, selector) }))
  removed(document, 'noscript')
  removed(document, UNSEEN)
  report.push({ what: 'tags nested too deeply to be kept, though their words are', count: dropped })
  return { document, report, burden }
}

function removed(document: PageDocument, selector: string): number {
  const found: PageElement[] = [...document.querySelectorAll(selector)]
  for (const element of found) element.remove()
  return found.length
}
