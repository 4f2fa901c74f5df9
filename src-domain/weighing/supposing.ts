import type { Project } from '../document/project'
import type { Scenario } from '../records/scenario'

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

/** A kind of thing that can be supposed off, or `given` for claims that are supposed true. */
export type Supposable = keyof Supposing

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

/** The opposite of what is supposed of a claim: it is off or true, never both. */
const OPPOSITES: Partial<Record<Supposable, Supposable>> = { claims: 'given', given: 'claims' }

/** Supposes things too, or no longer if all of them are supposed already. */
export function toggled(supposing: Supposing, what: Supposable, ids: readonly string[]): Supposing {
  const isSupposed = ids.every((id) => supposing[what].has(id))
  const without = (of: Supposable) => new Set([...supposing[of]].filter((id) => !ids.includes(id)))
  if (isSupposed) return { ...supposing, [what]: without(what) }
  const opposite = OPPOSITES[what]
  return {
    ...supposing,
    ...(opposite && { [opposite]: without(opposite) }),
    [what]: new Set([...supposing[what], ...ids]),
  }
}

/** What is supposed, without records that are no longer in a project. The same object if all are. */
export function supposedIn(
  { sources, claims, relations }: Pick<Project, 'sources' | 'claims' | 'relations'>,
  supposing: Supposing,
): Supposing {
  const tables = { sources, claims, relations, given: claims }
  const kinds = Object.keys(SUPPOSING_NOTHING) as Supposable[]
  const gone = kinds.some((what) => [...supposing[what]].some((id) => !tables[what].has(id)))
  if (!gone) return supposing
  const present = (what: Supposable) => new Set([...supposing[what]].filter((id) => tables[what].has(id)))
  return {
    sources: present('sources'),
    claims: present('claims'),
    relations: present('relations'),
    given: present('given'),
  }
}

/** The ids of what is supposed, as scenarios and requests have them. */
export type SupposedIds = Pick<Scenario, keyof Supposing>

/** What a scenario or a request supposes. */
export const supposedBy = ({ sources, claims, relations, given }: SupposedIds): Supposing => ({
  sources: new Set(sources),
  claims: new Set(claims),
  relations: new Set(relations),
  given: new Set(given),
})

/** The first scenario that supposes exactly this. */
export function scenarioOf(scenarios: Iterable<Scenario>, supposing: Supposing): Scenario | undefined {
  const kinds = Object.keys(SUPPOSING_NOTHING) as Supposable[]
  const isSame = (other: Supposing) =>
    kinds.every(
      (what) =>
        other[what].size === supposing[what].size && [...other[what]].every((id) => supposing[what].has(id)),
    )
  for (const scenario of scenarios) if (isSame(supposedBy(scenario))) return scenario
  return undefined
}
