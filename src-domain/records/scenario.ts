import * as v from 'valibot'
import { ForeignSchema, IdSchema, words, type RecordType } from './record'

/** What is supposed together, under a name: sources, claims and relations off, and claims true. */
export const ScenarioSchema = v.looseObject({
  id: IdSchema,
  name: v.pipe(words(300), v.minLength(1)),
  sources: v.array(IdSchema),
  claims: v.array(IdSchema),
  relations: v.array(IdSchema),
  given: v.array(IdSchema),
  note: v.optional(words(200_000), ''),
  foreign: ForeignSchema,
})

export type Scenario = v.InferOutput<typeof ScenarioSchema>

export const scenario: RecordType<'scenarios', typeof ScenarioSchema> = {
  table: 'scenarios',
  schema: ScenarioSchema,
  migrations: [],
}
