import type { CellObject, Row, Sheet } from 'write-excel-file/universal'
import { firstUnits } from '../../../anchoring/pairs'
import { writable } from '../picture/svg-xml'
import type { ExportWriter } from '../writer'
import { FACTS, matrixSheets, type MatrixSheet } from './matrix-sheet'
import { workbook } from './workbook'

/** Writes all matrices of a project as an Excel workbook with a sheet for each. Every text is a text, never a formula. */
export const writeMatrixXlsx: ExportWriter = async ({ project }) => {
  const matrices = matrixSheets(project)
  const names = sheetNames(matrices.map(({ title }) => title))
  const sheets = matrices.map((matrix, i) => sheetOf(matrix, names[i]!))
  const empty: Sheet<never> = { sheet: 'Matrices', data: [[text('This project has no matrix.')]] }
  return workbook(sheets.length > 0 ? sheets : [empty])
}

/** The widths of the columns before those of the hypotheses, and of those. Characters. */
const WIDTHS = [6, 48, 12, 8, 16, 11, 11, 12, 22, 24]
const HYPOTHESIS = 22
const AGAINST: Readonly<Record<string, string>> = { I: '#f3dcdc', II: '#e2b4b4' }

function sheetOf({ head, columns, rows, scores, sentences }: MatrixSheet, name: string): Sheet<never> {
  const data: Row[] = [
    ...head.map(([title = '', value = '']) => [bold(title), text(value)]),
    [],
    columns.map((column) => ({ ...bold(column), wrap: true, alignVertical: 'top' as const })),
    ...rows.map((row) =>
      row.map((cell, i) => (i < FACTS.length ? { ...text(cell), wrap: i < 2 || i > 7 } : rating(cell))),
    ),
    ...scores.map((row) =>
      row.map((cell) =>
        typeof cell === 'number' ? { value: cell, type: Number, format: '0.0' } : bold(cell),
      ),
    ),
    [],
    ...sentences.map((sentence) => [null, text(sentence)]),
  ]
  const hypotheses = columns.slice(FACTS.length).map(() => HYPOTHESIS)
  return {
    sheet: name,
    data,
    columns: [...WIDTHS, ...hypotheses].map((width) => ({ width })),
    stickyRowsCount: head.length + 2,
    stickyColumnsCount: 2,
    orientation: 'landscape',
  }
}

const text = (value: string): CellObject => ({ value: writable(value), type: String, alignVertical: 'top' })

const bold = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold' })

function rating(value: string): CellObject {
  const backgroundColor = AGAINST[value]
  return { ...text(value), align: 'center', ...(backgroundColor && { backgroundColor }) }
}

/** The most characters that Excel allows in the name of a sheet. */
const LONGEST_NAME = 31

/** Names for sheets as Excel allows them: short, without some signs, each another. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain =
      writable(title)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[' ]+|[' ]+$/g, '') || 'Matrix'
    let name = firstUnits(plain, LONGEST_NAME)
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      name = `${firstUnits(plain, LONGEST_NAME - 5)} ${count}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}
