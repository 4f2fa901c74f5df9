import type { Project } from '../document/project'
import { Builder } from './build'
import { testEnv } from './env'

/** A project to work on further, with ids of its own. */
export function copyOf(project: Project, name: string): Builder {
  const builder = new Builder('', testEnv(name))
  builder.project = project
  return builder
}

/** What two people did to their copies of a project. */
export function workedApart(
  base: Project,
  doMine: (mine: Builder) => void,
  doTheirs: (theirs: Builder) => void,
): { mine: Project; theirs: Project } {
  const [mine, theirs] = [copyOf(base, 'mine'), copyOf(base, 'theirs')]
  doMine(mine)
  doTheirs(theirs)
  return { mine: mine.project, theirs: theirs.project }
}

export const COMMON_TEXT = 'Ankara signed for the S-400 in 2017. Washington answered with sanctions.'

/** A project with an article, two claims, a marked claim that supports the first, and the ids of all. */
export function commonProject() {
  const builder = new Builder('Why?', testEnv('base'))
  const source = builder.source(COMMON_TEXT)
  const map = builder.map
  const marked = builder.run('claim.fromSelection', { source, start: 0, end: 13, category: 'evidence', map })
  const first = builder.claim('It was hedging', map)
  const second = builder.claim('It was a bribe', map)
  const step = builder.relation('support', [marked], first)
  return { project: builder.project, source, map, marked, first, second, step }
}

/** Gives a relation another target, which another program can do. */
export function aim(builder: Builder, id: string, target: string): void {
  const relations = new Map(builder.project.relations)
  const targetType = relations.has(target) ? 'relation' : 'claim'
  relations.set(id, { ...relations.get(id)!, targetType, target })
  builder.project = { ...builder.project, relations }
}
