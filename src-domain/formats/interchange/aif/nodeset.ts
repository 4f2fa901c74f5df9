import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Placement } from '../../../records/placement'
import type { Relation } from '../../../records/relation'
import { schemeFor, schemeFrom } from '../schemes'
import {
  differing,
  ownOfClaim,
  ownOfMap,
  ownOfRelation,
  PLAIN_CLAIM,
  PLAIN_RELATION,
  withOwn,
  type OwnRecord,
} from '../own-records'

export interface NewNode {
  readonly nodeID: string
  readonly text: string
  readonly type: 'I' | 'RA' | 'CA'
  readonly timestamp: string
  readonly scheme?: string
  readonly schemeID?: string
  readonly counterpoint?: OwnRecord
}

export interface NewEdge {
  readonly edgeID: string
  readonly fromID: string
  readonly toID: string
  readonly formEdgeID: null
}

/** A map as the nodes and edges of AIF, with the node of each claim. */
export interface Nodeset {
  readonly nodes: readonly NewNode[]
  readonly edges: readonly NewEdge[]
  readonly nodeOf: ReadonlyMap<string, string>
  readonly own: OwnRecord
}

/**
 * The nodes and edges of a map.
 * @param hasPlaces whether the file has positions of its own, so that our key need not have them
 */
export function nodesetOf(project: Project, map: string, hasPlaces: boolean): Nodeset {
  const alone = mapAlone(project, map)
  // Of several maps, a claim has the same id in the file of each.
  const { claims, relations } = project.maps.size > 1 ? project : alone
  const ids = counter()
  const edgeIds = counter()
  const cards = new Map([...alone.placements.values()].map((card) => [card.claim, card]))
  const nodeOf = new Map([...claims.keys()].map((id) => [id, ids()]))
  const stepOf = new Map([...relations.keys()].map((id) => [id, ids()]))
  const nodes: NewNode[] = [...alone.claims.values()].map((claim) =>
    claimNode(alone, claim, nodeOf.get(claim.id)!, cards.get(claim.id), hasPlaces),
  )
  const edges: NewEdge[] = []
  const join = (fromID: string, toID: string) =>
    edges.push({ edgeID: edgeIds(), fromID, toID, formEdgeID: null })
  for (const relation of alone.relations.values()) {
    const id = stepOf.get(relation.id)!
    const ends = endsOf(relation, nodeOf, stepOf)
    const isMutual = relation.kind === 'contradict' && ends.premises.length === 1
    const other = isMutual ? ids() : undefined
    nodes.push(stepNode(relation, id, other))
    for (const premise of ends.premises) join(premise, id)
    join(id, ends.target)
    if (other === undefined) continue
    nodes.push({ ...conflict(other), ...withOwn({ kind: 'contradict', other: id }) })
    join(ends.target, other)
    join(other, ends.premises[0]!)
  }
  return { nodes, edges, nodeOf, own: ownOfMap(alone, map, (claim) => nodeOf.get(claim)) }
}

const counter = () => {
  let last = 0
  return () => String(++last)
}

/** The node of a claim. */
export function claimNode(
  project: Project,
  claim: Claim,
  nodeID: string,
  card: Placement | undefined,
  hasPlaces: boolean,
): NewNode {
  const own = differing(ownOfClaim(project, claim, card), PLAIN_CLAIM)
  const place = card && !hasPlaces ? { place: { x: card.x, y: card.y } } : {}
  return {
    nodeID,
    text: claim.text,
    type: 'I',
    timestamp: claim.created.replace('T', ' ').replace(/(\.\d+)?Z$/, ''),
    ...withOwn({ ...own, ...place }),
  }
}

const conflict = (nodeID: string): NewNode => ({
  nodeID,
  text: 'Default Conflict',
  type: 'CA',
  timestamp: '',
  scheme: 'Default Conflict',
  schemeID: '71',
})

/** The node of a relation. @param other the node of the other way of a contradiction */
export function stepNode(relation: Relation, nodeID: string, other?: string): NewNode {
  const { name, schemeID, isExact } = stepName(relation)
  const contradicts = relation.kind === 'contradict'
  return {
    nodeID,
    text: name,
    type: relation.kind === 'support' ? 'RA' : 'CA',
    timestamp: '',
    scheme: name,
    ...(schemeID !== undefined && { schemeID }),
    ...withOwn({
      ...(contradicts && { kind: 'contradict', ...(other !== undefined && { other }) }),
      ...(!isExact && { scheme: relation.scheme }),
      ...differing(ownOfRelation(relation), PLAIN_RELATION),
    }),
  }
}

/** The name of a relation's scheme in AIF databases, and whether reading it gives the same scheme again. */
export function stepName({ kind, scheme }: Pick<Relation, 'kind' | 'scheme'>): {
  readonly name: string
  readonly schemeID: string | undefined
  readonly isExact: boolean
} {
  if (scheme === '')
    return kind === 'support'
      ? { name: 'Default Inference', schemeID: '72', isExact: true }
      : { name: 'Default Conflict', schemeID: '71', isExact: true }
  const { name, id } = schemeFor(scheme)
  return { name, schemeID: id, isExact: schemeFrom(name) === scheme }
}

/** The nodes of the ends of a relation. */
export const endsOf = (
  { premises, target, targetType }: Relation,
  nodeOf: ReadonlyMap<string, string>,
  stepOf: ReadonlyMap<string, string>,
): { premises: string[]; target: string } => ({
  premises: premises.map((id) => nodeOf.get(id)!),
  target: (targetType === 'claim' ? nodeOf : stepOf).get(target)!,
})
