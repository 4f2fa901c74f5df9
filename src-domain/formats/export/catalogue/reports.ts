import type { ExportFormat } from '../format'
import type { ContentName } from '../left-out/contents'

/** What every report leaves out. */
const loses = [
  'positions',
  'colours',
  'pins',
  'groups',
  'presentations',
  'tags',
  'texts',
  'definitions',
  'otherMaps',
  'elsewhere',
  'idleArticles',
] as const satisfies readonly ContentName[]

/** Formats of a map as prose. */
export const REPORTS = [
  {
    name: 'report-docx',
    title: 'Report (Word)',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    of: 'map',
    kind: 'prose',
    loses,
  },
  {
    name: 'report-html',
    title: 'Report (web page)',
    extension: 'html',
    mediaType: 'text/html',
    of: 'map',
    kind: 'prose',
    loses,
  },
  {
    name: 'report-markdown',
    title: 'Report (Markdown)',
    extension: 'md',
    mediaType: 'text/markdown',
    of: 'map',
    kind: 'prose',
    loses,
  },
] as const satisfies readonly ExportFormat[]
