import type { Project } from '../document/project'
import type { Excerpt } from '../records/excerpt'
import type { Source } from '../records/source'
import { passageForce } from '../weighing/grounds'
import type { Force } from '../weighing/forces'

/** The grade of a source, or of a passage in it: “B2”, “B” or “2”; empty if it is not graded. */
export const gradeOf = (
  { reliability, credibility }: Pick<Source, 'reliability' | 'credibility'>,
  passage?: Pick<Excerpt, 'credibility'>,
): string => `${reliability}${passage?.credibility || credibility}`

/** The passage with which a claim is carried best, with its grade. */
export interface BestGrade {
  readonly force: Force
  /** “B2”; empty if it is not graded. */
  readonly grade: string
}

/** The best grade among the passages of a claim, as they count when it is weighed; undefined without passages. */
export function bestGrade(
  project: Pick<Project, 'sources'>,
  passages: readonly Excerpt[],
): BestGrade | undefined {
  let best: BestGrade | undefined
  for (const passage of passages) {
    const source = project.sources.get(passage.source)
    const force = passageForce(project, passage)
    if (source && (!best || force > best.force)) best = { force, grade: gradeOf(source, passage) }
  }
  return best
}
