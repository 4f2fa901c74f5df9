import { ContractError } from '#api/errors'
import type { ExportFormat, ExportRequest } from '#domain/formats/export/format'
import { EXPORT_FORMATS, exportFormatNamed } from '#domain/formats/export/registry'
import { safeName } from './data-folder'
import { rasterise } from './rasterise'
import { fonts, measure } from './typeface'

/** The format of that name. Throws `unsupported` with the names that there are. */
export function exportFormat(name: string): ExportFormat {
  const format = exportFormatNamed(name)
  if (format) return format
  const known = EXPORT_FORMATS.map((each) => each.name).join(', ')
  throw new ContractError('unsupported', `There is no format “${name}”. What there is: ${known}.`)
}

/** The bytes of an export and a name for its file. */
export async function exportFile(
  format: ExportFormat,
  request: ExportRequest,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const map = request.project.maps.get(request.map)
  if (format.of === 'map' && !map)
    throw new ContractError('not-found', 'That map is no longer in the project.')
  const title = format.of === 'map' && map ? map.name : request.project.about.title
  const content = await format.write(request, { measure, fonts: fonts(), rasterise })
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const name = [safeName(title) || 'Counterpoint', format.part].filter(Boolean).join(' ')
  return { fileName: `${name}.${format.extension}`, bytes }
}
