import type { Project } from '../document/project'

/** The number of claims with each tag, ordered by tag. Cached for each table of claims. */
export function tagCounts(project: Project): ReadonlyMap<string, number> {
  const known = counts.get(project.claims)
  if (known) return known
  const found = new Map<string, number>()
  for (const { tags } of project.claims.values()) {
    for (const tag of new Set(tags)) found.set(tag, (found.get(tag) ?? 0) + 1)
  }
  const sorted = new Map([...found].sort(([a], [b]) => a.localeCompare(b) || (a < b ? -1 : 1)))
  counts.set(project.claims, sorted)
  return sorted
}

const counts = new WeakMap<object, ReadonlyMap<string, number>>()
