import type { Project } from './project'

/**
 * A project without the ties of sources that it does not have; the same object if there are none. An older Counterpoint,
 * which does not know ties, keeps them when it deletes a source.
 */
export function withoutLostTies(project: Project): Project {
  const { ties, sources } = project
  const kept = [...ties].filter(([, { source, other }]) => sources.has(source) && sources.has(other))
  return kept.length === ties.size ? project : { ...project, ties: new Map(kept) }
}
