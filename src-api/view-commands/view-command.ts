import type { InContext, Menu } from '#domain/commands/command'

/** A command that changes the view or opens a dialog. It does not change the document, so it cannot be undone. */
export interface ViewCommand {
  readonly name: string
  readonly title: string
  readonly menu?: Menu
  /** Such as `$mod+Shift+z`; `$mod` is Ctrl, or Command on a Mac. */
  readonly keys?: readonly string[]
  /** Whether its keys also work in a text field. */
  readonly always?: boolean
  readonly context?: InContext
}
