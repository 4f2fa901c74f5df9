import * as v from 'valibot'
import { SettingsSchema } from '#api/settings'

/** Settings as stored. A value that cannot be read takes its default, and the other values stay. */
export const StoredSettingsSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((stored) => {
    const readable = Object.entries(SettingsSchema.entries).filter(([key, schema]) =>
      v.is(schema, stored[key]),
    )
    return v.parse(SettingsSchema, Object.fromEntries(readable.map(([key]) => [key, stored[key]])))
  }),
)
