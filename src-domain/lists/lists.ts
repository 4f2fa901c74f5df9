import type { Project } from '../document/project'
import { partingSentence } from '../judgement/judgement'
import { sourcesInOrder } from '../records/source'
import { NO_GROUPS, type SourceGroups } from '../reuse/independence'
import { roleOf } from '../weighing/roles'
import { SUPPOSING_NOTHING, type Supposing } from '../weighing/supposing'
import { weigh, type Weighing } from '../weighing/weigh'
import { changedVerdicts } from '../weighing/what-if'
import { carriedBySource, lowestGrade, type ListedSource } from './listed-source'

/** A claim in a list, with a sentence on it; empty for none. */
export interface ListedClaim {
  readonly claim: string
  readonly says: string
}

/** The lists of a project: what to look at before it is handed on. */
export interface Lists {
  readonly assumptions: readonly ListedClaim[]
  readonly sources: readonly ListedSource[]
  readonly questions: readonly ListedClaim[]
  readonly indicators: readonly ListedClaim[]
  /** Where the analyst's judgement and the map part. */
  readonly partings: readonly ListedClaim[]
}

/**
 * Reads the lists of a project. What hangs on each assumption and each source is worked out one by one, so that a page
 * can go on between them: the generator yields the lists before that, and again after each of them.
 * @param weighing of the project, as supposed
 * @param groups which sources count as one
 */
export function* readingLists(
  project: Project,
  weighing: Weighing,
  supposing: Supposing = SUPPOSING_NOTHING,
  groups: SourceGroups = NO_GROUPS,
): Generator<Lists, Lists> {
  let lists = listsAtOnce(project, weighing, groups)
  yield lists
  const assumptions: ListedClaim[] = []
  for (const { claim } of lists.assumptions) {
    assumptions.push({ claim, says: hangingOn(project, weighing, supposing, claim) })
    yield lists
  }
  lists = { ...lists, assumptions }
  const sources: ListedSource[] = []
  for (const listed of lists.sources) {
    sources.push(listed.carried === 0 ? listed : withChanges(project, weighing, supposing, listed))
    yield lists
  }
  return { ...lists, sources }
}

/** The lists without what hangs on assumptions and sources. */
export function listsAtOnce(project: Project, weighing: Weighing, groups: SourceGroups = NO_GROUPS): Lists {
  const claims = [...project.claims.values()]
  const roles = new Map([...project.categories.keys()].map((id) => [id, roleOf(project.categories, id)]))
  const assumed = claims.filter(
    ({ category, unstated, standing }) =>
      roles.get(category) === 'assumed' || unstated || standing === 'given',
  )
  const awaited = [...project.rows.values()].filter(({ seen }) => seen === 'awaited')
  return {
    assumptions: assumed.map(({ id }) => ({ claim: id, says: '' })),
    sources: carriedBySource(project, sourcesInOrder(project.sources.values()), groups),
    questions: claims
      .filter(({ category }) => roles.get(category) === 'asked')
      .map(({ id }) => ({ claim: id, says: '' })),
    indicators: [...new Map(awaited.map((row) => [row.claim, row])).values()].map(({ claim, matrix }) => ({
      claim,
      says: `Watched for in “${project.matrices.get(matrix)?.title ?? ''}”.`,
    })),
    partings: claims.flatMap((claim) => {
      const verdict = weighing.verdicts.get(claim.id)?.verdict
      const says = verdict ? partingSentence(claim, verdict) : ''
      return says === '' ? [] : { claim: claim.id, says }
    }),
  }
}

/** All lists at once. */
export function listsOf(
  project: Project,
  weighing: Weighing,
  supposing?: Supposing,
  groups?: SourceGroups,
): Lists {
  const reading = readingLists(project, weighing, supposing, groups)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}

/** What stands only while an assumption does: “2 claims stand only on it.” */
function hangingOn(project: Project, weighing: Weighing, supposing: Supposing, claim: string): string {
  const without: Supposing = { ...supposing, claims: new Set([...supposing.claims, claim]) }
  const lost = changedVerdicts(weighing, weigh(project, without)).filter(
    (each) => each.before.verdict === 'stands',
  )
  if (lost.length === 0) return 'Nothing stands only on it.'
  return lost.length === 1 ? '1 claim stands only on it.' : `${lost.length} claims stand only on it.`
}

function withChanges(
  project: Project,
  weighing: Weighing,
  supposing: Supposing,
  listed: ListedSource,
): ListedSource {
  const without: Supposing = { ...supposing, sources: new Set([...supposing.sources, listed.source]) }
  const changes = changedVerdicts(weighing, weigh(project, without)).length
  const least = changes > 0 ? lowestGrade(project, weighing, supposing, listed.source) : undefined
  return { ...listed, changes, least }
}
