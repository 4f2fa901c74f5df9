import type { Imported } from '#domain/formats/import/format'
import type { ReadChoices } from '#domain/formats/interchange/choices'
import type { NewerFile } from '#domain/importing/newer-file'
import type { FilePreview } from '#domain/importing/file-preview'

/** A file of another program that waits to be taken or left out. */
export interface PreviewQuestion {
  readonly preview: FilePreview
  /** What was read with these choices. */
  readonly imported: Imported
  readonly choices: ReadChoices
  /** The file of the project of which it is a newer state; undefined if there is none. */
  readonly newer: NewerFile | undefined
  /** Whether the changes of the newer state are carried over, so that nothing is there twice. */
  readonly carries: boolean
  /** The number of chosen files after this one. */
  readonly following: number
  /** Whether it is being read again. */
  readonly isBusy: boolean
  /** Why it could not be read again. */
  readonly problem: string
}
