import { unzipSync } from 'fflate'
import type { ExportPreview } from '#api/endpoints/export'
import { exportFormatNamed, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { drawPages } from '#domain/formats/export/pages/pages'
import { drawPicture } from '#domain/formats/export/picture/picture'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { svgOf } from '#domain/formats/export/picture/svg'
import { reportOf } from '#domain/formats/export/report/report'
import type { ReportBlock } from '#domain/formats/export/report/report-blocks'
import { today } from '../env'
import { exportFile, requestOf, type ExportAsked } from './export-file'
import type { OnProgress } from './export-progress'
import { linesOf } from './raster-text'
import { signsLacking } from './sign-pictures'
import { measure } from './text-width'
import { fonts } from './typeface'

/** The most pages, blocks of a report and characters that a preview has. */
const MOST = { pages: 8, blocks: 60, characters: 6000 }

/** A workbook is shown as a table that it holds. */
const SHOWN_AS: Partial<Record<ExportFormatName, ExportFormatName>> = {
  'matrix-xlsx': 'matrix-csv',
  'tables-xlsx': 'claims-csv',
}

/** The beginning of what an export would write. */
export async function previewOf(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
  onProgress?: OnProgress,
): Promise<ExportPreview> {
  if (format.kind === 'picture') return pictureOf(format, asked, onProgress)
  if (format.kind === 'prose' && format.name !== 'report-markdown') {
    const { title, origin, caveat, blocks } = reportOf(requestOf(format, asked, onProgress), today())
    const shown = blocks.slice(0, MOST.blocks).map(shownBlock)
    return { kind: 'report', title, origin, caveat, blocks: shown, isWhole: shown.length === blocks.length }
  }
  const readable = exportFormatNamed(SHOWN_AS[format.name] ?? format.name) ?? format
  const { bytes } = await exportFile(readable, asked, onProgress)
  const shown = readablePart(format.name, bytes)
  const text = Buffer.from(shown).toString('utf8')
  return { kind: 'text', text: text.slice(0, MOST.characters), isWhole: text.length <= MOST.characters }
}

/** What of an archive is shown: the project file of REFI-QDA, the first annotations of brat. */
function readablePart(format: ExportFormatName, bytes: Uint8Array): Uint8Array {
  if (format !== 'qdpx' && format !== 'brat') return bytes
  const files = Object.entries(unzipSync(bytes))
  return files.find(([name]) => /\.(?:qde|ann)$/.test(name))?.[1] ?? new Uint8Array()
}

const shownBlock = (block: ReportBlock) => ({
  type: block.type,
  depth: block.type === 'heading' ? block.level : block.depth,
  words: 'words' in block ? block.words.map(({ to: _, ...words }) => words) : wordsOf(block),
  citation: block.type === 'quote' ? block.citation : '',
  rows: block.type === 'table' ? [block.head, ...block.rows].map((cells) => [...cells]) : [],
})

const wordsOf = (block: ReportBlock & { type: 'quote' | 'table' }) =>
  block.type === 'quote' ? [{ text: block.text }] : []

function pictureOf(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
  onProgress?: OnProgress,
): ExportPreview {
  const request = requestOf(format, asked, onProgress)
  const { pages, wording } =
    format.name === 'pdf'
      ? drawPages(request, { measure, today: today() })
      : { pages: [drawPicture(request, measure)], wording: null }
  const scale = format.name === 'pdf' || format.name === 'svg' ? 1 : request.scale
  const size = ({ page }: Picture) => ({
    width: Math.round(page.width * scale),
    height: Math.round(page.height * scale),
  })
  return {
    kind: 'picture',
    pages: pages.slice(0, MOST.pages).map((page) => ({ svg: svgOf(page, fonts()), ...size(page) })),
    count: pages.length,
    wording,
    lacking: format.name === 'svg' ? [] : signsLacking(pages.flatMap(({ drawing }) => linesOf(drawing))),
  }
}
