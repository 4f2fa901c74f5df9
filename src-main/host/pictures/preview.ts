import type { ExportPreview } from '#api/endpoints'
import type { ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { drawPages } from '#domain/formats/export/pages/pages'
import { drawPicture } from '#domain/formats/export/picture/picture'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { svgOf } from '#domain/formats/export/picture/svg'
import { reportOf } from '#domain/formats/export/report/report'
import { today } from '../env'
import { exportFile, requestOf, type ExportAsked } from './export-file'
import { measure } from './text-width'
import { fonts } from './typeface'

/** The most pages, blocks of a report and characters that a preview has. */
const MOST = { pages: 8, blocks: 60, characters: 6000 }

/** The beginning of what an export would write. */
export async function previewOf(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
): Promise<ExportPreview> {
  if (format.kind === 'picture') return pictureOf(format, asked)
  if (format.kind === 'prose' && format.name !== 'report-markdown') {
    const { title, origin, caveat, blocks } = reportOf(requestOf(format, asked), today())
    const shown = blocks.slice(0, MOST.blocks).map((block) => ({
      type: block.type,
      depth: block.type === 'heading' ? block.level : block.depth,
      words:
        block.type === 'quote' ? [{ text: block.text }] : block.words.map(({ to: _, ...words }) => words),
      citation: block.type === 'quote' ? block.citation : '',
    }))
    return { kind: 'report', title, origin, caveat, blocks: shown, isWhole: shown.length === blocks.length }
  }
  const text = Buffer.from((await exportFile(format, asked)).bytes).toString('utf8')
  return { kind: 'text', text: text.slice(0, MOST.characters), isWhole: text.length <= MOST.characters }
}

function pictureOf(format: ExportFormat<ExportFormatName>, asked: ExportAsked): ExportPreview {
  const request = requestOf(format, asked)
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
  }
}
