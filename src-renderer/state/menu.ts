/** An entry of a context menu: an action, or a submenu with several. */
export interface MenuEntry {
  readonly label: string
  readonly shortcut?: string | undefined
  readonly removes: boolean
  readonly run: () => void
}
export interface Submenu {
  readonly label: string
  readonly entries: readonly MenuEntry[]
}
export type MenuSection = readonly (MenuEntry | Submenu)[]

/** A context menu on screen. */
export interface OpenMenu {
  /** Its name, for screen readers. */
  readonly label: string
  readonly sections: readonly MenuSection[]
  /** Where it opens, in window pixels. */
  readonly x: number
  readonly y: number
  /** The element that contains it: a dialog, which would cover it otherwise, or the landmark of the page. */
  readonly host: Element
  /** The element that gets the keyboard back. */
  readonly before: Element | null
}
