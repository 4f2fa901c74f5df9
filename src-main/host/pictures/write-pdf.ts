import PDFDocument from 'pdfkit'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import type { XmlElement, XmlNode } from '#domain/formats/export/picture/svg-xml'
import type { OnProgress } from './export-progress'
import { PdfText } from './pdf-text'

/** PDF's limit for the side of a page. Points. */
const SIDE_LIMIT = 14_400

/**
 * Writes pictures as the pages of a PDF with vector lines and text. It is tagged: each claim is a paragraph, and each
 * relation a figure with a sentence as its alternative text.
 */
export async function paginate(
  pages: readonly Picture[],
  onProgress: OnProgress = () => undefined,
): Promise<Uint8Array> {
  const [{ name, language }] = pages as readonly [Picture, ...Picture[]]
  const document = new PDFDocument({
    autoFirstPage: false,
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
  const characters = new Set<string>()
  for (const { drawing } of pages) charactersIn(drawing, characters)
  const text = new PdfText(document, characters)
  const root = document.struct('Document')
  document.addStructure(root)
  const of = pages.reduce((sum, { drawing }) => sum + partsIn(drawing), 0)
  let done = 0
  const drawn = () => onProgress({ done: ++done, of })
  for (const page of pages) drawPage(page, { document, root, text, drawn })
  root.end()
  document.end()
  return written
}

/** Where parts are drawn. */
interface Target {
  readonly document: PDFKit.PDFDocument
  readonly root: ReturnType<PDFKit.PDFDocument['struct']>
  readonly text: PdfText
  /** Called after each part. */
  readonly drawn: () => void
}

/** The number of parts that `drawParts` draws. */
const partsIn = ({ children }: XmlElement): number =>
  children.reduce((sum, part) => {
    if (typeof part === 'string') return sum
    return sum + (part.attributes['transform'] ? partsIn(part) : 1)
  }, 0)

function drawPage(picture: Picture, target: Target): void {
  const { document } = target
  const { page, ground } = picture
  const scale = Math.min(picture.points, SIDE_LIMIT / Math.max(page.width, page.height))
  const size: [number, number] = [page.width * scale, page.height * scale]
  document.addPage({ size, margin: 0 })
  document.markContent('Artifact')
  if (ground) document.rect(0, 0, ...size).fill(ground)
  document.endMarkedContent()
  document.scale(scale).translate(-page.x, -page.y)
  drawParts(picture.drawing, target)
}

/** Draws the children of an element, each with its tag. */
function drawParts(whole: XmlElement, target: Target): void {
  const { document, root, text, drawn } = target
  for (const part of whole.children) {
    if (typeof part === 'string') continue
    const { tag, alt } = tagOf(part)
    if (part.attributes['transform']) {
      document.save()
      transform(part, document)
      drawParts(part, target)
      document.restore()
      continue
    }
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
    drawn()
  }
}

const TRANSFORM = /^translate\((\S+) (\S+)\) scale\((\S+)\)$/

function transform({ attributes }: XmlElement, document: PDFKit.PDFDocument): void {
  const [, x, y, scale] = TRANSFORM.exec(String(attributes['transform']))!
  document.translate(Number(x), Number(y)).scale(Number(scale))
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

function charactersIn(node: XmlNode, found: Set<string>): void {
  if (typeof node === 'string') for (const character of node) found.add(character)
  else if (node.name !== 'title') for (const child of node.children) charactersIn(child, found)
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
