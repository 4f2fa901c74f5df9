import * as v from 'valibot'
import { ForeignSchema, IdSchema, TimeSchema, words, type RecordType } from './record'

/** A matrix of hypotheses against evidence (Heuer 1999, chapter 8). Its rows are records of their own. */
export const MatrixSchema = v.looseObject({
  id: IdSchema,
  title: words(300),
  /** The question that the hypotheses answer. */
  question: v.optional(words(20_000), ''),
  /** Claims, in the order of the columns. */
  hypotheses: v.array(IdSchema),
  /** Whether at most one hypothesis is true. */
  exclusive: v.optional(v.boolean(), true),
  /** Whether at least one hypothesis is true. */
  complete: v.optional(v.boolean(), false),
  /** Whether scores weigh rows by credibility and relevance. */
  weighted: v.optional(v.boolean(), true),
  note: v.optional(words(200_000), ''),
  created: TimeSchema,
  foreign: ForeignSchema,
})

export type Matrix = v.InferOutput<typeof MatrixSchema>

export const matrix: RecordType<'matrices', typeof MatrixSchema> = {
  table: 'matrices',
  schema: MatrixSchema,
  migrations: [],
}

/** Sorts matrices by age, then by id. */
export const matricesInOrder = (matrices: Iterable<Matrix>): Matrix[] =>
  [...matrices].sort((a, b) => a.created.localeCompare(b.created) || (a.id < b.id ? -1 : 1))

/** The matrix that is open in a project: the first if it does not have that one. */
export const openMatrix = (
  { matrices }: { readonly matrices: ReadonlyMap<string, Matrix> },
  id: string | undefined,
): Matrix | undefined => matrices.get(id ?? '') ?? matricesInOrder(matrices.values())[0]
