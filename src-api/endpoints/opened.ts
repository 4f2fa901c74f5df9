import * as v from 'valibot'
import { FileTextSchema } from '../file-text'
import { Name, Path } from '../values'

/** An open project: its key for later requests, which no other window has, the path of its file, and the file's text. */
export const OpenedSchema = v.object({
  key: Name,
  path: Path,
  document: FileTextSchema,
  /** Why it is read-only; null if it can be edited. */
  readOnly: v.nullable(v.object({ why: v.picklist(['locked', 'elsewhere', 'newer']), sentence: v.string() })),
  /** Why changes cannot be saved at present, in a sentence; null if they can be. */
  unwritable: v.nullable(v.string()),
  /** Sentences for the user about the state in which the file was found. */
  messages: v.array(v.string()),
  /** The copy of another program's file, if there were also unsaved changes of ours; else null. */
  otherVersion: v.nullable(Path),
})

export type OpenedProject = v.InferOutput<typeof OpenedSchema>
