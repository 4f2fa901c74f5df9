import { ContractError } from '#api/errors'
import type { ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { partOf, restricted, type Part } from '#domain/formats/export/part'
import type { SharedText } from '#domain/reuse/find'
import { reuseIn, reuseOf } from '#domain/reuse/reuse'
import { supposedBy, type SupposedIds } from '#domain/weighing/supposing'
import type { ExportRequest } from '#domain/formats/export/writer'
import { EXPORT_WRITERS } from '#domain/formats/export/writers'
import { safeName } from '../data-folder'
import { listSeparator, today, uuid } from '../env'
import { withChecksum } from '../files/file-checksum'
import type { ExportProgress, OnProgress } from './export-progress'
import { paginate } from './write-pdf'
import { rasterise } from './rasterise'
import { tile } from './tiles'
import { measure } from './text-width'
import { fonts } from './typeface'

/** What to export: a whole project or map, or a part of the map. */
export type ExportAsked = Omit<ExportRequest, 'only' | 'supposing' | 'reuse'> &
  Part & {
    readonly supposing?: SupposedIds | undefined
    /** The text that the articles share; they are compared if it is not known. */
    readonly shared?: readonly SharedText[] | undefined
    /** Several maps instead of one. */
    readonly maps?: readonly string[] | undefined
  }

/** Exports a map or a project to bytes, with their media type and a file name. */
export async function exportFile(
  format: ExportFormat<ExportFormatName>,
  asked: ExportAsked,
  onProgress?: OnProgress,
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  const { project, map: id } = asked
  const map = project.maps.get(id)
  if (format.of === 'map' && !map)
    throw new ContractError('not-found', 'That map is no longer in the project.')
  const request = requestOf(format, asked, onProgress)
  const title = format.of === 'map' && map ? map.name : project.about.title
  const content = await EXPORT_WRITERS[format.name](request, {
    today: today(),
    listSeparator: listSeparator(),
    uuid,
    measure,
    fonts: fonts(),
    sealed: withChecksum,
    rasterise: (picture, scale) => rasterise(picture, scale, onProgress),
    tile: (picture, scale) => tile(picture, scale, onProgress),
    paginate: (pages) => paginate(pages, onProgress),
  })
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const name = [safeName(title) || 'Counterpoint', format.part].filter(Boolean).join(' ')
  return { fileName: `${name}.${format.extension}`, mediaType: format.mediaType, bytes }
}

/** The request of a writer. Throws `not-found` if the part of the map is empty. */
export function requestOf(
  format: ExportFormat,
  { claims, branch, asOnScreen, supposing, shared, ...rest }: ExportAsked,
  onProgress?: OnProgress,
): ExportRequest {
  const { project, map } = rest
  const only = format.of === 'map' ? partOf(project, map, { claims, branch, asOnScreen }) : undefined
  if (only?.size === 0)
    throw new ContractError('not-found', 'None of the requested cards is on that map. Nothing was exported.')
  const request = {
    ...rest,
    ...(only && { only }),
    ...(supposing && { supposing: supposedBy(supposing) }),
  }
  // Pictures and reports say something of the whole map: the number of each claim.
  if (!format.kind) return { ...request, project: restricted(request) }
  const comparing = (progress: ExportProgress) => onProgress?.({ ...progress, step: 'compare' })
  return { ...request, reuse: shared ? reuseOf(project, shared) : reuseIn(project, comparing) }
}
