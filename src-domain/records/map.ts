import * as v from 'valibot'
import { IdSchema, TimeSchema, words, type RecordType } from './record'

/** A named canvas. */
export const MapSchema = v.looseObject({
  id: IdSchema,
  name: v.pipe(words(300), v.minLength(1)),
  created: TimeSchema,
  /** The claims to show one after the other when the map is presented; those that do not stand on it are passed over. */
  steps: v.optional(v.array(IdSchema), []),
  /** What a picture of the map says of its limits, below it. */
  caveat: v.optional(words(2000), ''),
})

export type ArgumentMap = v.InferOutput<typeof MapSchema>

export const map: RecordType<'maps', typeof MapSchema> = { table: 'maps', schema: MapSchema, migrations: [] }

/** The oldest first. */
export const mapsInOrder = (maps: Iterable<ArgumentMap>): ArgumentMap[] =>
  [...maps].sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id))
