import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import type { LossList } from '../loss-list'
import { attributeOf, type XmlElement } from '../xml-in'
import { readGraph } from './graphs'
import { stepOfLink } from './links'
import { isOfCategories, SAME_CLAIM } from './own-project'
import { childOf, childrenOf, guidOf, refiProject } from './refi-project'
import { Selections } from './selections'

/** Reads a project of REFI-QDA 1.0 (.qdpx), as NVivo, ATLAS.ti and MAXQDA write. */
export function readQdpx({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const project = refiProject(text)
  const { root } = project
  const reading = new Selections(project)
  for (const source of childOf(root, 'Sources')?.children ?? []) reading.source(source)
  reading.ownNotes()
  const { losses } = reading
  const known = new Map(reading.standsFor)
  const links = childrenOf(childOf(root, 'Links'), 'Link')
  const isSame = (link: XmlElement) => attributeOf(link, 'name') === SAME_CLAIM
  const joins = new Map(
    links.filter(isSame).map((link) => [guidOf(link, 'targetGUID'), guidOf(link, 'originGUID')]),
  )
  for (const [guid, first] of joins) known.set(guid, first)
  const graphs = childrenOf(childOf(root, 'Graphs'), 'Graph').map((graph) => readGraph(graph, known, reading))
  for (const [guid, claim] of reading.standsFor) if (!known.has(guid)) known.set(guid, claim)
  const steps = links
    .filter((link) => !isSame(link))
    .flatMap((link): IncomingStep[] => {
      const [from, to] = [known.get(guidOf(link, 'originGUID')), known.get(guidOf(link, 'targetGUID'))]
      return stepOfLink(link, guidOf(link), from, to, losses)
    })
  steps.push(...graphs.flatMap((graph) => graph.steps))
  const [first, ...further] = graphs
  nameRest(root, reading, losses)
  const claims = joinedClaims(reading.claims, joins)
  const joined = new Set(steps.flatMap(({ premises, target }) => [...premises, target.id]))
  const origin = attributeOf(root, 'origin')
  const maker = /nvivo|atlas|maxqda|f4|quirkos|dedoose|transana/i.exec(origin)?.[0].toLowerCase()
  return {
    format: maker ? `qdpx/${maker}` : 'qdpx',
    name: first?.name || attributeOf(root, 'name') || fileName.replace(/\.[^.]*$/, ''),
    hasMap: graphs.length > 0 || steps.length > 0,
    claims: claims.map((claim) => ({
      ...claim,
      place: first?.places.get(claim.id),
      placed: first ? first.places.has(claim.id) : joined.has(claim.id),
    })),
    steps,
    furtherMaps: further.map(({ id, name, places }) => ({ id, name, places })),
    sources: reading.sources.map((source) => ({
      ...source,
      spans: source.spans.map((span) => ({ ...span, claim: joins.get(span.claim) ?? span.claim })),
    })),
    groups: [],
    categories: reading.categories,
    losses: losses.lines(),
  }
}

/** The claims without those that are a further passage of another one. */
const joinedClaims = (
  claims: readonly IncomingClaim[],
  joins: ReadonlyMap<string, string>,
): IncomingClaim[] => {
  const also = new Map<string, string[]>()
  for (const [guid, first] of joins) also.set(first, [...(also.get(first) ?? []), guid])
  return claims
    .filter(({ id }) => !joins.has(id))
    .map((claim) => ({ ...claim, also: [...(claim.also ?? []), ...(also.get(claim.id) ?? [])] }))
}

function nameRest(root: XmlElement, reading: Selections, losses: LossList): void {
  for (const { id } of reading.unusedCodes)
    losses.name('code:unused', id, 'Codes that are used nowhere, kept only in the file')
  for (const id of reading.unusedNotes)
    losses.name('note:other', id, 'Notes of no selection, kept only in the file')
  for (const [list, name, what] of [
    ['Users', 'User', 'Users'],
    ['Cases', 'Case', 'Cases'],
    ['Variables', 'Variable', 'Variables'],
    ['Sets', 'Set', 'Sets'],
  ] as const) {
    for (const element of childrenOf(childOf(root, list), name)) {
      if (name === 'Set' && isOfCategories(root, element)) continue
      losses.name(
        `node:${name}`,
        guidOf(element) || attributeOf(element, 'id'),
        `${what}, kept only in the file`,
      )
    }
  }
}
