import type { AudienceName } from './audiences'
import type { ContentName } from './left-out/contents'

/** The description of an export format, for the page, the dialogs and the command line. */
export interface ExportFormat<Name extends string = string> {
  readonly name: Name
  /** As shown in menus and dialogs. */
  readonly title: string
  readonly extension: string
  readonly mediaType: string
  /** Part of the file name that says what the file contains, if two formats with one extension would share a name. */
  readonly part?: string
  readonly of: 'map' | 'project'
  /** The kind of file; data if absent. Pictures use a `PictureLook`, reports a part of it. */
  readonly kind?: 'picture' | 'prose'
  /** Of data: whom it is for, and what it is called among the formats for them. */
  readonly audience?: AudienceName
  readonly label?: string
  /** What the format has no place for. Empty for a format that can be read back without loss (P9). */
  readonly loses: readonly ContentName[]
  /** What is in the file under a key of ours: Counterpoint reads it again, and other programs pass it over. */
  readonly ours?: readonly ContentName[]
  /** What it leaves out or changes beyond that, in words. */
  readonly limits?: readonly string[]
}
