import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ContractError } from '#api/errors'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import type { PositionedLine } from '#domain/text/pages/positioned'
import { readPagedText } from '#domain/text/pages/read-paged-text'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import type { Extractor, ExtractorInput } from '../extractor'
import { readAbout, readOutline } from './pdf-metadata'
import { Fonts } from './pdf-fonts'
import { LeftOut } from './pdf-left-out'
import { openPdf } from './pdf-open'
import { readPage, type PageText } from './pdf-page'

/** The most pages of a PDF. */
export const PAGE_LIMIT = 5000
/** The most characters that a source may have. */
const TEXT_LIMIT = 20_000_000

/** Reads a PDF's text into blocks, and its metadata. */
export const extractPdf: Extractor = async ({ fileName, bytes, progress }) => {
  const leftOut = new LeftOut()
  leftOut.addFile(bytes)
  const pdf = await openPdf(bytes)
  try {
    const pages = await readPages(pdf, leftOut, progress)
    await leftOut.addDocument(pdf)
    const raw = pages.map((page) => page.raw)
    if (raw.every((text) => text.trim() === '')) throw new UnreadableError(noText(leftOut))
    const about = await readAbout(pdf, raw[0] ?? '')
    const apart = pages.flatMap(({ sideways, numbers }) => [
      ...sideways.map((line): [PositionedLine, string] => [line, 'printed sideways']),
      ...numbers.map((line): [PositionedLine, string] => [line, 'line numbers']),
    ])
    const read = readPagedText({
      lines: pages.flatMap((page) => [...page.lines, ...page.sideways, ...page.numbers]),
      outline: await readOutline(pdf),
      title: about.title,
      setAside: new Map(apart),
    })
    const { title, dated, ...known } = about
    if (dated) leftOut.add('date of the PDF file used')
    const article = articleOf({
      ...known,
      title:
        (read.blocks.some(({ role }) => role === 'title') ? read.title : title || read.title) ||
        guessedTitle(read, fileName),
      fileName,
      format: 'pdf',
      encoding: '',
      text: read.text,
      blocks: read.blocks,
      originalText: raw.join('\n\f').toWellFormed(),
      report: [...read.report, ...leftOut.findings].map((line) => ({ ...line })),
    })
    return { kind: 'article', article }
  } finally {
    await pdf.destroy()
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  leftOut: LeftOut,
  progress: ExtractorInput['progress'],
): Promise<PageText[]> {
  const count = pdf.numPages
  if (count > PAGE_LIMIT) {
    const pages = count.toLocaleString('en')
    throw new ContractError(
      'too-large',
      `It has ${pages} pages, more than the limit of 5,000. Split it, then import the parts.`,
    )
  }
  const fonts = new Fonts()
  const pages: PageText[] = []
  let length = 0
  for (let number = 1; number <= count; number += 1) {
    progress(number - 1, count)
    try {
      const page = await pdf.getPage(number)
      const text = await readPage(page, fonts)
      await leftOut.addPage(page)
      page.cleanup()
      pages.push(text)
      length += text.raw.length
    } catch {
      leftOut.add('pages that could not be read')
    }
    if (length > TEXT_LIMIT)
      throw new ContractError(
        'too-large',
        'It has more than 20 million characters. Split it, then import the parts.',
      )
  }
  if (pages.length === 0) throw new UnreadableError('None of its pages can be read: the PDF is damaged.')
  return pages
}

const noText = (leftOut: LeftOut): string =>
  leftOut.findings.some(({ what }) => what.startsWith('pictures'))
    ? 'It has no text: it is a scan. Run text recognition (OCR) on it first, then import the result.'
    : 'It has no text: its pages are empty, or drawn without letters.'
