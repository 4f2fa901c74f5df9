import { argdown } from './graph/argdown'
import { claimsCsv } from './table/claims-csv'
import { dot } from './graph/dot'
import type { ExportFormat } from './format'
import { graphml } from './graph/graphml'
import { jsonCanvas } from './graph/json-canvas'
import { mapJson } from './project/map-json'
import { mermaid } from './graph/mermaid'
import { pdf } from './picture/pdf'
import { png } from './picture/png'
import { pngTiles } from './picture/png-tiles'
import { projectJson } from './project/project-json'
import { relationsCsv } from './table/relations-csv'
import { reportDocx } from './report/report-docx'
import { reportHtml } from './report/report-html'
import { reportMarkdown } from './report/report-markdown'
import { svg } from './picture/svg'

/** Every format that can be exported; the dialog, the menus and the command line read this list. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  svg,
  png,
  pngTiles,
  pdf,
  reportDocx,
  reportHtml,
  reportMarkdown,
  mapJson,
  graphml,
  dot,
  mermaid,
  jsonCanvas,
  argdown,
  projectJson,
  claimsCsv,
  relationsCsv,
]

/** The format of that name; undefined when there is none. */
export const exportFormatNamed = (name: string): ExportFormat | undefined =>
  EXPORT_FORMATS.find((format) => format.name === name)
