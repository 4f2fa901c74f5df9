import * as v from 'valibot'
import { AuthorSchema, ForeignSchema, IdSchema, words, type RecordType } from './record'

/** From very consistent to very inconsistent; N can be read both ways, NA does not apply. */
export const RATINGS = ['CC', 'C', 'N', 'NA', 'I', 'II'] as const

export type Rating = (typeof RATINGS)[number]

/**
 * How consistent the evidence of a row is with a hypothesis of its matrix, in the judgement of one analyst. Where the map
 * has a relation between the two, the map counts and the cell is kept beside it.
 */
export const MatrixCellSchema = v.looseObject({
  id: IdSchema,
  row: IdSchema,
  hypothesis: IdSchema,
  /** Empty for a note alone. */
  rating: v.picklist(['', ...RATINGS]),
  /** Empty for the analyst who works here; else the name of another. */
  analyst: v.optional(words(300), ''),
  note: v.optional(words(20_000), ''),
  /** Who gave the rating; absent if not known. */
  by: v.optional(AuthorSchema),
  foreign: ForeignSchema,
})

export type MatrixCell = v.InferOutput<typeof MatrixCellSchema>

export const matrixCell: RecordType<'cells', typeof MatrixCellSchema> = {
  table: 'cells',
  schema: MatrixCellSchema,
  migrations: [],
}
