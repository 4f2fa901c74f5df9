/** What the page, the dialogs and the command line know about a format that a map or a project is exported in. */
export interface ExportFormat<Name extends string = string> {
  readonly name: Name
  /** As menus and dialogs show it. */
  readonly title: string
  readonly extension: string
  readonly mediaType: string
  /** What the file holds, in its name, where another format of the same extension would have the same name. */
  readonly part?: string
  readonly of: 'map' | 'project'
  /** What the file is for; data if absent. Only pictures have a `PictureLook`. */
  readonly kind?: 'picture' | 'prose'
  /** What of a project the format cannot carry, in words; empty for one that reads back the same (P9). */
  readonly leavesOut: readonly string[]
}
