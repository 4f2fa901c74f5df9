import type { ExportWriter } from '../writer'
import { csv } from './csv'
import { matrixSheets } from './matrix-sheet'

/** Writes all matrices of a project as CSV, one below the other. */
export const writeMatrixCsv: ExportWriter = async ({ project }) => {
  const sheets = matrixSheets(project)
  if (sheets.length === 0) return csv([['This project has no matrix.']])
  return csv(
    sheets.flatMap(({ head, columns, rows, scores, sentences }, i) => [
      ...(i > 0 ? [[]] : []),
      ...head,
      [],
      columns,
      ...rows,
      ...scores,
      [],
      ...sentences.map((sentence) => [sentence]),
    ]),
  )
}
