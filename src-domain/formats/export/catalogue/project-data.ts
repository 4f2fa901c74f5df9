import type { ExportFormat } from '../format'

/** What every CSV file changes. */
const APOSTROPHES = 'an apostrophe stands before words that a spreadsheet would take for a formula'

/** Formats of a whole project for other programs. */
export const PROJECT_DATA = [
  {
    name: 'project-json',
    title: 'Project (JSON)',
    extension: 'json',
    mediaType: 'application/json',
    of: 'project',
    leavesOut: [],
  },
  {
    name: 'claims-csv',
    title: 'Claims and passages (CSV)',
    extension: 'csv',
    mediaType: 'text/csv',
    part: 'claims',
    of: 'project',
    leavesOut: [
      'relations',
      'where cards stand on maps, their groups and colours',
      'the text of articles beyond the passages',
      'definitions of categories',
      APOSTROPHES,
    ],
  },
  {
    name: 'relations-csv',
    title: 'Relations (CSV)',
    extension: 'csv',
    mediaType: 'text/csv',
    part: 'relations',
    of: 'project',
    leavesOut: [
      'passages and articles',
      'claims that no relation joins',
      'answers to critical questions',
      'maps',
      APOSTROPHES,
    ],
  },
] as const satisfies readonly ExportFormat[]
