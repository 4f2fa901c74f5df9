import type { Project } from '../document/project'
import type { Excerpt } from '../records/excerpt'
import { digest } from './digest'
import { Effort } from './effort'
import { find } from './find'

/**
 * Anchors an excerpt to this text. It returns the same excerpt when state and place are right. A moved excerpt stays
 * `moved` at its new place until the user has looked at it. A state that comes from a comparison with the previous
 * version of this very text is kept, since that comparison knew both texts.
 */
export function reanchor(excerpt: Excerpt, text: string, effort?: Effort): Excerpt {
  if (excerpt.anchor === 'moved' && text.slice(excerpt.start, excerpt.end) === excerpt.exact) return excerpt
  if (isJudged(excerpt, text)) return excerpt
  const { state, start, end } = find(text, excerpt, effort)
  if (state === excerpt.anchor && start === excerpt.start && end === excerpt.end) return excerpt
  const { judgedFor: _judgedFor, ...reanchored } = { ...excerpt, anchor: state, start, end }
  return reanchored
}

/** The state was found by comparing this very text with the version before. */
function isJudged({ judgedFor, anchor, start, end }: Excerpt, text: string): boolean {
  if (judgedFor === undefined || judgedFor !== digest(text)) return false
  if (anchor === 'edited') return start < end && end <= text.length
  return anchor === 'lost' || anchor === 'ambiguous'
}

/**
 * Anchors the excerpts of a project to the texts of their sources. Those for which the effort is not enough count as
 * lost for now (`hasUnsearched`).
 */
export function reanchorAll(project: Project, effort = new Effort()): Project {
  const changed = [...project.excerpts.values()].flatMap((excerpt) => {
    const source = project.sources.get(excerpt.source)
    const now = source && reanchor(excerpt, source.text, effort)
    return now && now !== excerpt ? [now] : []
  })
  if (changed.length === 0) return project
  const excerpts = new Map(project.excerpts)
  for (const excerpt of changed) excerpts.set(excerpt.id, excerpt)
  return { ...project, excerpts }
}

/** Whether an anchored project has lost passages that a further search may find. */
export function hasUnsearched(project: Project): boolean {
  const effort = new Effort()
  return reanchorAll(project, effort) !== project || effort.isSpent
}

/** The ids of lost passages that no comparison of versions has judged. */
export const searchable = (project: Pick<Project, 'excerpts' | 'sources'>): string[] =>
  [...project.excerpts.values()].flatMap((excerpt) => {
    const text = project.sources.get(excerpt.source)?.text
    return excerpt.anchor === 'lost' && text !== undefined && !isJudged(excerpt, text) ? [excerpt.id] : []
  })
