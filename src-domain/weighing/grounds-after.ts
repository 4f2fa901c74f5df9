import { differingIds } from '../document/table-after'
import { excerptsBySource } from '../queries/excerpt-index'
import type { Graph } from './graph'
import { setGrounds, type Grounds, type Weighed } from './grounds'
import type { Supposing } from './supposing'

/** What was weighed, and as what was supposed. */
export interface Subject {
  readonly project: Weighed
  readonly supposing: Supposing
}

/**
 * The grounds after a change of claims, passages, sources or what is supposed, from those before: only the claims
 * concerned are looked at. Undefined if categories have changed, which may concern all.
 * @param graph of the same shape as the one of the grounds before
 */
export function groundsAfter(
  before: Subject,
  grounds: Grounds,
  { project, supposing }: Subject,
  graph: Graph,
): Grounds | undefined {
  if (before.project.categories !== project.categories) return undefined
  const concerned = new Set([
    ...differingIds(before.project.claims, project.claims),
    ...differingIds(before.project.excerpts, project.excerpts).flatMap((id) =>
      [before.project, project].flatMap(({ excerpts }) => excerpts.get(id)?.claim ?? []),
    ),
    ...claimsOn(project, differingIds(before.project.sources, project.sources)),
    ...claimsOn(project, toggled(before.supposing.sources, supposing.sources)),
    ...toggled(before.supposing.claims, supposing.claims),
    ...toggled(before.supposing.given, supposing.given),
  ])
  const after: Grounds = {
    base: grounds.base.slice(),
    bare: grounds.bare.slice(),
    kind: grounds.kind.slice(),
    role: grounds.role.slice(),
    given: grounds.given.slice(),
    supposed: grounds.supposed.slice(),
    aside: grounds.aside.slice(),
  }
  const roles = new Map<string, number>()
  for (const id of concerned) {
    const x = graph.claimAt.get(id)
    if (x !== undefined) setGrounds(project, graph, supposing, after, x, roles)
  }
  return after
}

/** The claims with a passage in one of some sources. */
function claimsOn(project: Weighed, sources: readonly string[]): string[] {
  const passages = excerptsBySource(project)
  return sources.flatMap((source) => passages.get(source)?.map(({ claim }) => claim) ?? [])
}

/** What is in one of two sets alone. */
const toggled = (before: ReadonlySet<string>, now: ReadonlySet<string>): string[] =>
  before === now
    ? []
    : [...[...before].filter((id) => !now.has(id)), ...[...now].filter((id) => !before.has(id))]
