import type { Project } from './project'
import type { Excerpt } from './records/excerpt'

/** The project's excerpts by a field of theirs, made once for each version of the table. */
export function excerptsBy(
  project: Project,
  field: 'claim' | 'source',
): ReadonlyMap<string, readonly Excerpt[]> {
  const known = indexes[field].get(project.excerpts)
  if (known) return known
  const index = new Map<string, Excerpt[]>()
  for (const excerpt of project.excerpts.values()) {
    const others = index.get(excerpt[field])
    if (others) others.push(excerpt)
    else index.set(excerpt[field], [excerpt])
  }
  indexes[field].set(project.excerpts, index)
  return index
}

const indexes = {
  claim: new WeakMap<object, ReadonlyMap<string, readonly Excerpt[]>>(),
  source: new WeakMap<object, ReadonlyMap<string, readonly Excerpt[]>>(),
}
