import * as v from 'valibot'
import { SourceSchema } from './source'

/** What reading a file gives: a source without the two fields that the project adds to it. */
export const ArticleSchema = v.omit(SourceSchema, ['id', 'added'])

export type Article = v.InferOutput<typeof ArticleSchema>
