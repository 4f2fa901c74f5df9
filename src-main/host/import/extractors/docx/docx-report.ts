import type { ReportLine } from '../html/html-page'

/** The parts with the document's text; notes are separate parts. */
const TEXTS = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/

/** Matches an element that has content by its local name. An empty element only marks the end of a paragraph. */
const filled = (name: string) => new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?(?<!/)>`, 'g')
const any = (name: string) => new RegExp(`<(?:\\w+:)?${name}[\\s/>]`, 'g')

const LINES: readonly { readonly what: string; readonly element: RegExp }[] = [
  { what: 'tracked deletions left out', element: filled('del') },
  { what: 'tracked insertions kept', element: filled('ins') },
  { what: 'moved passages left out at their old places', element: filled('moveFrom') },
  { what: 'pictures left out', element: any('(?:pic|imagedata)') },
  { what: 'charts left out', element: /<c:chart[\s/>]/g },
  { what: 'diagrams left out', element: /<dgm:relIds[\s/>]/g },
  { what: 'embedded objects left out', element: any('OLEObject') },
  { what: 'formulas left out', element: any('oMath') },
  { what: 'inserted files left out', element: any('altChunk') },
]

/** Counts what is in a Word document and not in the imported text: mammoth drops most of it without a message. */
export function docxReport(parts: ReadonlyMap<string, string>): ReportLine[] {
  const texts = [...parts].filter(([name]) => TEXTS.test(name)).map(([, xml]) => xml)
  // Word writes newer content twice: once as itself, and once as a fallback for older programs.
  const own = texts.map(withoutFallbacks)
  const comments = [...parts].filter(([name]) => /^word\/comments\d*\.xml$/.test(name)).map(([, xml]) => xml)
  const margins = [...parts].filter(
    ([name, xml]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[\s>]/.test(xml),
  )
  return [
    ...LINES.map(({ what, element }) => ({ what, count: countIn(own, element) })),
    { what: 'comments left out', count: countIn(comments, any('comment')) },
    { what: 'headers and footers left out', count: margins.length },
  ]
}

const countIn = (texts: readonly string[], element: RegExp): number =>
  texts.reduce((sum, xml) => sum + (xml.match(element)?.length ?? 0), 0)

const withoutFallbacks = (xml: string): string =>
  xml
    .split('<mc:Fallback')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('</mc:Fallback>'))))
    .join('')
