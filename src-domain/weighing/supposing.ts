/** What is supposed for a moment: things off, and claims true. View state, never in a patch (P6). */
export interface Supposing {
  /** Sources whose passages carry nothing. */
  readonly sources: ReadonlySet<string>
  /** Claims that are set aside. */
  readonly claims: ReadonlySet<string>
  /** Relations that do not count. */
  readonly relations: ReadonlySet<string>
  /** Claims that are taken as given. */
  readonly given: ReadonlySet<string>
}

/**
 * The further readings of a map: without assumptions, where what is assumed, unstated, given or the analyst's own premise
 * has no base; with questions upheld, where each open question has a strong base.
 */
export type Reading = 'without assumptions' | 'questions upheld'

const NOBODY: ReadonlySet<string> = new Set()

export const SUPPOSING_NOTHING: Supposing = {
  sources: NOBODY,
  claims: NOBODY,
  relations: NOBODY,
  given: NOBODY,
}

export const supposesNothing = ({ sources, claims, relations, given }: Supposing): boolean =>
  sources.size + claims.size + relations.size + given.size === 0
