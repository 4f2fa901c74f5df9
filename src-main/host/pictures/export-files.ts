import { zipSync } from 'fflate'
import type { ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { safeName } from '../data-folder'
import { exportFile, type ExportAsked } from './export-file'
import type { OnProgress } from './export-progress'
import type { ExportedFile } from './export-task'

/** The date of the files in an archive is fixed, so that the same project gives the same archive. */
const DATE = new Date(1980, 0, 1, 12)

/**
 * Exports to bytes, with their media type and a file name. Several maps become a zip file with one file for each, named
 * after the maps.
 */
export async function exportFiles(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
  onProgress?: OnProgress,
): Promise<ExportedFile> {
  const { maps } = asked
  if (format.of !== 'map' || !maps) return exportFile(format, asked, onProgress)
  const files = new Map<string, Uint8Array>()
  const taken = new Set<string>()
  for (const map of maps) {
    const { fileName, bytes } = await exportFile(format, { ...asked, map }, onProgress)
    files.set(freeName(fileName, taken), bytes)
  }
  const name = [safeName(asked.project.about.title) || 'Counterpoint', format.part, 'maps']
  return {
    fileName: `${name.filter(Boolean).join(' ')}.zip`,
    mediaType: 'application/zip',
    bytes: zipSync(Object.fromEntries(files), { mtime: DATE }),
  }
}

/** A name that no other file of the archive has, whatever its capitals: two maps may have the same name. */
function freeName(fileName: string, taken: Set<string>): string {
  const [, stem = fileName, ending = ''] = /^(.*)(\.[^.]+)$/.exec(fileName) ?? []
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${stem} ${number}${ending}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
