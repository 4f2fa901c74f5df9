import * as v from 'valibot'

/** The text of a file, or its UTF-8: the host has a large project as bytes, and decoding takes longer than sending them. */
export const FileTextSchema = v.union([
  v.string(),
  v.custom<Uint8Array>((value) => ArrayBuffer.isView(value), 'Expected bytes'),
])

export type FileText = v.InferOutput<typeof FileTextSchema>
