import { parseHTML } from 'linkedom'
import type { PageDocument, PageElement } from './html-dom'
import { numberLists } from './html-lists'
import { shallow } from './html-shallow'
import { readStyles } from './html-styles'

/** A line of an import's report. */
export type ReportLine = { readonly what: string; readonly count: number }

/** A page as a tree without elements that are not text, and how often each kind of these occurred. */
export interface Page {
  readonly document: PageDocument
  readonly report: readonly ReportLine[]
  /** By how much all tags together exceed the nesting depth of common pages. */
  readonly burden: number
}

/**
 * Elements whose text is not read, if they have any. Pictures stay in the tree, because Readability tells a gallery from
 * an article by them; `html-blocks` reads nothing in them.
 */
const COUNTED: readonly { readonly selector: string; readonly what: string }[] = [
  { selector: 'img, picture > source, svg, canvas, area, input[type=image]', what: 'pictures left out' },
  {
    selector: 'video, audio, iframe, frame, object, embed, applet, portal',
    what: 'videos, recordings and frames left out',
  },
]

const REMOVED: readonly { readonly selector: string; readonly what: string }[] = [
  { selector: 'script:not([type$="ld+json"])', what: 'scripts left out, never run' },
]

/** Removed without a line in the report: a reader of the page sees no text in these, or a button of an encyclopedia. */
const UNSEEN = '.mw-editsection, style, template, link[rel=stylesheet], track, map, noframes'

/**
 * Parses a page. The parser neither executes nor fetches anything, and scripts are removed from the tree. So are words
 * that the page strikes out, and `noscript`, which is for browsers without scripts.
 * @param withNoscript keep `noscript`
 * @param sheets style sheets that stand beside the page
 * @param limit throws for a number of elements that is too large, before they take memory
 */
export function pageOf(
  source: string,
  withNoscript = false,
  sheets: readonly string[] = [],
  limit?: (elements: number) => void,
): Page {
  const {
    source: bounded,
    dropped,
    burden,
    elements,
  } = shallow(withNoscript ? source.replace(/<(\/?)noscript(?=[\s>])/gi, '<$1div') : source)
  limit?.(elements)
  const { document } = parseHTML(bounded) as unknown as { readonly document: PageDocument }
  const report = REMOVED.map(({ selector, what }) => ({ what, count: removed(document, selector) }))
  const struck = new Set([...document.querySelectorAll('del, s, strike'), ...readStyles(document, sheets)])
  for (const element of struck) element.remove()
  report.push({ what: 'struck-out words left out', count: struck.size })
  report.push(...COUNTED.map(({ selector, what }) => ({ what, count: counted(document, selector) })))
  removed(document, 'noscript')
  removed(document, UNSEEN)
  numberLists(document)
  report.push({ what: 'tags dropped because they are nested too deeply; their text is kept', count: dropped })
  return { document, report, burden }
}

const counted = (document: PageDocument, selector: string): number =>
  [...document.querySelectorAll(selector)].length

function removed(document: PageDocument, selector: string): number {
  const found: PageElement[] = [...document.querySelectorAll(selector)]
  for (const element of found) element.remove()
  return found.length
}
