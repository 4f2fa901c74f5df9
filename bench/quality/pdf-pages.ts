import { degrees, PDFDocument, StandardFonts, type PDFFont } from 'pdf-lib'
import { chance } from '../texts'
import { prose } from './article-parts'
import type { KnownPage } from './known-page'
import { LEADING, Sheet } from './pdf-sheet'

const WIDTH = 595
const HEIGHT = 842
const LEFT = { x: 60, y: 70, width: 225 }
const RIGHT = { x: 310, y: 70, width: 225 }
const FULL = { x: 60, y: 70, width: 475 }
const FOOT = 780

/** What a layout writes on a page: the texts in their order, and the raised figures. */
interface Written {
  readonly texts: readonly string[]
  readonly raised?: readonly string[]
}
type Layout = (sheet: Sheet, draw: () => number, mono: PDFFont) => Written

const paragraphs = (draw: () => number, count: number) =>
  Array.from({ length: count }, () => [1, 2, 3].map(() => prose(draw)).join(' '))
const words = (draw: () => number, count: number) =>
  prose(draw).split(' ').slice(0, count).join(' ').replace(/[,.]$/, '')

/** Two columns from a height on. */
function twoColumns(sheet: Sheet, draw: () => number, y: number): string[] {
  const left = sheet.paragraphs(paragraphs(draw, 9), { ...LEFT, y }, FOOT)
  return [...left, ...sheet.paragraphs(paragraphs(draw, 9), { ...RIGHT, y }, FOOT)]
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'one column': (sheet, draw) => ({ texts: sheet.paragraphs(paragraphs(draw, 14), FULL, FOOT) }),

  'two columns': (sheet, draw) => ({ texts: twoColumns(sheet, draw, 70) }),

  'three columns': (sheet, draw) => ({
    texts: [0, 1, 2].flatMap((at) =>
      sheet.paragraphs(paragraphs(draw, 9), { x: 50 + at * 170, y: 70, width: 152 }, FOOT),
    ),
  }),

  'two columns below a wide listing': (sheet, draw, mono) => {
    const count = 6 + Math.floor(draw() * 18)
    const lines = Array.from(
      { length: count },
      () => `${words(draw, 1)} = ${words(draw, 2 + Math.floor(draw() * 6))};`,
    )
    lines.forEach((line, at) => sheet.word(line, 60 + (at % 3) * 12, 70 + at * 11, 8, mono))
    return { texts: twoColumns(sheet, draw, 70 + count * 11 + 20) }
  },

  'two columns around a wide figure': (sheet, draw) => {
    const left = sheet.paragraphs(paragraphs(draw, 4), LEFT, 290)
    const right = sheet.paragraphs(paragraphs(draw, 4), RIGHT, 290)
    const labels = 8 + Math.floor(draw() * 14)
    for (let at = 0; at < labels; at++) sheet.word(words(draw, 1), 70 + draw() * 420, 310 + draw() * 150, 7)
    const caption = `Figure 1. ${words(draw, 12)} ${words(draw, 12)}.`
    sheet.text(caption, { ...FULL, y: 490 }, { size: 9 })
    const below = 530
    return { texts: [...left, ...right, ...twoColumns(sheet, draw, below)] }
  },

  'two columns below a sparse table': (sheet, draw) => {
    const rows = 5 + Math.floor(draw() * 12)
    for (let row = 0; row < rows; row++) {
      sheet.word(words(draw, 2), 60, 80 + row * 14, 9)
      for (const x of [200, 290, 380, 470])
        if (draw() < 0.6) sheet.word(String(Math.floor(draw() * 1000)), x, 80 + row * 14, 9)
    }
    return { texts: twoColumns(sheet, draw, 80 + rows * 14 + 24) }
  },

  'contents in two columns': (sheet, draw) => {
    const column = ({ x, width }: typeof LEFT) => {
      for (let at = 0; at < 40; at++) {
        const [title, page] = [`${at + 1} ${words(draw, 3)}`, String(at * 3 + 1)]
        sheet.word(title, x, 90 + at * 16)
        sheet.word(page, x + width - sheet.widthOf(page), 90 + at * 16)
      }
    }
    column(LEFT)
    column(RIGHT)
    return { texts: [] }
  },

  'authors in columns': (sheet, draw) => {
    sheet.word(words(draw, 6), 120, 80, 18)
    const texts: string[] = []
    for (let at = 0; at < 3; at++) {
      const lines = [
        `Ada ${words(draw, 1)}`,
        `University of ${words(draw, 1)}`,
        `${words(draw, 1)}@example.org`,
      ]
      lines.forEach((line, row) => {
        sheet.word(line, 70 + at * 160, 120 + row * 13)
      })
      texts.push(lines[0]!, lines[1]!)
    }
    return { texts: twoColumns(sheet, draw, 190) }
  },

  'raised figures': (sheet, draw) => {
    const raised: string[] = []
    const texts: string[] = []
    for (let at = 0; at < 12; at++) {
      const before = words(draw, 5)
      const [word, figure] =
        draw() < 0.5
          ? [String(1900 + Math.floor(draw() * 120)), String(1 + Math.floor(draw() * 30))]
          : [words(draw, 1), String(1 + Math.floor(draw() * 9))]
      const y = 80 + at * 48
      const start = `${before} ${word}`
      sheet.word(start, 60, y)
      const end = 60 + sheet.widthOf(start)
      sheet.word(figure, end, y - 3.6, 6.5)
      sheet.word(` ${words(draw, 6)}.`, end + sheet.widthOf(figure, 6.5), y)
      texts.push(sheet.paragraphs([prose(draw)], { ...FULL, y: y + 10 * LEADING }, y + 40)[0] ?? '')
      raised.push(`${word}^${figure}`)
    }
    return { texts: [], raised }
  },
}

/** Documents of ten pages each, one for each layout, upright, turned by the page or by the text. The same each time. */
export async function pdfPages(): Promise<KnownPage[]> {
  const pages: KnownPage[] = []
  for (const [at, [name, layout]] of Object.entries(LAYOUTS).entries()) {
    pages.push(await written(name, layout, at, 'upright'))
  }
  pages.push(await written('turned text', LAYOUTS['one column']!, 90, 'text'))
  pages.push(await written('turned text in columns', LAYOUTS['two columns']!, 91, 'text'))
  pages.push(await written('turned pages', LAYOUTS['two columns']!, 92, 'page'))
  return pages
}

async function written(
  name: string,
  layout: Layout,
  seed: number,
  turned: 'upright' | 'text' | 'page',
): Promise<KnownPage> {
  const pdf = await PDFDocument.create()
  const [font, mono] = [
    await pdf.embedFont(StandardFonts.TimesRoman),
    await pdf.embedFont(StandardFonts.Courier),
  ]
  const draw = chance(seed + 300)
  const texts: string[] = []
  const raised: string[] = []
  for (let number = 1; number <= 10; number++) {
    const page = pdf.addPage(turned === 'text' ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT])
    if (turned === 'page') page.setRotation(degrees(90))
    const sheet = new Sheet(page, font, turned === 'text')
    const { texts: own, raised: figures = [] } = layout(sheet, draw, mono)
    texts.push(own.join('\n'))
    raised.push(...figures)
  }
  return { name: `${name}.pdf`, bytes: await pdf.save(), text: texts.join('\f'), raised }
}
