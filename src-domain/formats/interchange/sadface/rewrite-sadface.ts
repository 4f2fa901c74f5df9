import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import type { Relation } from '../../../records/relation'
import { differing, ownOfClaim, ownOfMap, ownOfRelation, type OwnRecord } from '../own-records'
import { Correspondences } from '../correspondence'
import { GraphChanges } from '../graph-changes'
import { jsonAgain } from '../json-again'
import { idOf, objectsIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { groupsAgain } from './groups-again'
import { readSadface } from './read-sadface'
import { atomOf, nameOf, schemeOf } from './sadface-nodes'
import { SourcesAgain } from './sources-again'

type Raw = Record<string, unknown>

/**
 * Writes a map in the form of the SADFace document from which it came: what is unchanged as it is there, of a changed
 * element only what changed, and what is new after the last of its kind. Without changes it is the same text.
 */
export function rewriteSadface(alone: Project, map: string, origin: Origin): string {
  const whole = jsonIn(origin.content)
  if (!isObject(whole) || !Array.isArray(whole['nodes'])) return origin.content
  const nodes = whole['nodes'] as unknown[]
  const records = new Correspondences(alone, origin, readSadface)
  // Of two nodes with one id the last counts, as for the reader.
  const raws = new Map(objectsIn(nodes).map((node) => [idOf(node['id']), node]))
  const changes = new GraphChanges(records, ({ id }) => (raws.has(id) ? `${id}-new` : id))
  const sources = new SourcesAgain(records)
  const groups = groupsAgain(records, raws, changes)
  const set = new Map<string, Raw>(groups.changed)
  for (const { id, then, now } of changes.claims) {
    const raw = raws.get(id) ?? {}
    const text = now.text === then.text ? {} : { text: now.text }
    const own = ownOfAtom(records, raw, then, now)
    set.set(id, { ...text, ...sources.field(raw, id, now.id), ...withOwn(raw, own) })
  }
  for (const { id, then, now } of changes.steps) {
    const raw = raws.get(id) ?? {}
    set.set(id, { ...set.get(id), ...stepFields(raw, then, now) })
  }
  const gone = new Set([...changes.removed, ...groups.gone])
  const kept = nodes.flatMap((raw) => {
    if (!isObject(raw)) return [raw]
    const id = idOf(raw['id'])
    const fields = raws.get(id) === raw ? set.get(id) : undefined
    return gone.has(id) ? [] : [fields ? { ...raw, ...fields } : raw]
  })
  const cards = new Map([...alone.placements.values()].map((card) => [card.claim, card]))
  const atoms = changes.newClaims.map(({ id, claim }) => ({
    ...atomOf(alone, claim, cards.get(claim.id), sources.quotes),
    id,
  }))
  const schemes = changes.newSteps.map(({ id, relation }) => ({ ...schemeOf(relation), id }))
  const given = Array.isArray(whole['resources']) ? (whole['resources'] as unknown[]) : []
  const lists = {
    nodes: [
      ...after(after(kept, atoms, ['atom']), schemes, ['scheme', 'inference', 'conflict']),
      ...groups.added,
    ],
    edges: edgesAgain(whole['edges'], gone, changes),
    resources: sources.resources(given),
  }
  const present = Object.entries(lists).filter(([key, list]) => key in whole || list.length > 0)
  const changed = jsonAgain(
    { ...whole, ...headAgain(whole, records, map, changes.nodeOf), ...Object.fromEntries(present) },
    origin.content,
  )
  return changed === jsonAgain(whole, origin.content) ? origin.content : changed
}

/** A list with new items after the last node of these types; at its end if there is none. */
function after(list: readonly unknown[], items: readonly object[], types: readonly string[]): unknown[] {
  const last = list.findLastIndex((raw) => isObject(raw) && types.includes(String(raw['type'])))
  return last < 0 ? [...list, ...items] : [...list.slice(0, last + 1), ...items, ...list.slice(last + 1)]
}

function edgesAgain(given: unknown, gone: ReadonlySet<string>, { cut, joined }: GraphChanges): unknown[] {
  const edges = Array.isArray(given) ? (given as unknown[]) : []
  const kept = edges.filter((raw) => {
    if (!isObject(raw)) return true
    const [from, to] = [idOf(raw['source_id']), idOf(raw['target_id'])]
    return !gone.has(from) && !gone.has(to) && !cut.has(`${from}>${to}`)
  })
  const taken = new Set(objectsIn(edges).map(({ id }) => idOf(id)))
  const added = joined.map(({ from, to }) => {
    let id = `${from}-${to}`.slice(0, 200)
    while (taken.has(id)) id += '-2'
    taken.add(id)
    return { id, source_id: from, target_id: to }
  })
  return [...kept, ...added]
}

/** Our own fields set in the metadata of a node. */
function withOwn(raw: Raw, own: OwnRecord): Raw {
  if (Object.keys(own).length === 0) return {}
  const metadata = isObject(raw['metadata']) ? raw['metadata'] : {}
  const before = isObject(metadata['counterpoint']) ? metadata['counterpoint'] : {}
  return { metadata: { ...metadata, counterpoint: { ...before, ...own } } }
}

const ownIn = (raw: Raw): Raw => {
  const metadata = isObject(raw['metadata']) ? raw['metadata'] : {}
  return isObject(metadata['counterpoint']) ? metadata['counterpoint'] : {}
}

/** What changed in what only our own fields say of a claim and its card. A place is written if the file has one. */
function ownOfAtom(
  { now: here, then: there }: Correspondences,
  raw: Raw,
  then: Claim,
  now: Claim,
): OwnRecord {
  const cardOf = ({ placements }: Project, claim: string) =>
    [...placements.values()].find((card) => card.claim === claim)
  const [card, cardThen] = [cardOf(here, now.id), cardOf(there, then.id)]
  const { group: _now, ...own } = differing(ownOfClaim(here, now, card), ownOfClaim(there, then, cardThen))
  const isMoved = card && cardThen && (card.x !== cardThen.x || card.y !== cardThen.y)
  return { ...own, ...(isMoved && 'place' in ownIn(raw) && { place: { x: card.x, y: card.y } }) }
}

function stepFields(raw: Raw, then: Relation, now: Relation): Raw {
  const own = differing(ownOfRelation(now), ownOfRelation(then))
  if (then.kind === now.kind && then.scheme === now.scheme) return withOwn(raw, own)
  const { name, metadata } = nameOf(now)
  const said = isObject(metadata['counterpoint']) ? metadata['counterpoint'] : {}
  const isNamed = 'scheme' in said || 'scheme' in ownIn(raw)
  const isTyped = raw['type'] === 'inference' || raw['type'] === 'conflict'
  return {
    ...(isTyped && { type: now.kind === 'support' ? 'inference' : 'conflict' }),
    name,
    ...withOwn(raw, { ...own, ...(isNamed && { scheme: now.scheme }) }),
  }
}

/** The title and our own fields of the document, if they changed. */
function headAgain(
  whole: Raw,
  { now, then }: Correspondences,
  map: string,
  nodeOf: (claim: string) => string | undefined,
): Raw {
  const [mapThen = ''] = then.maps.keys()
  const { groups: _now, ...own } = ownOfMap(now, map, nodeOf)
  const { groups: _then, ...ownThen } = ownOfMap(then, mapThen, (claim) => {
    const [element] = then.claims.get(claim)?.foreign ?? []
    return element?.id
  })
  const { name, ...rest } = differing(
    { caveat: '', steps: [], ...own },
    { caveat: '', steps: [], ...ownThen },
  )
  const metadata = isObject(whole['metadata']) ? whole['metadata'] : {}
  const core = isObject(metadata['core']) ? metadata['core'] : undefined
  const again = {
    ...(name !== undefined && core && { core: { ...core, title: name } }),
    ...(withOwn(whole, rest)['metadata'] as Raw | undefined),
  }
  const head = name !== undefined && !core ? { title: name } : {}
  return Object.keys(again).length === 0 ? head : { ...head, metadata: { ...metadata, ...again } }
}
