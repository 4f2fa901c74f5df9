import * as v from 'valibot'
import { CoordinateSchema, IdSchema, type RecordType } from './record'

/** Where a claim stands on a map: the top left corner of its card, in map pixels. A claim stands once on a map. */
export const PlacementSchema = v.looseObject({
  id: IdSchema,
  map: IdSchema,
  claim: IdSchema,
  x: CoordinateSchema,
  y: CoordinateSchema,
  collapsed: v.boolean(),
  pinned: v.boolean(),
})

export type Placement = v.InferOutput<typeof PlacementSchema>

export const placement: RecordType<'placements', typeof PlacementSchema> = {
  table: 'placements',
  schema: PlacementSchema,
  migrations: [],
}
