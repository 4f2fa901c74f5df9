import type * as Docx from 'docx'
import type { ExportEnv, ExportWriter } from '../writer'
import { reportOf } from './report'
import type { Report, ReportBlock, Words } from './report-blocks'
import { reportPictures, type ReportPicture } from './report-pictures'
import { isRightToLeft } from '../picture/svg-text'
import { writable } from '../picture/svg-xml'

/** Writes a map as a report in a Word document, with headings and with citations as footnotes. */
export const writeReportDocx: ExportWriter = async (request, env) => {
  const library = await import('docx')
  const { pictures, instead } = reportPictures(request, env)
  const map: Docx.Paragraph[] = []
  for (const picture of pictures) map.push(await pictureOf(picture, map.length + 1, env, library))
  if (instead) map.push(headOf('Origin', instead, library))
  return document(reportOf(request, env.today), map, library)
}

type Library = typeof Docx

/** The indent of each depth. Twentieths of a point. */
const INDENT = 360
/** Image pixels per point of the paper: 220 to the inch, to which Word itself compresses pictures. */
const SHARPNESS = 220 / 72
/** The library's pixels per point. */
const PIXELS = 4 / 3

async function document(
  { title, origin, caveat, blocks }: Report,
  map: readonly Docx.Paragraph[],
  library: Library,
): Promise<Uint8Array> {
  const { Document, Packer, Paragraph } = library
  const citations: string[] = []
  const paragraphs = blocks.map((block) => {
    if (block.type === 'quote') citations.push(block.citation)
    return paragraphOf(block, citations.length, library)
  })
  const footnotes = citations.map((citation, index) => {
    const children = [new Paragraph({ children: runs({ text: citation }, library) })]
    return [index + 1, { children }] as const
  })
  const file = new Document({
    title: writable(title),
    creator: 'Counterpoint',
    styles: STYLES,
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        children: [
          headOf('Title', title, library),
          headOf('Origin', origin, library),
          ...(caveat ? [headOf('Caveat', caveat, library)] : []),
          ...map,
          ...paragraphs,
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const headOf = (style: string, text: string, library: Library): Docx.Paragraph =>
  new library.Paragraph({ style, children: runs({ text }, library), ...direction(text) })

/** A picture in the line, with the alternative text that screen readers say. */
async function pictureOf(
  { picture, width, height, alt }: ReportPicture,
  id: number,
  { rasterise }: ExportEnv,
  { ImageRun, Paragraph }: Library,
): Promise<Docx.Paragraph> {
  const image = new ImageRun({
    type: 'png',
    data: await rasterise(picture, (width / picture.page.width) * SHARPNESS),
    transformation: { width: width * PIXELS, height: height * PIXELS },
    altText: { id: String(id), name: `Map ${id}`, description: writable(alt) },
  })
  // As high as the picture: the line spacing of the text would cut it or leave a gap.
  return new Paragraph({ children: [image], alignment: 'center', spacing: { line: 240, lineRule: 'auto' } })
}

const STYLES = {
  default: {
    document: {
      run: { size: 22 },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' as const } },
    },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading2: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 480, after: 120 } } },
    heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 280, after: 120 } } },
  },
  paragraphStyles: [
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true } },
    { id: 'Origin', name: 'Origin', basedOn: 'Normal', run: { size: 18, color: '595959' } },
    { id: 'Caveat', name: 'Caveat', basedOn: 'Normal', run: { italics: true, color: '595959' } },
  ],
}

function paragraphOf(block: ReportBlock, footnote: number, library: Library): Docx.Paragraph | Docx.Table {
  if (block.type === 'table') return tableOf(block, library)
  const { FootnoteReferenceRun, HeadingLevel, Paragraph } = library
  const paragraph = (
    children: readonly (Docx.TextRun | Docx.FootnoteReferenceRun)[],
    text: string,
    options: Docx.IParagraphOptions,
  ) => new Paragraph({ children, ...direction(text), ...options })
  if (block.type === 'quote') {
    const children = [...runs({ text: block.text }, library), new FootnoteReferenceRun(footnote)]
    return paragraph(children, block.text, { style: 'Quote', indent: { left: (block.depth + 1) * INDENT } })
  }
  const text = block.words.map((words) => words.text).join('')
  const children = block.words.flatMap((words) => runs(words, library))
  if (block.type === 'heading') {
    const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
    return paragraph(children, text, { heading, keepNext: true })
  }
  // Keeps a lead-in such as “Supported by:” on one page with the block after it.
  const introduces = block.words.every(({ style }) => style === 'strong')
  return paragraph(children, text, { indent: { left: block.depth * INDENT }, keepNext: introduces })
}

/** A table, whose first row is repeated on every page. */
function tableOf({ head, rows }: ReportBlock & { type: 'table' }, library: Library): Docx.Table {
  const { Paragraph, Table, TableCell, TableRow, WidthType } = library
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text) => {
        const words = { text, ...(isHead && { style: 'strong' as const }) }
        const paragraph = new Paragraph({
          children: runs(words, library),
          spacing: { after: 0 },
          ...direction(text),
        })
        return new TableCell({ children: [paragraph], margins: { left: 80, right: 80, top: 40, bottom: 40 } })
      }),
    })
  const width = { size: 100, type: WidthType.PERCENTAGE }
  return new Table({ width, rows: [rowOf(head, true), ...rows.map((cells) => rowOf(cells, false))] })
}

/** The runs of a text, with its line breaks. */
const runs = ({ text, style }: Words, { TextRun }: Library): Docx.TextRun[] =>
  writable(text)
    .split(/\r\n?|\n/)
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          // Left undefined rather than false, so that text in a heading stays bold.
          ...(style === 'strong' && { bold: true }),
          ...(style === 'emphasis' && { italics: true }),
          rightToLeft: isRightToLeft(line),
          ...(index > 0 && { break: 1 }),
        }),
    )

const direction = (text: string) => ({ bidirectional: isRightToLeft(text) })
