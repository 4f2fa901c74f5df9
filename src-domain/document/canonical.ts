import type * as v from 'valibot'

type Json = unknown
type Shape = {
  readonly type: string
  readonly entries?: Record<string, Shape>
  readonly item?: Shape
  readonly wrapped?: Shape
}

/**
 * Orders the keys of a value as in its schema, with unknown keys after them in alphabetical order, and drops keys that
 * hold undefined, so that equal records become equal bytes. Unknown values stay as they are (P5).
 */
export function canonical(schema: v.GenericSchema, value: Json): Json {
  return order(schema as unknown as Shape, value)
}

/** The canonical JSON of a record, for comparisons. */
export const canonicalText = (schema: v.GenericSchema, value: Json): string =>
  JSON.stringify(canonical(schema, value))

function order(shape: Shape | undefined, value: Json): Json {
  if (!shape || typeof value !== 'object' || value === null) return value
  if (shape.wrapped) return order(shape.wrapped, value)
  if (Array.isArray(value)) return shape.item ? value.map((item) => order(shape.item, item)) : value
  if (!shape.entries) return value
  const record = value as Record<string, Json>
  const result: Record<string, Json> = {}
  let kept = 0
  for (const key in shape.entries) {
    if (Object.hasOwn(record, key)) kept++
    if (record[key] !== undefined) result[key] = order(shape.entries[key], record[key])
  }
  const keys = Object.keys(record)
  if (keys.length === kept) return result
  const unknown = keys.filter((key) => !Object.hasOwn(shape.entries!, key)).sort()
  for (const key of unknown) if (record[key] !== undefined) result[key] = record[key]
  return result
}
