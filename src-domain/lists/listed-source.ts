import type { Project } from '../document/project'
import { excerptsByClaim } from '../queries/excerpt-index'
import { gradeOf } from '../queries/grades'
import type { Source } from '../records/source'
import { independentCount, NO_GROUPS, type SourceGroups } from '../reuse/independence'
import { evaluate } from '../weighing/evaluation'
import type { Reliability } from '../weighing/forces'
import { groundsOf } from '../weighing/grounds'
import { gradesBelow } from '../weighing/least-grade'
import type { Supposing } from '../weighing/supposing'
import type { Weighing } from '../weighing/weigh'

/** A source in a list. */
export interface ListedSource {
  readonly source: string
  /** “B2”; empty if it is not graded. */
  readonly grade: string
  /** How many claims rest on a passage of it, and how many of them on no other source. */
  readonly carried: number
  readonly alone: number
  /** How many rest on several articles that count as one with it, and on no other. */
  readonly copied?: number | undefined
  /** How many verdicts change without it; undefined until it is worked out. */
  readonly changes?: number
  /** The lowest reliability with which all verdicts keep their sides; undefined if they keep them with any. */
  readonly least?: Reliability | undefined
}

/**
 * Counts what each source carries.
 * @param groups which sources count as one
 */
export function carriedBySource(
  project: Project,
  sources: readonly Source[],
  groups: SourceGroups = NO_GROUPS,
): ListedSource[] {
  const counts = new Map<string, { carried: number; alone: number; copied: number }>()
  for (const [, passages] of excerptsByClaim(project)) {
    const under = new Set(passages.map(({ source }) => source))
    const isOne = groups.size > 0 && under.size > 1 && independentCount(under, groups) === 1
    for (const source of under) {
      const { carried, alone, copied } = counts.get(source) ?? { carried: 0, alone: 0, copied: 0 }
      counts.set(source, {
        carried: carried + 1,
        alone: alone + Number(under.size === 1),
        copied: copied + Number(isOne),
      })
    }
  }
  return sources.map((source) => ({
    source: source.id,
    grade: gradeOf(source),
    ...(counts.get(source.id) ?? { carried: 0, alone: 0 }),
  }))
}

/** How far a source may sink before a verdict of the project changes its side; undefined if none does. */
export function lowestGrade(
  project: Project,
  { framework, evaluation: { sure, possible } }: Weighing,
  supposing: Supposing,
  id: string,
): Reliability | undefined {
  const source = project.sources.get(id)
  if (!source) return undefined
  const { graph, off } = framework
  const [present, ...below] = gradesBelow(source.reliability)
  let least: Reliability = present
  for (const reliability of below) {
    const sources = new Map(project.sources).set(id, { ...source, reliability })
    const now = evaluate({ graph, grounds: groundsOf({ ...project, sources }, graph, supposing), off })
    for (let x = 0; x < graph.firstStep; x++) {
      const isSame = now.sure[x]! > 0 === sure[x]! > 0 && now.possible[x]! > 0 === possible[x]! > 0
      if (!isSame) return least
    }
    least = reliability
  }
  return undefined
}

/**
 * What hangs on a source, in words: “3 claims rest on it, 2 of them on it alone, 1 on it and articles that count as one
 * with it. Without it 4 verdicts change. They stay
 * as long as it is at least C.”
 */
export function carriedSentence({ carried, alone, copied = 0, changes, least }: ListedSource): string {
  if (carried === 0) return 'No claim rests on it.'
  const rest = carried === 1 ? '1 claim rests on it' : `${carried} claims rest on it`
  const itself =
    alone === carried ? ' alone' : alone === 0 ? ', none on it alone' : `, ${alone} of them on it alone`
  const only = copied > 0 ? `${itself}, ${copied} only on it and articles that count as one with it` : itself
  if (changes === undefined) return `${rest}${only}.`
  const then = changes === 1 ? '1 verdict changes' : `${changes || 'no'} verdicts change`
  const stay = changes === 1 ? 'It stays' : 'They stay'
  return `${rest}${only}. Without it ${then}.${least ? ` ${stay} as long as it is at least ${least}.` : ''}`
}

/** The grade of a source and what hangs on it. */
export const sourceSentence = (listed: ListedSource): string =>
  `${listed.grade ? `Graded ${listed.grade}.` : 'Not graded.'} ${carriedSentence(listed)}`
