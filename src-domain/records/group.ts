import * as v from 'valibot'
import { COLOURS } from '../vocabulary/palette'
import { ForeignSchema, IdSchema, words, type RecordType } from './record'

/** A titled frame around cards of one map. The cards name their group in `placement.group`. */
export const GroupSchema = v.looseObject({
  id: IdSchema,
  map: IdSchema,
  title: words(300),
  colour: v.picklist(COLOURS),
  foreign: ForeignSchema,
})

export type Group = v.InferOutput<typeof GroupSchema>

export const group: RecordType<'groups', typeof GroupSchema> = {
  table: 'groups',
  schema: GroupSchema,
  migrations: [],
}
