import * as v from 'valibot'

/** The most earlier states that a file names. */
export const LINEAGE_KEPT = 200

/** An upper bound of a lineage's length in the file, in UTF-16 code units. */
export const LINEAGE_LENGTH = LINEAGE_KEPT * 160

/** An earlier state of a project's file: its revision, and the SHA-256 of its bytes. */
export const LineageEntrySchema = v.object({
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

export type LineageEntry = v.InferOutput<typeof LineageEntrySchema>

/** The earlier states of a file, oldest first. One that cannot be read is none: nothing else of the file depends on it. */
export const LineageSchema = v.optional(
  v.fallback(v.pipe(v.array(LineageEntrySchema), v.maxLength(LINEAGE_KEPT)), []),
)
