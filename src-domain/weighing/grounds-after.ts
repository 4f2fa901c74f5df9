import type { Table } from '../document/project'
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
 * The grounds after a change of sources or of what is supposed, from those before: only the claims concerned are looked
 * at. Undefined if anything else has changed.
 */
export function groundsAfter(
  before: Subject,
  grounds: Grounds,
  { project, supposing }: Subject,
  graph: Graph,
): Grounds | undefined {
  const { categories, claims, excerpts } = before.project
  if (categories !== project.categories || claims !== project.claims || excerpts !== project.excerpts)
    return undefined
  const passages = excerptsBySource(project)
  const sources = [
    ...differing(before.project.sources, project.sources),
    ...toggled(before.supposing.sources, supposing.sources),
  ]
  const concerned = new Set([
    ...sources.flatMap((source) => passages.get(source)?.map(({ claim }) => claim) ?? []),
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

/** The ids of the rows that differ between two tables. */
function differing<Row>(before: Table<Row>, now: Table<Row>): string[] {
  if (before === now) return []
  const ids = new Set([...before.keys(), ...now.keys()])
  return [...ids].filter((id) => before.get(id) !== now.get(id))
}

/** What is in one of two sets alone. */
const toggled = (before: ReadonlySet<string>, now: ReadonlySet<string>): string[] =>
  before === now
    ? []
    : [...[...before].filter((id) => !now.has(id)), ...[...now].filter((id) => !before.has(id))]
