import { argdown } from './argdown'
import { claimsCsv } from './claims-csv'
import { dot } from './dot'
import type { ExportFormat } from './format'
import { graphml } from './graphml'
import { jsonCanvas } from './json-canvas'
import { mapJson } from './map-json'
import { mermaid } from './mermaid'
import { pdf } from './pdf'
import { png } from './png'
import { pngTiles } from './png-tiles'
import { projectJson } from './project-json'
import { relationsCsv } from './relations-csv'
import { reportDocx } from './report-docx'
import { reportHtml } from './report-html'
import { reportMarkdown } from './report-markdown'
import { svg } from './svg'

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
