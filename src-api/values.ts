import * as v from 'valibot'

/** An id or a short name. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))

/** A count that only grows, such as the revision of a project or an offset. */
export const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
