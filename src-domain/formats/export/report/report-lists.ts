import type { MapGraph } from '../../../argument/map-graph'
import { carriedSentence } from '../../../lists/listed-source'
import { listsAtOnce, listsOf, type Lists } from '../../../lists/lists'
import type { Project } from '../../../document/project'
import type { SourceGroups } from '../../../reuse/independence'
import { weighingOf } from '../../../weighing/weigh'
import type { ShownVerdicts } from '../shown-verdicts'
import type { ReportArgument } from './report-argument'

/** Beyond this many assumptions and sources, what hangs on each is not worked out: it would take seconds. */
const MOST = 300

/** The lists of a project for a report, as supposed in its verdicts. */
export function reportedLists(
  project: Project,
  verdicts: ShownVerdicts | undefined,
  groups?: SourceGroups,
): Lists {
  const weighing = verdicts?.weighing ?? weighingOf(project)
  const lists = listsAtOnce(project, weighing, groups)
  return lists.assumptions.length + lists.sources.length > MOST
    ? lists
    : listsOf(project, weighing, verdicts?.supposing, groups)
}

/** Writes the claims of a report that are assumed or taken as given, each with what stands only on it. */
export function listAssumptions(
  argument: ReportArgument,
  { claims }: Pick<Project, 'claims'>,
  { assumptions }: Lists,
): void {
  const listed = assumptions.filter(({ claim }) => argument.isWritten(claim))
  if (listed.length === 0) return
  argument.heading('Assumptions')
  for (const { claim, says } of listed) {
    const { text = '', standing, standingNote } = claims.get(claim) ?? {}
    argument.item({ claim }, ` ${text}`)
    if (standing === 'given') {
      argument.itemDetail(standingNote ? `Taken as given: ${standingNote}` : 'Taken as given.')
    }
    if (says) argument.itemDetail(says)
  }
}

/** Writes what is watched for in the matrices of which a hypothesis is on the map. */
export function listIndicators(
  argument: ReportArgument,
  { claims, matrices, rows }: Project,
  { placements }: Pick<MapGraph, 'placements'>,
  { indicators }: Lists,
): void {
  const watched = new Set(
    [...rows.values()].flatMap(({ matrix, claim }) =>
      matrices.get(matrix)?.hypotheses.some((each) => placements.has(each)) ? claim : [],
    ),
  )
  const listed = indicators.filter(({ claim }) => watched.has(claim))
  if (listed.length === 0) return
  argument.heading('Indicators')
  for (const { claim, says } of listed) {
    const text = claims.get(claim)?.text ?? ''
    if (argument.isWritten(claim)) argument.item({ claim }, ` ${text}`)
    else argument.item(text)
    argument.itemDetail(says)
  }
}

/** What hangs on a source, in words. Empty for a source that is in no list. */
export function hangingOnSource({ sources }: Lists, id: string): string {
  const listed = sources.find(({ source }) => source === id)
  return listed ? carriedSentence(listed) : ''
}
