import * as v from 'valibot'
import { ForeignSchema, IdSchema, words, type RecordType } from './record'

export const WEIGHTS = ['low', 'medium', 'high'] as const

export type Weight = (typeof WEIGHTS)[number]

/** A claim as evidence in a matrix. A claim has at most one row of each reading in a matrix, and is no hypothesis of it. */
export const MatrixRowSchema = v.looseObject({
  id: IdSchema,
  matrix: IdSchema,
  claim: IdSchema,
  /** Sorts the rows; equals are sorted by id. */
  position: v.pipe(v.number(), v.safeInteger()),
  /** Whether the evidence is taken at face value or as deception, where a claim has a row of each. */
  reading: v.optional(v.picklist(['', 'face', 'deception']), ''),
  /** `awaited`: an indicator that was not seen yet. */
  seen: v.optional(v.picklist(['', 'awaited']), ''),
  /** Empty to derive it from the force of the claim. */
  credibility: v.optional(v.picklist(['', ...WEIGHTS]), ''),
  relevance: v.optional(v.picklist(['', ...WEIGHTS]), ''),
  note: v.optional(words(200_000), ''),
  foreign: ForeignSchema,
})

export type MatrixRow = v.InferOutput<typeof MatrixRowSchema>

export const matrixRow: RecordType<'rows', typeof MatrixRowSchema> = {
  table: 'rows',
  schema: MatrixRowSchema,
  migrations: [],
}
