import PDFDocument from 'pdfkit'
import type { Paper } from '#domain/formats/export/picture-options'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import type { XmlElement, XmlNode } from '#domain/formats/export/picture/svg-xml'
import { PdfText } from './pdf-text'

/** Points per map pixel, as when a browser prints. */
const POINT = 0.75
/** The margin around a map on a sheet. Points. */
const MARGIN = 24
/** PDF's limit for the side of a page. Points. */
const SIDE_LIMIT = 14_400

const SHEETS: Record<Exclude<Paper, 'fitted'>, readonly [number, number]> = {
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
  Letter: [612, 792],
}

/** A sheet and the position of the map on it, in points. `scale` is points per map pixel. */
interface Sheet {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** The sheet in the orientation in which the map is larger; for `fitted`, a page of the map's size. */
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
 * Writes a picture as a PDF of one page with vector lines and text. It is tagged: each claim is a paragraph, and each
 * relation a figure with a sentence as its alternative text.
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

/** The tag of a part of the drawing for screen readers. Lines get none, because the relation's sign says the same. */
function tagOf({ name, attributes, children }: XmlElement): { tag?: 'P' | 'Figure' | 'H1'; alt?: string } {
  if (attributes['data-lines']) return {}
  if (attributes['data-relation']) return { tag: 'Figure', alt: plain(wordsIn(children[0])) }
  if (attributes['data-title']) return { tag: 'H1' }
  return name === 'g' || name === 'text' ? { tag: 'P' } : {}
}

/** Control characters have a special meaning in PDF metadata. */
const plain = (words: string): string => words.replace(/[\p{Cc}\ufeff]/gu, ' ')

const wordsIn = (node: XmlNode | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(wordsIn).join('')

function charactersIn(node: XmlNode, found = new Set<string>()): Set<string> {
  if (typeof node === 'string') for (const character of node) found.add(character)
  else if (node.name !== 'title') for (const child of node.children) charactersIn(child, found)
  return found
}

/** Draws an element and its children. It supports the SVG that `drawPicture` makes, and nothing else. */
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
