import * as v from 'valibot'
import { ForeignSchema, IdSchema, TimeSchema, words, type RecordType } from './record'

/** A named canvas. */
export const MapSchema = v.looseObject({
  id: IdSchema,
  name: v.pipe(words(300), v.minLength(1)),
  created: TimeSchema,
  /** The claims of the presentation, in order. Claims that are not on the map are skipped. */
  steps: v.optional(v.array(IdSchema), []),
  /** A note on the limits of the map, printed below its picture. */
  caveat: v.optional(words(2000), ''),
  foreign: ForeignSchema,
})

export type ArgumentMap = v.InferOutput<typeof MapSchema>

export const map: RecordType<'maps', typeof MapSchema> = { table: 'maps', schema: MapSchema, migrations: [] }

/** Sorts maps by age, oldest first. */
export const mapsInOrder = (maps: Iterable<ArgumentMap>): ArgumentMap[] =>
  [...maps].sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id))
