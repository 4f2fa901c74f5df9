import * as v from 'valibot'

/**
 * What a format leaves open and the user decides before a file is taken. The first value is the default, under which
 * nothing is claimed that the file does not say, but for arrows: whoever draws them mostly means support.
 */
export const READ_CHOICES = {
  arrows: {
    title: 'Arrows whose label says no kind',
    words: { support: 'Support', attack: 'Attack', none: 'No relation' },
  },
  outline: {
    title: 'A topic under another is',
    words: { part: 'A part of its branch', reason: 'A reason for it' },
  },
  rephrases: {
    title: 'A claim and its restatement are',
    words: { apart: 'Two claims', one: 'One claim, with all wordings in its note' },
  },
} as const

export type ReadChoiceName = keyof typeof READ_CHOICES

export const ReadChoicesSchema = v.object({
  arrows: v.optional(v.picklist(['support', 'attack', 'none'])),
  outline: v.optional(v.picklist(['part', 'reason'])),
  rephrases: v.optional(v.picklist(['apart', 'one'])),
})

/** What was chosen; absent is the default. */
export type ReadChoices = v.InferOutput<typeof ReadChoicesSchema>

/** The types in a loss report that a choice leads to, whichever value was chosen. */
const ASKED_BY: Readonly<Record<ReadChoiceName, readonly string[]>> = {
  arrows: ['edge:taken-as-support', 'edge:taken-as-attack', 'edge:unlabelled'],
  outline: ['edge:outline', 'edge:taken-as-reason'],
  rephrases: ['node:MA'],
}

/** The choices that a file leaves, by its loss report. */
export const choicesLeft = (report: readonly { readonly type?: string | undefined }[]): ReadChoiceName[] =>
  (Object.keys(READ_CHOICES) as ReadChoiceName[]).filter((name) =>
    report.some(({ type = '' }) => ASKED_BY[name].includes(type)),
  )

/** The choices that an origin keeps; none if they are of a later version of Counterpoint. */
export function readChoicesIn(value: unknown): ReadChoices {
  const read = v.safeParse(ReadChoicesSchema, value ?? {})
  return read.success ? read.output : {}
}
