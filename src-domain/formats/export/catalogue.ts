import { MAP_DATA } from './catalogue/map-data'
import { PICTURES } from './catalogue/pictures'
import { PROJECT_DATA } from './catalogue/project-data'
import { REPORTS } from './catalogue/reports'
import type { ExportFormat } from './format'

const FORMATS = [...PICTURES, ...REPORTS, ...MAP_DATA, ...PROJECT_DATA] as const

export type ExportFormatName = (typeof FORMATS)[number]['name']

/**
 * All export formats, in the order of the dialog. The page, the dialogs and the command line use this list. The writers
 * are in `writers.ts`, which the page must not import.
 */
export const EXPORT_FORMATS: readonly ExportFormat<ExportFormatName>[] = FORMATS

/** The export format with a name; undefined if there is none. */
export const exportFormatNamed = (name: string): ExportFormat<ExportFormatName> | undefined =>
  EXPORT_FORMATS.find((format) => format.name === name)
