import type { ExportFormat } from '../format'

/** What every CSV file changes. */
const APOSTROPHES = 'an apostrophe is added before words that a spreadsheet would read as a formula'

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
      'positions, groups and colours of cards',
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
      'claims without relations',
      'answers to critical questions',
      'maps',
      APOSTROPHES,
    ],
  },
] as const satisfies readonly ExportFormat[]
