import type { ExportFormatName } from './catalogue'
import { writeAif, writeOva } from '../interchange/aif/write-aif'
import { writeAgxml } from '../interchange/agxml/write-agxml'
import { writeBrat } from '../interchange/brat/write-brat'
import { writeHypothesis } from '../interchange/hypothesis/write-hypothesis'
import { writeKialo } from '../interchange/kialo/write-kialo'
import { writeQdc } from '../interchange/qdpx/write-qdc'
import { writeQdpx } from '../interchange/qdpx/write-qdpx'
import { writeSadface } from '../interchange/sadface/write-sadface'
import { writeWebAnnotation } from '../interchange/web-annotation/write-web-annotation'
import { writeArgdown } from './graph/argdown'
import { writeDot } from './graph/dot'
import { writeGraphml } from './graph/graphml'
import { writeJsonCanvas } from './graph/json-canvas'
import { writeMermaid } from './graph/mermaid'
import { writePdf } from './picture/pdf'
import { writePng } from './picture/png'
import { writePngTiles } from './picture/png-tiles'
import { writeSvg } from './picture/svg'
import { writeMapJson } from './project/map-json'
import { writeProjectJson } from './project/project-json'
import { writeReportDocx } from './report/report-docx'
import { writeReportHtml } from './report/report-html'
import { writeReportMarkdown } from './report/report-markdown'
import { writeClaimsCsv } from './table/claims-csv'
import { writeMatrixCsv } from './table/matrix-csv'
import { writeMatrixXlsx } from './table/matrix-xlsx'
import { writeRelationsCsv } from './table/relations-csv'
import { writeTablesXlsx } from './table/tables-xlsx'
import type { ExportWriter } from './writer'

/** The writer of each format in the catalogue. Only the host imports this. */
export const EXPORT_WRITERS: Readonly<Record<ExportFormatName, ExportWriter>> = {
  svg: writeSvg,
  png: writePng,
  'png-tiles': writePngTiles,
  pdf: writePdf,
  'report-docx': writeReportDocx,
  'report-html': writeReportHtml,
  'report-markdown': writeReportMarkdown,
  'map-json': writeMapJson,
  aif: writeAif,
  ova: writeOva,
  sadface: writeSadface,
  agxml: writeAgxml,
  kialo: writeKialo,
  graphml: writeGraphml,
  dot: writeDot,
  mermaid: writeMermaid,
  'json-canvas': writeJsonCanvas,
  argdown: writeArgdown,
  'project-json': writeProjectJson,
  qdpx: writeQdpx,
  qdc: writeQdc,
  'web-annotation': writeWebAnnotation,
  hypothesis: writeHypothesis,
  brat: writeBrat,
  'claims-csv': writeClaimsCsv,
  'relations-csv': writeRelationsCsv,
  'tables-xlsx': writeTablesXlsx,
  'matrix-csv': writeMatrixCsv,
  'matrix-xlsx': writeMatrixXlsx,
}
