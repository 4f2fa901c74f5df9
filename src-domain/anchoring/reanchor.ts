import type { Project } from '../document/project'
import type { Excerpt } from '../records/excerpt'
import { digest } from './digest'
import { find } from './find'

/**
 * The excerpt as it stands in this text: unchanged when it is where it says, else with its state and place put right. One
 * that has moved stays `moved` for as long as it stands there: that its words are found does not mean that somebody has
 * looked. What a comparison with the text before this one has found stands for as long as the text does: it knew more
 * than can be seen in this text alone.
 */
export function reanchor(excerpt: Excerpt, text: string): Excerpt {
  if (excerpt.anchor === 'moved' && text.slice(excerpt.start, excerpt.end) === excerpt.exact) return excerpt
  if (isJudged(excerpt, text)) return excerpt
  const { state, start, end } = find(text, excerpt)
  if (state === excerpt.anchor && start === excerpt.start && end === excerpt.end) return excerpt
  const { judged: _judged, ...found } = { ...excerpt, anchor: state, start, end }
  return found
}

function isJudged({ judged, anchor, start, end }: Excerpt, text: string): boolean {
  if (judged === undefined || judged !== digest(text)) return false
  if (anchor === 'edited') return start < end && end <= text.length
  return anchor === 'lost' || anchor === 'ambiguous'
}

/** The project with every excerpt that is not where it says shown as what it is: moved, edited, ambiguous or lost. */
export function reanchorAll(project: Project): Project {
  const changed = [...project.excerpts.values()].flatMap((excerpt) => {
    const source = project.sources.get(excerpt.source)
    const now = source && reanchor(excerpt, source.text)
    return now && now !== excerpt ? [now] : []
  })
  if (changed.length === 0) return project
  const excerpts = new Map(project.excerpts)
  for (const excerpt of changed) excerpts.set(excerpt.id, excerpt)
  return { ...project, excerpts }
}
