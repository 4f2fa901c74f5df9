import type { ExportFormat } from '../format'
import type { ContentName } from '../left-out/contents'
import { LOOKS } from '../left-out/usual'

/** What every report leaves out. */
const loses = [
  'presentations',
  'tags',
  'texts',
  'definitions',
  'otherMaps',
  'elsewhere',
  'idleArticles',
] as const satisfies readonly ContentName[]

/** What only the picture of a report shows. */
const limits = ['positions, colours and groups of cards, except in the picture of the map']

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
    limits,
  },
  {
    name: 'report-html',
    title: 'Report (web page)',
    extension: 'html',
    mediaType: 'text/html',
    of: 'map',
    kind: 'prose',
    loses,
    limits,
  },
  {
    name: 'report-markdown',
    title: 'Report (Markdown)',
    extension: 'md',
    mediaType: 'text/markdown',
    of: 'map',
    kind: 'prose',
    loses: [...LOOKS, 'groups', ...loses],
  },
] as const satisfies readonly ExportFormat[]
