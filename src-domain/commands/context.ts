import type { Project } from '../document/project'

/** What is shown and selected on screen, from which commands take their input. View state, never saved. */
export interface ViewContext {
  readonly project: Project
  /** The text selected in the reader: UTF-16 offsets into the source's text, half-open. */
  readonly passage?: { readonly source: string; readonly start: number; readonly end: number } | undefined
  /** The selected claims. */
  readonly claims: readonly string[]
  /** The selected relation. */
  readonly relation?: string | undefined
  /** The passage whose context menu is open. */
  readonly excerpt?: string | undefined
  /** The tag whose context menu is open. */
  readonly tag?: string | undefined
  /** The selected articles; without any, the open one. */
  readonly sources: readonly string[]
  /** The open map. */
  readonly map?: string | undefined
  /** The height of a claim's card as drawn, in map pixels; undefined if it has none on the open map. */
  readonly cardHeight?: ((claim: string) => number | undefined) | undefined
  /** The centre of the visible part of the map, in map pixels. */
  readonly mapCentre?: { readonly x: number; readonly y: number } | undefined
}

/** The selected claim; undefined unless exactly one is selected. */
export const onlyClaim = (context: ViewContext): string | undefined =>
  context.claims.length === 1 ? context.claims[0] : undefined
