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
import { reportPictures } from '#domain/formats/export/report/report-pictures'
import type { ExportRequest } from '#domain/formats/export/writer'
import { today } from '../env'
import { exportFile, requestOf, type ExportAsked } from './export-file'
import type { OnProgress } from './export-progress'
import { linesOf } from './raster-text'
import { signsLacking } from './sign-pictures'
import { measure } from './text-width'
import { fonts } from './typeface'

/** The most pages, blocks of a report and characters that a preview has. */
const MOST = { pages: 8, blocks: 60, characters: 6000 }

/** Pixels per point. */
const PIXELS = 4 / 3

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
  if (format.kind === 'prose' && format.name !== 'report-markdown')
    return reportPreview(format, requestOf(format, asked, onProgress))
  const readable = exportFormatNamed(SHOWN_AS[format.name] ?? format.name) ?? format
  const { bytes } = await exportFile(readable, asked, onProgress)
  const shown = readablePart(format.name, bytes)
  const text = Buffer.from(shown).toString('utf8')
  return { kind: 'text', text: text.slice(0, MOST.characters), isWhole: text.length <= MOST.characters }
}

function reportPreview(format: ExportFormat<ExportFormatName>, request: ExportRequest): ExportPreview {
  const { blocks, ...head } = reportOf(request, today())
  const { pictures, instead } = reportPictures(request, { measure, today: today() })
  const shown = blocks.slice(0, MOST.blocks).map(shownBlock)
  return {
    ...{ kind: 'report', ...head, instead },
    pictures: pictures.map(({ picture, alt, width, height }) => ({
      ...{ svg: svgOf(picture, fonts()), alt },
      ...{ width: Math.round(width * PIXELS), height: Math.round(height * PIXELS) },
    })),
    lacking: format.name === 'report-docx' ? lackingIn(pictures.map(({ picture }) => picture)) : [],
    blocks: shown,
    isWhole: shown.length === blocks.length,
  }
}

/** The signs that are drawn as boxes where a picture does not keep its text. */
const lackingIn = (pictures: readonly Picture[]): string[] =>
  signsLacking(pictures.flatMap(({ drawing }) => linesOf(drawing)))

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
    lacking: format.name === 'svg' ? [] : lackingIn(pages),
  }
}
