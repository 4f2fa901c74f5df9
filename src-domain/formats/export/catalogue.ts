import { MAP_DATA } from './catalogue/map-data'
import { PICTURES } from './catalogue/pictures'
import { PROJECT_DATA } from './catalogue/project-data'
import { REPORTS } from './catalogue/reports'
import type { ExportFormat } from './format'

const FORMATS = [...PICTURES, ...REPORTS, ...MAP_DATA, ...PROJECT_DATA] as const

export type ExportFormatName = (typeof FORMATS)[number]['name']

/**
 * Every format that can be exported, in the order of the dialog. The page, the dialogs and the command line read this
 * list; what writes the files is in `writers.ts`, which the page does not import.
 */
export const EXPORT_FORMATS: readonly ExportFormat<ExportFormatName>[] = FORMATS

/** The format of that name; undefined when there is none. */
export const exportFormatNamed = (name: string): ExportFormat<ExportFormatName> | undefined =>
  EXPORT_FORMATS.find((format) => format.name === name)
