import { ContractError } from '#api/errors'
import { EXPORT_FORMATS, exportFormatNamed, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'

/** The format of that name. Throws `unsupported` with the names of all formats. */
export function exportFormat(name: string): ExportFormat<ExportFormatName> {
  const format = exportFormatNamed(name)
  if (format) return format
  const known = EXPORT_FORMATS.map((each) => each.name).join(', ')
  throw new ContractError('unsupported', `There is no format “${name}”. Choose one of these: ${known}.`)
}
