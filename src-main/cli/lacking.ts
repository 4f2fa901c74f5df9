import type { ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { lackingSigns } from '#domain/formats/export/left-out/lacking-signs'
import type { ExportAsked } from '#host/pictures/export-file'
import type { Terminal } from './command'

/** Says which signs are boxes in a picture or in the pictures of a report. */
export async function tellLacking(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
  terminal: Terminal,
): Promise<void> {
  const isDrawn = (format.kind === 'picture' && format.name !== 'svg') || format.name === 'report-docx'
  if (!isDrawn) return
  const { previewOf } = await import('#host/pictures/preview')
  const lacking = new Set<string>()
  for (const map of asked.maps ?? [asked.map]) {
    const preview = await previewOf(format, { ...asked, map })
    for (const sign of preview.kind === 'text' ? [] : preview.lacking) lacking.add(sign)
  }
  if (lacking.size === 0) return
  const keeps = format.kind === 'picture' ? 'SVG' : 'The text'
  terminal.complain(`counterpoint: ${lackingSigns([...lacking], keeps)}`)
}
