import * as v from 'valibot'
import { COLOURS } from '../vocabulary/palette'
import { ForeignSchema, CoordinateSchema, IdSchema, type RecordType } from './record'

/** The card of a claim on a map: its top left corner in map pixels. A claim has at most one card on each map. */
export const PlacementSchema = v.looseObject({
  id: IdSchema,
  map: IdSchema,
  claim: IdSchema,
  x: CoordinateSchema,
  y: CoordinateSchema,
  /** Whether the card hides the claims under it. */
  collapsed: v.boolean(),
  /** Whether the layout must leave the card in its place. */
  pinned: v.boolean(),
  /** The tint of the card; empty for none. */
  colour: v.optional(v.picklist(['', ...COLOURS]), ''),
  /** The group that the card belongs to; empty for none. */
  group: v.optional(v.union([v.literal(''), IdSchema]), ''),
  foreign: ForeignSchema,
})

export type Placement = v.InferOutput<typeof PlacementSchema>

export const placement: RecordType<'placements', typeof PlacementSchema> = {
  table: 'placements',
  schema: PlacementSchema,
  migrations: [],
}
