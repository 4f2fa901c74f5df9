import * as v from 'valibot'
import type { IncomingGroup } from './incoming'

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)
const strings = optional(v.array(v.string()))

/**
 * The key `counterpoint` that our files have on elements: what their format has no place for, in the names of our own fields.
 * Every field may be missing, and one that is not as we write it is passed over.
 */
const OwnSchema = v.object({
  category: optional(v.string()),
  note: optional(v.string()),
  tags: strings,
  unstated: optional(v.boolean()),
  created: optional(v.string()),
  place: optional(v.object({ x: v.number(), y: v.number() })),
  colour: optional(v.string()),
  collapsed: optional(v.boolean()),
  pinned: optional(v.boolean()),
  group: optional(v.string()),
  kind: optional(v.string()),
  /** The node that is the other way of a contradiction. */
  other: optional(v.string()),
  scheme: optional(v.string()),
  warrant: optional(v.string()),
  strength: optional(v.string()),
  answers: optional(v.array(v.object({ question: v.string(), answer: v.string() }))),
})

export type OwnFields = v.InferOutput<typeof OwnSchema>

const OwnFileSchema = v.object({
  name: optional(v.string()),
  caveat: optional(v.string()),
  steps: strings,
  groups: v.fallback(
    v.optional(v.array(v.object({ id: v.string(), title: v.string(), colour: v.string() })), []),
    [],
  ),
})

/** Our own fields of a node; all undefined if it has none. */
export function ownFields(value: unknown): OwnFields {
  const read = v.safeParse(OwnSchema, value ?? {})
  return withoutGaps(read.success ? read.output : {})
}

/** What our key says of an arrow with a label, for a step; nothing if there is none. */
export function stepDetails(value: unknown): Pick<OwnFields, 'note' | 'warrant' | 'scheme' | 'answers'> {
  const { note, warrant, scheme, answers } = ownFields(value)
  return withoutGaps({ note, warrant, scheme, answers })
}

/** Our own fields of the whole file. */
export function ownFileFields(value: unknown): {
  name?: string | undefined
  caveat?: string | undefined
  steps: string[]
  groups: IncomingGroup[]
} {
  const read = v.safeParse(OwnFileSchema, value ?? {})
  const { name, caveat, steps = [], groups = [] } = read.success ? read.output : {}
  return { name, caveat, steps, groups }
}

/** Fields without a value left out, so that they do not hide those of the format when both are spread. */
const withoutGaps = (fields: Partial<OwnFields>): OwnFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as OwnFields
