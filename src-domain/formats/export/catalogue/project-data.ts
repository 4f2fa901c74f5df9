import type { ExportFormat } from '../format'

/** What every CSV file changes. */
const APOSTROPHES =
  'an apostrophe is added before words that a spreadsheet would read as a formula, also within a text'

/** What every matrix leaves out. */
const MATRICES_LEAVE_OUT = [
  'the map: relations, passages and positions of cards',
  'notes on cells, and ratings of other analysts that agree with yours',
  'claims that are in no matrix',
]

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
    name: 'qdpx',
    title: 'Coded articles for NVivo, ATLAS.ti and MAXQDA (REFI-QDA)',
    extension: 'qdpx',
    mediaType: 'application/zip',
    of: 'project',
    leavesOut: [
      'relations with linked premises, undercuts and backings (a link joins two things)',
      'schemes, warrants, strengths, answers and notes of relations',
      'which claims are unstated',
      'groups and colours of cards',
      'passages that were lost or are ambiguous',
      'details of articles but their title',
      'matrices, scenarios and judgements',
      'when Counterpoint reads it again: all maps but the first',
    ],
  },
  {
    name: 'qdc',
    title: 'Codebook for NVivo, ATLAS.ti and MAXQDA (REFI-QDA)',
    extension: 'qdc',
    mediaType: 'application/xml',
    of: 'project',
    leavesOut: ['everything but categories and tags'],
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
  {
    name: 'tables-xlsx',
    title: 'Claims, passages and relations (Excel)',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    part: 'tables',
    of: 'project',
    leavesOut: [
      'positions, groups and colours of cards',
      'the text of articles beyond the passages',
      'answers to critical questions',
      'definitions of categories',
      'the rest of a text of over 32,767 characters, which Excel cannot hold',
    ],
  },
  {
    name: 'matrix-xlsx',
    title: 'Matrices (Excel)',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    part: 'matrices',
    of: 'project',
    leavesOut: MATRICES_LEAVE_OUT,
  },
  {
    name: 'matrix-csv',
    title: 'Matrices (CSV)',
    extension: 'csv',
    mediaType: 'text/csv',
    part: 'matrices',
    of: 'project',
    leavesOut: [...MATRICES_LEAVE_OUT, APOSTROPHES],
  },
] as const satisfies readonly ExportFormat[]
