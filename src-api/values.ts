import * as v from 'valibot'
import { PIECE } from './limits'

/** An id or a short name. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))

/** A count that only grows, such as the revision of a project or an offset. */
export const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
export const Nothing = v.object({})

/** A pattern without groups: with groups it overflows the stack on a file of ten megabytes. */
export const Base64 = v.pipe(
  v.string(),
  v.regex(/^[\dA-Za-z+/]+={0,2}$/),
  v.check((text) => text.length % 4 === 0),
)
/** A piece of a file as base64, at most `PIECE` bytes. */
export const Base64Piece = v.pipe(Base64, v.maxLength(Math.ceil(PIECE / 3) * 4))

/** A file as base64, for JSON. */
export const FileSchema = v.object({ fileName: Name, base64: v.union([Base64, v.literal('')]) })
/** An uploaded or chosen file, by the key that the host gave it. */
export const FileKeySchema = v.object({ fileKey: Name })

/** How much of a work is done. */
export const ProgressSchema = v.object({ done: v.number(), of: v.number() })
