import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import type { Placement } from '../../../records/placement'
import type { Relation } from '../../../records/relation'
import type { Source } from '../../../records/source'
import {
  differing,
  ownOfClaim,
  ownOfRelation,
  PLAIN_CLAIM,
  PLAIN_RELATION,
  type OwnRecord,
} from '../own-records'
import { CodePoints } from '../offsets'
import { schemeFor, schemeFrom } from '../schemes'

const metadata = (own: OwnRecord) => (Object.keys(own).length > 0 ? { counterpoint: own } : {})

/** A claim as a node, with its passages. */
export function atomOf(
  alone: Project,
  claim: Claim,
  card: Placement | undefined,
  quote: (excerpt: Excerpt) => object,
) {
  const { group: _group, ...own } = ownOfClaim(alone, claim, card)
  return {
    id: claim.id,
    type: 'atom',
    text: claim.text,
    sources: [...alone.excerpts.values()]
      .filter((excerpt) => excerpt.claim === claim.id && isFound(excerpt))
      .map(quote),
    metadata: metadata({
      ...differing(own, PLAIN_CLAIM),
      ...(card && { place: { x: card.x, y: card.y } }),
    }),
  }
}

/** Whether it is known where a passage is. */
export const isFound = ({ anchor }: Excerpt): boolean => anchor !== 'lost' && anchor !== 'ambiguous'

/** Passages as the sources of an atom: their words and places, in code points. */
export function quotesIn(
  { sources }: Pick<Project, 'sources'>,
  resourceOf: (source: string) => string = (source) => source,
) {
  const points = new Map<string, CodePoints>()
  return ({ source, start, end }: Pick<Excerpt, 'source' | 'start' | 'end'>) => {
    const { text } = sources.get(source)!
    const count = points.get(source) ?? new CodePoints(text)
    points.set(source, count)
    const offset = count.toPoints(start)
    return {
      resource_id: resourceOf(source),
      text: text.slice(start, end),
      offset,
      length: count.toPoints(end) - offset,
    }
  }
}

/** A relation as a node. */
export const schemeOf = (relation: Relation) => ({ id: relation.id, type: 'scheme', ...nameOf(relation) })

/** An article as a resource. */
export const resourceOf = ({ id, title, url, doi, text }: Source) => ({
  id,
  type: 'text',
  content: text,
  metadata: { title, url, doi },
})

/** The name of the node of a relation, and what the name does not say. */
export function nameOf(relation: Relation): { name: string; metadata: OwnRecord } {
  const own = differing(ownOfRelation(relation), PLAIN_RELATION)
  if (relation.kind !== 'support') {
    const name = relation.kind === 'attack' ? 'attack' : 'disagree'
    return {
      name,
      metadata: metadata({ ...own, ...(relation.scheme !== '' && { scheme: relation.scheme }) }),
    }
  }
  const name = relation.scheme === '' ? 'support' : schemeFor(relation.scheme).name
  const isExact = schemeFrom(name) === relation.scheme || relation.scheme === ''
  return { name, metadata: metadata({ ...own, ...(!isExact && { scheme: relation.scheme }) }) }
}
