import { parseHTML } from 'linkedom'
import type { PageDocument, PageElement } from './html-dom'
import { shallow } from './html-shallow'

/** A line of an import's report. */
export type ReportLine = { readonly what: string; readonly count: number }

/** A page as a tree without elements that are not text, and how often each kind of these occurred. */
export interface Page {
  readonly document: PageDocument
  readonly report: readonly ReportLine[]
  /** By how much all tags together exceed the nesting depth of common pages. */
  readonly burden: number
}

const LEFT_OUT: readonly { readonly selector: string; readonly what: string }[] = [
  { selector: 'script:not([type$="ld+json"])', what: 'scripts left out, never run' },
  { selector: 'img, picture > source, svg, canvas, area, input[type=image]', what: 'pictures left out' },
  {
    selector: 'video, audio, iframe, frame, object, embed, applet, portal',
    what: 'videos, recordings and frames left out',
  },
]

/** Removed without a line in the report: a reader of the page sees no text in these. */
const UNSEEN = 'style, template, link[rel=stylesheet], source, track, map, noframes'

/**
 * Parses a page. The parser neither executes nor fetches anything, and elements that could are removed from the tree.
 * So is `noscript`, which is for browsers without scripts.
 * @param withNoscript keep `noscript`
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
  report.push({ what: 'tags dropped because they are nested too deeply; their text is kept', count: dropped })
  return { document, report, burden }
}

function removed(document: PageDocument, selector: string): number {
  const found: PageElement[] = [...document.querySelectorAll(selector)]
  for (const element of found) element.remove()
  return found.length
}
