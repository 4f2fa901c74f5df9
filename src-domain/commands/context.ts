import type { Project } from '../document/project'

/** What the screen shows and what is selected on it: where commands find their input. View state, never saved. */
export interface ViewContext {
  readonly project: Project
  /** Words selected in the reader: UTF-16 offsets into the source's text, half-open. */
  readonly passage?: { readonly source: string; readonly start: number; readonly end: number } | undefined
  readonly claims: readonly string[]
  readonly relation?: string | undefined
  readonly source?: string | undefined
  readonly map?: string | undefined
  /** The middle of what the map shows, in map pixels. */
  /** How high a claim's card is drawn, in map pixels; undefined when it is not on the open map. */
  readonly cardHeight?: ((claim: string) => number | undefined) | undefined
  readonly mapCentre?: { readonly x: number; readonly y: number } | undefined
}

/** The one selected claim; undefined when none or several are. */
export const onlyClaim = (context: ViewContext): string | undefined =>
  context.claims.length === 1 ? context.claims[0] : undefined
