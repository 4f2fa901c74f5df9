import type { Project } from '../document/project'
import { partingSentence } from '../judgement/judgement'
import { excerptsByClaim } from '../queries/excerpt-index'
import { gradeOf } from '../queries/grades'
import { sourcesInOrder } from '../records/source'
import { roleOf } from '../weighing/roles'
import { SUPPOSING_NOTHING, type Supposing } from '../weighing/supposing'
import { weigh, type Weighing } from '../weighing/weigh'
import { changedVerdicts } from '../weighing/what-if'

/** A claim in a list, with a sentence on it; empty for none. */
export interface ListedClaim {
  readonly claim: string
  readonly says: string
}

/** A source in a list. */
interface ListedSource {
  readonly source: string
  /** “B2”; empty if it is not graded. */
  readonly grade: string
  /** How many claims rest on a passage of it, and how many of them on no other source. */
  readonly carried: number
  readonly alone: number
  /** How many verdicts change without it. */
  readonly changes: number
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

/** Beyond this many assumptions or sources, what hangs on each is not worked out. */
const MOST = 300

/** Reads the lists of a project. */
export function listsOf(project: Project, weighing: Weighing): Lists {
  const claims = [...project.claims.values()]
  const roles = new Map([...project.categories.keys()].map((id) => [id, roleOf(project.categories, id)]))
  const assumed = claims.filter(
    ({ category, unstated, standing }) =>
      roles.get(category) === 'assumed' || unstated || standing === 'given',
  )
  const awaited = [...project.rows.values()].filter(({ seen }) => seen === 'awaited')
  return {
    assumptions: assumed.map(({ id }) => ({
      claim: id,
      says: assumed.length > MOST ? '' : hangingOn(project, weighing, id),
    })),
    sources: listedSources(project, weighing),
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

/** What stands only while an assumption does: “2 claims stand only on it.” */
function hangingOn(project: Project, weighing: Weighing, claim: string): string {
  const supposing: Supposing = { ...SUPPOSING_NOTHING, claims: new Set([claim]) }
  const lost = changedVerdicts(weighing, weigh(project, supposing)).filter(
    (each) => each.claim !== claim && each.before.verdict === 'stands',
  )
  if (lost.length === 0) return 'Nothing stands only on it.'
  return lost.length === 1 ? '1 claim stands only on it.' : `${lost.length} claims stand only on it.`
}

function listedSources(project: Project, weighing: Weighing): ListedSource[] {
  const passages = excerptsByClaim(project)
  const carried = new Map<string, { all: number; alone: number }>()
  for (const [, list] of passages) {
    const sources = new Set(list.map(({ source }) => source))
    for (const source of sources) {
      const counts = carried.get(source) ?? { all: 0, alone: 0 }
      carried.set(source, { all: counts.all + 1, alone: counts.alone + (sources.size === 1 ? 1 : 0) })
    }
  }
  const sources = sourcesInOrder(project.sources.values())
  return sources.map((source) => {
    const supposing: Supposing = { ...SUPPOSING_NOTHING, sources: new Set([source.id]) }
    const isWorked = sources.length <= MOST && carried.has(source.id)
    return {
      source: source.id,
      grade: gradeOf(source),
      carried: carried.get(source.id)?.all ?? 0,
      alone: carried.get(source.id)?.alone ?? 0,
      changes: isWorked ? changedVerdicts(weighing, weigh(project, supposing)).length : 0,
    }
  })
}

/** A source in words: “Graded B2. 3 claims rest on it, 2 of them on nothing else. Without it 4 verdicts change.” */
export function sourceSentence({ grade, carried, alone, changes }: ListedSource): string {
  const graded = grade ? `Graded ${grade}.` : 'Not graded.'
  if (carried === 0) return `${graded} No claim rests on it.`
  const rest = carried === 1 ? '1 claim rests on it' : `${carried} claims rest on it`
  const only = alone === 0 ? 'none of them on it alone' : `${alone} of them on nothing else`
  const then = changes === 1 ? '1 verdict changes' : `${changes || 'no'} verdicts change`
  return `${graded} ${rest}, ${only}. Without it ${then}.`
}
