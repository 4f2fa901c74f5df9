import PDFDocument from 'pdfkit'
import type { Paper } from '#domain/formats/export/writer'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import type { XmlElement, XmlNode } from '#domain/formats/export/picture/svg-xml'
import { PdfText } from './pdf-text'

/** Points for each map pixel, as a browser prints. */
const POINT = 0.75
/** Around a map on a sheet. Points. */
const MARGIN = 24
/** No page of a PDF may be longer. Points. */
const SIDE_LIMIT = 14_400

const SHEETS: Record<Exclude<Paper, 'fitted'>, readonly [number, number]> = {
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
  Letter: [612, 792],
}

/** A sheet, and how the map lies on it. Points; `scale` is points for each map pixel. */
interface Sheet {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Whichever way round the map is larger on that paper; a page as large as the map where it is to be fitted. */
function sheetFor({ page }: Picture, paper: Paper): Sheet {
  if (paper === 'fitted') {
    const scale = Math.min(POINT, SIDE_LIMIT / Math.max(page.width, page.height))
    return { width: page.width * scale, height: page.height * scale, scale }
  }
  const [short, long] = SHEETS[paper]
  const sheet = (width: number, height: number): Sheet => ({
    width,
    height,
    scale: Math.min(1, (width - MARGIN * 2) / page.width, (height - MARGIN * 2) / page.height),
  })
  const [upright, across] = [sheet(short, long), sheet(long, short)]
  return across.scale > upright.scale ? across : upright
}

/**
 * A picture as a PDF of one page: lines and letters as such, tagged, so that each claim is a paragraph and each relation
 * a figure that is said in its sentence.
 */
export async function paginate(picture: Picture, paper: Paper): Promise<Uint8Array> {
  const { page, name, language, ground } = picture
  const sheet = sheetFor(picture, paper)
  const document = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: plain(name), Author: 'Counterpoint', Creator: 'Counterpoint', Producer: 'Counterpoint' },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  const text = new PdfText(document, charactersIn(picture.drawing))
  document.markContent('Artifact')
  if (ground) document.rect(0, 0, sheet.width, sheet.height).fill(ground)
  document.endMarkedContent()
  document
    .translate((sheet.width - page.width * sheet.scale) / 2, (sheet.height - page.height * sheet.scale) / 2)
    .scale(sheet.scale)
    .translate(-page.x, -page.y)
  const root = document.struct('Document')
  document.addStructure(root)
  for (const part of picture.drawing.children) {
    if (typeof part === 'string') continue
    const { tag, alt } = tagOf(part)
    if (tag) {
      const content = document.markStructureContent(tag)
      draw(part, document, text)
      document.endMarkedContent()
      root.add(document.struct(tag, alt ? { alt } : {}, [content]))
    } else {
      document.markContent('Artifact')
      draw(part, document, text)
      document.endMarkedContent()
    }
  }
  root.end()
  document.end()
  return written
}

/** What a part of the drawing is to who cannot see it; lines say nothing that the sign of their relation does not. */
function tagOf({ name, attributes, children }: XmlElement): { tag?: 'P' | 'Figure' | 'H1'; alt?: string } {
  if (attributes['data-lines']) return {}
  if (attributes['data-relation']) return { tag: 'Figure', alt: plain(wordsIn(children[0])) }
  if (attributes['data-title']) return { tag: 'H1' }
  return name === 'g' || name === 'text' ? { tag: 'P' } : {}
}

/** Control characters have meanings of their own in what a PDF says of itself. */
const plain = (words: string): string => words.replace(/[\p{Cc}\ufeff]/gu, ' ')

const wordsIn = (node: XmlNode | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(wordsIn).join('')

function charactersIn(node: XmlNode, found = new Set<string>()): Set<string> {
  if (typeof node === 'string') for (const character of node) found.add(character)
  else if (node.name !== 'title') for (const child of node.children) charactersIn(child, found)
  return found
}

/** An element and all in it. It knows what `drawPicture` draws with, and nothing else of SVG. */
function draw({ name, attributes, children }: XmlElement, document: PDFKit.PDFDocument, text: PdfText): void {
  const number = (key: string) => Number(attributes[key] ?? 0)
  if (name === 'g') {
    for (const child of children) if (typeof child !== 'string') draw(child, document, text)
  } else if (name === 'text') {
    document.fillColor(String(attributes['fill']))
    const room = attributes['textLength'] === undefined ? {} : { room: number('textLength') }
    const rightToLeft = attributes['direction'] === 'rtl'
    const style = { size: number('font-size'), weight: number('font-weight'), rightToLeft, ...room }
    text.line(wordsIn(children[0]), number('x'), number('y'), style)
  } else if (name !== 'title') {
    document.save()
    const [x, y] = [number('x'), number('y')]
    if (name === 'path') document.path(String(attributes['d']))
    else if (name === 'circle') document.circle(number('cx'), number('cy'), number('r'))
    else if (number('rx') > 0) document.roundedRect(x, y, number('width'), number('height'), number('rx'))
    else document.rect(x, y, number('width'), number('height'))
    paint(attributes, document)
    document.restore()
  }
}

function paint(attributes: XmlElement['attributes'], document: PDFKit.PDFDocument): void {
  const { fill, stroke } = attributes
  const [dash, space] = String(attributes['stroke-dasharray'] ?? '')
    .split(' ')
    .map(Number)
  if (attributes['fill-opacity'] !== undefined) document.fillOpacity(Number(attributes['fill-opacity']))
  if (dash && space) document.dash(dash, { space })
  if (attributes['stroke-linecap'] === 'round') document.lineCap('round')
  document.lineWidth(Number(attributes['stroke-width'] ?? 1))
  const filled = fill !== undefined && fill !== 'none'
  if (filled && stroke) document.fillAndStroke(String(fill), String(stroke))
  else if (filled)
    document.fill(String(fill), attributes['fill-rule'] === 'evenodd' ? 'even-odd' : 'non-zero')
  else document.stroke(String(stroke))
}
