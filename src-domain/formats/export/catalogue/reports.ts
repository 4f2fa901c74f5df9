import type { ExportFormat } from '../format'

/** What every report leaves out. */
const leavesOut = [
  'positions, groups and colours of cards',
  'tags',
  'the text of articles beyond the passages',
  'definitions of categories',
  'claims and relations that are not on the map',
]

/** Formats of a map as prose. */
export const REPORTS = [
  {
    name: 'report-docx',
    title: 'Report (Word)',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    of: 'map',
    kind: 'prose',
    leavesOut,
  },
  {
    name: 'report-html',
    title: 'Report (web page)',
    extension: 'html',
    mediaType: 'text/html',
    of: 'map',
    kind: 'prose',
    leavesOut,
  },
  {
    name: 'report-markdown',
    title: 'Report (Markdown)',
    extension: 'md',
    mediaType: 'text/markdown',
    of: 'map',
    kind: 'prose',
    leavesOut,
  },
] as const satisfies readonly ExportFormat[]
