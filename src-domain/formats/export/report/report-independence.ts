import type { Project } from '../../../document/project'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import { sourcesInOrder, type Source } from '../../../records/source'
import type { Tie } from '../../../records/tie'
import { dependentSources, independentCount, pairKey } from '../../../reuse/independence'
import { howTheyShare, inTimeSentence } from '../../../reuse/sharing'
import { sharedPassages } from '../../../reuse/shared-passages'
import type { ExportRequest } from '../writer'
import type { ReportArgument } from './report-argument'

/**
 * Writes which of the sources that the claims of a report rest on count as one, how they come to share text, and what the
 * analyst decided. Nothing if none of them depends on another.
 */
export function listIndependence(
  argument: ReportArgument,
  project: Project,
  claims: Iterable<string>,
  reuse: ExportRequest['reuse'],
): void {
  if (!reuse) return
  const cited = new Set<string>()
  for (const claim of claims)
    for (const { source } of excerptsByClaim(project).get(claim) ?? []) cited.add(source)
  const sources = sourcesInOrder(project.sources.values()).filter(({ id }) => cited.has(id))
  const ties = [...project.ties.values()].filter(({ source, other }) => cited.has(source) && cited.has(other))
  const groups = dependentSources(
    sources.map(({ id }) => id),
    reuse.groups,
  ).map((group) => group.flatMap((id) => project.sources.get(id) ?? []))
  if (groups.length + ties.length === 0) return
  argument.heading('Independence of sources')
  const count = independentCount(cited, reuse.groups)
  argument.say(
    `${sources.length} articles, ${count} independent. Articles that share text count as one source, unless the analyst takes them as independent.`,
  )
  for (const group of groups) {
    argument.item(`Count as one: ${group.map((source) => `“${source.title}”`).join('; ')}.`)
    for (const sentence of [...sharedInWords(group, reuse), inTimeSentence(group)])
      if (sentence) argument.itemDetail(sentence)
  }
  for (const tie of ties) {
    argument.item(tieInWords(project, tie))
    if (tie.reason) argument.itemDetail(`Reason: ${tie.reason}`)
  }
}

/** How each two of a group come to share text: “A” and “B” share 2 passages. Both quote the same words. */
function sharedInWords(group: readonly Source[], { shared }: NonNullable<ExportRequest['reuse']>): string[] {
  const pairs = new Map(shared.map((pair) => [pairKey(pair.one, pair.other), pair]))
  return group.flatMap((source, n) =>
    group.slice(n + 1).flatMap((partner) => {
      const pair = pairs.get(pairKey(source.id, partner.id))
      if (!pair) return []
      const [one, other] = pair.one === source.id ? [source, partner] : [partner, source]
      const passages = sharedPassages(one, other, pair)
      const count = passages.length === 1 ? '1 passage' : `${passages.length} passages`
      const how = howTheyShare(one, other, passages).join(' ')
      return [`“${source.title}” and “${partner.title}” share ${count}. ${how}`]
    }),
  )
}

function tieInWords({ sources }: Project, { kind, source, other }: Tie): string {
  const title = (id: string) => `“${sources.get(id)?.title ?? ''}”`
  if (kind === 'cites') return `${title(source)} cites ${title(other)}.`
  const both = `${title(source)} and ${title(other)}`
  return kind === 'one'
    ? `${both} count as one source by the analyst’s decision.`
    : `${both} are independent by the analyst’s decision.`
}
