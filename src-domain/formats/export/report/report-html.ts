import type { ExportWriter } from '../writer'
import { reportOf } from './report'
import type { Report, ReportBlock, Words } from './report-blocks'
import { fontFaces } from '../picture/svg-fonts'
import { svgOf } from '../picture/svg'
import { element, render } from '../picture/svg-xml'
import { reportPictures, type ReportPicture } from './report-pictures'

/** Writes a map as a report in one HTML file without external resources. */
export const writeReportHtml: ExportWriter = async (request, env) => {
  const { pictures, instead } = reportPictures(request, env)
  const faces = fontFaces(env.fonts, element('g', {}, ...pictures.map(({ picture }) => picture.drawing)))
  const map = [...pictures.map(figure), ...(instead ? [tag('p', { class: 'origin' }, render(instead))] : [])]
  return page(reportOf(request, env.today), map, faces)
}

/** Forbids scripts and requests, whatever the texts contain. The fonts of the picture are in the file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
/** CSS pixels per point. */
const PIXELS = 4 / 3

const STYLE = `
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; font: 17px/1.55 Georgia, 'Source Serif 4', serif;
  overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; break-after: avoid }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886; padding-bottom: 0.25rem }
h3 { margin-top: 2rem; font-size: 1.1rem }
p, li, blockquote { margin-block: 0.5rem }
p, h1, h3, li, blockquote { white-space: pre-line }
ul { padding-inline-start: 1.25rem; list-style: none; border-inline-start: 1px solid #8884 }
blockquote { margin-inline: 1rem 0; padding-inline-start: 0.9rem; border-inline-start: 3px solid #8888 }
cite { display: block; font-size: 0.85em; opacity: 0.8 }
a { color: inherit }
table { border-collapse: collapse; font-size: 0.85em; overflow-wrap: normal }
th, td { border: 1px solid #8886; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top }
figure { width: min(100vw - 3rem, 80rem); margin: 1.5rem 0 1.5rem calc(50% - min(100vw - 3rem, 80rem) / 2) }
figure svg { display: block; max-width: 100%; height: auto; margin: auto;
  box-sizing: border-box; padding: 0.5rem; border-radius: 4px; background: #fff }
.origin { font-size: 0.85em; opacity: 0.8 }
.caveat { border: 1px solid #8886; padding: 0.5rem 1rem }
@media print { body { margin: 0; max-width: none; font-size: 11pt } a { text-decoration: none }
  figure { width: auto; margin: 1rem 0; break-inside: avoid } figure svg { max-height: 82vh } }
`

/**
 * @param map the elements of the drawn map
 * @param faces the fonts of its pictures
 */
function page({ title, origin, caveat, blocks }: Report, map: readonly string[], faces: string): string {
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${render(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    tag('title', {}, render(title)),
    tag('style', {}, STYLE + faces),
  ]
  const body = [
    tag('h1', TEXT, render(title)),
    tag('p', { ...TEXT, class: 'origin' }, render(origin)),
    ...(caveat ? [tag('p', { ...TEXT, class: 'caveat' }, render(caveat))] : []),
    ...map,
    ...nested(blocks),
  ]
  return `<!doctype html>\n${tag('html', { lang: 'en' }, tag('head', {}, ...head), tag('body', {}, ...body))}\n`
}

/** A picture in the page, as large as the map if there is room. */
const figure = ({ picture, alt }: ReportPicture): string =>
  tag('figure', {}, svgOf({ ...picture, name: alt }, [], picture.points * PIXELS))

/** Text direction by the first strong character of each text. */
const TEXT = { dir: 'auto' } as const

const tag = (name: string, attributes: Readonly<Record<string, string>>, ...content: string[]): string => {
  const values = Object.entries(attributes).map(([key, value]) => ` ${key}="${render(value)}"`)
  return `<${name}${values.join('')}>${content.join('')}</${name}>`
}

/** Nests blocks as lists: each depth is a list inside the last item of the depth before. */
function nested(blocks: readonly ReportBlock[]): string[] {
  const written: string[] = []
  let depth = 0
  const leave = (to: number) => {
    for (; depth > to; depth--) written.push('</li></ul>')
  }
  for (const block of blocks) {
    const inside = block.type === 'heading' ? 0 : block.depth
    leave(inside)
    if (block.type === 'item' && inside > 0) {
      written.push(inside > depth ? '<ul><li>' : '</li><li>')
      depth = inside
    }
    written.push(blockText(block))
  }
  leave(0)
  return written
}

function blockText(block: ReportBlock): string {
  if (block.type === 'quote') {
    return tag('blockquote', TEXT, render(block.text), tag('cite', {}, render(block.citation)))
  }
  if (block.type === 'table') {
    const line = (cells: readonly string[], name: string) =>
      tag('tr', {}, ...cells.map((cell) => tag(name, TEXT, render(cell))))
    return tag('table', {}, line(block.head, 'th'), ...block.rows.map((cells) => line(cells, 'td')))
  }
  const name = block.type === 'heading' ? `h${block.level}` : 'p'
  const claim = block.type === 'detail' ? undefined : block.claim
  return tag(name, claim === undefined ? TEXT : { ...TEXT, id: `claim-${claim}` }, ...block.words.map(styled))
}

function styled({ text, style, to }: Words): string {
  const words = to === undefined ? render(text) : tag('a', { href: `#claim-${to}` }, render(text))
  return style ? tag(style === 'strong' ? 'strong' : 'em', {}, words) : words
}
