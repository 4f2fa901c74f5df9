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
  /** The kind of file; data if absent. Only pictures use a `PictureLook`. */
  readonly kind?: 'picture' | 'prose'
  /** What the format cannot represent, in words. Empty for a format that can be read back without loss (P9). */
  readonly leavesOut: readonly string[]
}
