import * as v from 'valibot'
import { SourceSchema } from './source'

/** An article as an importer reads it: a source without the fields that the project adds. */
export const ArticleSchema = v.omit(SourceSchema, ['id', 'added', 'foreign'])

export type Article = v.InferOutput<typeof ArticleSchema>
