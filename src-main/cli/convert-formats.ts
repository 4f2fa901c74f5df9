import { EXPORT_FORMATS, exportFormatNamed, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { PROJECT_ENDINGS } from '#domain/formats/import/catalogue'
import { UsageError } from './command'

export type ExportName = ExportFormatName

/** Other names for formats, as those who use them say. */
const ALSO: Readonly<Record<string, ExportName>> = { counterpoint: 'project-json', canvas: 'json-canvas' }

/**
 * The format in which to write a file: the one that is named, else that of the file's ending.
 * @throws UsageError if there is none, or several
 */
export function exportFormatFor(name: string | undefined, file: string): ExportFormat<ExportName> {
  const known = EXPORT_FORMATS.map((format) => format.name).join(', ')
  if (name !== undefined) {
    const format = exportFormatNamed(Object.hasOwn(ALSO, name) ? ALSO[name]! : name)
    if (format) return format
    throw new UsageError(`There is no format “${name}” to write. Choose one of these: ${known}.`)
  }
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  if (PROJECT_ENDINGS.some((each) => each === ending)) return exportFormatNamed('project-json')!
  const [format, ...others] = EXPORT_FORMATS.filter(({ extension }) => extension === ending)
  if (format && others.length === 0) return format
  throw new UsageError(`The name “${file}” does not tell the format to write. Name one with --to: ${known}.`)
}
