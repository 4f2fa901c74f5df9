import type { Project } from '../../../document/project'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import { sourcesInOrder, type Source } from '../../../records/source'
import type { Tie } from '../../../records/tie'
import { dependentSources, independentCount, pairKey } from '../../../reuse/independence'
import { pairOf } from '../../../reuse/pair-of'
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
    `The claims of this report rest on ${sources.length} articles, ${count} independent. Articles that share text count as one source, unless the analyst takes them as independent.`,
  )
  for (const group of groups) {
    argument.item(`Count as one: ${group.map((source) => `“${source.title}”`).join('; ')}.`)
    const how = sharedInWords(group, reuse)
    const isJoined = how.length > 0 || ties.some(({ kind }) => kind === 'one')
    const through = isJoined ? [] : ['They count as one through other articles of the project.']
    for (const sentence of [...how, ...through, inTimeSentence(group)])
      if (sentence) argument.itemDetail(sentence)
  }
  for (const tie of ties) {
    argument.item(tieInWords(project, tie))
    if (tie.reason) argument.itemDetail(`Reason: ${tie.reason}`)
  }
}

/**
 * How each two of a group come to share text: “A” and “B” share 2 passages. Both quote the same words. An article that is
 * paired with none of the group is compared with the first.
 */
function sharedInWords(
  group: readonly Source[],
  { shared, groups }: NonNullable<ExportRequest['reuse']>,
): string[] {
  const pairs = new Map(shared.map((pair) => [pairKey(pair.one, pair.other), pair]))
  const isPaired = (source: Source) => group.some(({ id }) => pairs.has(pairKey(source.id, id)))
  return group.flatMap((source, n) =>
    group.slice(n + 1).flatMap((partner) => {
      const known = pairs.get(pairKey(source.id, partner.id))
      const pair = known ?? (n === 0 && !isPaired(partner) ? pairOf(source, partner, [], groups) : undefined)
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
