import type { Row, Sheet } from 'write-excel-file/universal'
import { firstUnits } from '../../../anchoring/pairs'
import { writable } from '../picture/svg-xml'
import type { ExportWriter } from '../writer'
import { CLAIM_COLUMNS, claimRows } from './claims-csv'
import type { Cell } from './csv'
import { RELATION_COLUMNS, relationRows } from './relations-csv'
import { workbook } from './workbook'

/** Writes all claims with their passages, and all relations, as an Excel workbook. Every text is a text, never a formula. */
export const writeTablesXlsx: ExportWriter = async ({ project }) =>
  workbook([
    sheetOf('Claims', CLAIM_COLUMNS, claimRows(project)),
    sheetOf('Relations', RELATION_COLUMNS, relationRows(project)),
  ])

/** The most UTF-16 units that a cell of Excel holds. */
const LONGEST = 32_767
/** The widths of columns with wordings, and of the others. Characters. */
const [WIDE, NARROW] = [48, 16]
const WORDINGS = ['claim', 'note', 'passage', 'premise', 'target', 'warrant']

const sheetOf = (
  sheet: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Sheet<never> => ({
  sheet,
  data: [
    columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row): Row => row.map(cell)),
  ],
  columns: columns.map((column) => ({ width: WORDINGS.includes(column) ? WIDE : NARROW })),
  stickyRowsCount: 1,
})

const cell = (value: Cell) =>
  typeof value === 'string'
    ? { value: shortened(writable(value)), type: String, wrap: true, alignVertical: 'top' as const }
    : { value, type: typeof value === 'number' ? Number : Boolean, alignVertical: 'top' as const }

const shortened = (text: string): string =>
  text.length > LONGEST ? `${firstUnits(text, LONGEST - 1)}…` : text
