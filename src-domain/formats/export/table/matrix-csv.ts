import type { ExportWriter } from '../writer'
import { csv, separatorOf } from './csv'
import { matrixSheets } from './matrix-sheet'

/** Writes all matrices of a project as CSV, one below the other. */
export const writeMatrixCsv: ExportWriter = async ({ project, separator }, env) => {
  const sheets = matrixSheets(project)
  const between = separatorOf(separator, env)
  if (sheets.length === 0) return csv([['This project has no matrix.']], between)
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
    between,
  )
}
