import * as v from 'valibot'
import { COLOURS } from '../vocabulary/palette'
import { CoordinateSchema, IdSchema, type RecordType } from './record'

/** Where a claim stands on a map: the top left corner of its card, in map pixels. A claim stands once on a map. */
export const PlacementSchema = v.looseObject({
  id: IdSchema,
  map: IdSchema,
  claim: IdSchema,
  x: CoordinateSchema,
  y: CoordinateSchema,
  /** Whether what is under the card is hidden. */
  collapsed: v.boolean(),
  /** Whether layout leaves the card where it is. */
  pinned: v.boolean(),
  /** A tint of the card on this map; empty for none. */
  colour: v.optional(v.picklist(['', ...COLOURS]), ''),
  /** The group on this map that the card belongs to; empty for none. */
  group: v.optional(v.union([v.literal(''), IdSchema]), ''),
})

export type Placement = v.InferOutput<typeof PlacementSchema>

export const placement: RecordType<'placements', typeof PlacementSchema> = {
  table: 'placements',
  schema: PlacementSchema,
  migrations: [],
}
