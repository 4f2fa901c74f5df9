import type { Point } from '../../../canvas/card'
import { isObject } from '../../../records/record'
import type { Relation } from '../../../records/relation'
import type { Correspondences } from '../correspondence'
import { GraphChanges } from '../graph-changes'
import { type AifFile } from './aif-file'
import { objectsIn, idOf } from '../json-fields'
import { claimNode, stepName, stepNode } from './nodeset'
import { differing, ownOfClaim, ownOfRelation, type OwnRecord } from '../own-records'

type Raw = Record<string, unknown>

/** What changed in the nodes and edges of an AIF file since it came, by comparing its records then and now. */
export class AifChanges {
  /** The fields to set of each changed node. */
  readonly #set = new Map<string, Raw>()
  readonly #graph: GraphChanges
  readonly #newNodes: Raw[] = []
  readonly #isNumbered: boolean

  constructor(
    private readonly records: Correspondences,
    private readonly file: AifFile,
  ) {
    const raws = [...file.nodes.values()].map(({ raw }) => raw['nodeID'] ?? raw['id'])
    this.#isNumbered = raws.length > 0 && raws.every((id) => typeof id === 'number')
    let last = [...file.nodes.keys()].reduce(
      (most, id) => (/^\d{1,9}$/.test(id) ? Math.max(most, Number(id)) : most),
      0,
    )
    this.#graph = new GraphChanges(records, () => String(++last))
    this.#claims()
    this.#relations()
  }

  get any(): boolean {
    const sizes = [
      this.#set.size,
      this.#graph.removed.size,
      this.#graph.cut.size,
      this.#graph.joined.length,
      this.#newNodes.length,
    ]
    return sizes.some((size) => size > 0)
  }

  /** The node of a claim, among those of the file or new. */
  nodeOf = (claim: string): string | undefined => this.#graph.nodeOf(claim)

  isRemoved = (node: string): boolean => this.#graph.removed.has(node)

  /** The lists of the file that have nodes and edges, with the changes. */
  lists(): Raw {
    const { aif } = this.file
    const seen = new Set<string>()
    const nodes = (Array.isArray(aif['nodes']) ? aif['nodes'] : []).flatMap((raw: unknown) => {
      if (!isObject(raw)) return [raw]
      const id = idOf(raw['nodeID'] ?? raw['id'])
      if (this.#graph.removed.has(id)) return []
      const isFirst = !seen.has(id)
      seen.add(id)
      return [isFirst ? withOwnFields(raw, this.#set.get(id)) : raw]
    })
    const byType = (type: string) => this.#newNodes.filter((node) => node['type'] === type)
    for (const type of ['I', 'RA', 'CA']) {
      const kinds = type === 'I' ? ['I', 'EN'] : [type]
      const last = nodes.findLastIndex((raw) => isObject(raw) && kinds.includes(String(raw['type'])))
      nodes.splice(last < 0 ? nodes.length : last + 1, 0, ...byType(type))
    }
    return { ...aif, ...this.#otherLists(), nodes, edges: this.#edges() }
  }

  /** Lists with an entry for each node, such as `locutions`, without the removed ones. */
  #otherLists(): Raw {
    if (this.#graph.removed.size === 0) return {}
    const lists = Object.entries(this.file.aif).filter(
      ([key, value]) => key !== 'nodes' && key !== 'edges' && Array.isArray(value),
    )
    const isKept = (raw: unknown) =>
      !isObject(raw) || !('nodeID' in raw) || !this.#graph.removed.has(idOf(raw['nodeID']))
    return Object.fromEntries(lists.map(([key, value]) => [key, (value as unknown[]).filter(isKept)]))
  }

  #edges(): unknown[] {
    const { aif, nodes } = this.file
    const given = Array.isArray(aif['edges']) ? (aif['edges'] as unknown[]) : []
    const endOf = (raw: Raw, names: readonly [string, string]): string => {
      const value = raw[names[0]] ?? raw[names[1]]
      return idOf(isObject(value) ? value['id'] : value)
    }
    const kept = given.flatMap((raw) => {
      if (!isObject(raw)) return [raw]
      const [from, to] = [endOf(raw, ['fromID', 'from']), endOf(raw, ['toID', 'to'])]
      if (
        this.#graph.removed.has(from) ||
        this.#graph.removed.has(to) ||
        this.#graph.cut.has(`${from}>${to}`)
      )
        return []
      const copies = ['from', 'to'].flatMap((end) => {
        const node = raw[end]
        const set = isObject(node) ? this.#set.get(idOf(node['id'])) : undefined
        return isObject(node) && set ? [[end, withOwnFields(node, set)] as const] : []
      })
      return [copies.length > 0 ? { ...raw, ...Object.fromEntries(copies) } : raw]
    })
    const first = objectsIn(given)[0]
    let last = objectsIn(given).reduce((most, { edgeID }) => Math.max(most, Number(edgeID) || 0), 0)
    const copyOf = (id: string): unknown =>
      this.#newNodes.find((node) => idOf(node['id']) === id) ??
      withOwnFields(nodes.get(id)?.raw ?? {}, this.#set.get(id))
    const added = this.#graph.joined.map(({ from, to }): Raw => {
      if (this.file.dialect === 'ova2')
        return { from: copyOf(from), to: copyOf(to), visible: true, annotator_name: '', date: '' }
      const edgeID = ++last
      const isText = typeof first?.['edgeID'] !== 'number'
      return {
        edgeID: isText ? String(edgeID) : edgeID,
        fromID: this.#asId(from),
        toID: this.#asId(to),
        ...(first && 'formEdgeID' in first && { formEdgeID: null }),
      }
    })
    return [...kept, ...added]
  }

  #asId = (id: string): string | number =>
    (this.file.nodes.get(id)?.raw['nodeID'] as string | undefined) ?? (this.#isNumbered ? Number(id) : id)

  #claims(): void {
    const { records } = this
    const cardsNow = new Map([...records.now.placements.values()].map((card) => [card.claim, card]))
    const cardsThen = new Map([...records.then.placements.values()].map((card) => [card.claim, card]))
    for (const { id, then, now } of this.#graph.claims) {
      const own = differing(
        groupless(ownOfClaim(records.now, now, cardsNow.get(now.id))),
        groupless(ownOfClaim(records.then, then, cardsThen.get(then.id))),
      )
      const moved = this.#ownPlace(id, cardsNow.get(now.id), cardsThen.get(then.id))
      this.#change(id, { ...(now.text !== then.text && { text: now.text }) }, { ...own, ...moved })
    }
    const hasPlaces = this.file.dialect.startsWith('ova')
    for (const { id, claim } of this.#graph.newClaims) {
      const card = cardsNow.get(claim.id)
      this.#newNodes.push(
        this.#inDialect(claimNode(records.now, claim, id, card, hasPlaces) as unknown as Raw, card),
      )
    }
  }

  /** The position of a card that was moved, if the file has it under our own key. */
  #ownPlace(id: string, now: Point | undefined, then: Point | undefined): OwnRecord {
    const own = this.file.nodes.get(id)?.raw['counterpoint']
    if (!isObject(own) || !('place' in own) || !now || !then) return {}
    return now.x === then.x && now.y === then.y ? {} : { place: { x: now.x, y: now.y } }
  }

  #relations(): void {
    for (const { id, then, now } of this.#graph.steps) this.#step(id, then, now)
    for (const { id, relation } of this.#graph.newSteps)
      this.#newNodes.push(this.#inDialect(stepNode(relation, id) as unknown as Raw, undefined))
  }

  #step(id: string, then: Relation, now: Relation): void {
    const type = now.kind === 'support' ? 'RA' : 'CA'
    const typeThen = then.kind === 'support' ? 'RA' : 'CA'
    const isRenamed = type !== typeThen || now.scheme !== then.scheme
    const { name, isExact } = stepName(now)
    const own = {
      ...differing(ownOfRelation(now), ownOfRelation(then)),
      ...(isRenamed && !isExact && { scheme: now.scheme }),
      ...((now.kind === 'contradict') !== (then.kind === 'contradict') && { kind: now.kind }),
    }
    const raw = this.file.nodes.get(id)?.raw ?? {}
    const fields = {
      ...(type !== typeThen && { type }),
      ...(isRenamed && {
        text: name,
        ...('scheme' in raw && this.file.dialect !== 'ova2' && { scheme: name }),
      }),
    }
    this.#change(id, fields, own)
  }

  #change(id: string, fields: Raw, own: OwnRecord): void {
    const set = { ...fields, ...(Object.keys(own).length > 0 && { counterpoint: own }) }
    if (Object.keys(set).length > 0) this.#set.set(id, { ...this.#set.get(id), ...set })
  }

  #inDialect({ nodeID, ...node }: Raw, card: { readonly x: number; readonly y: number } | undefined): Raw {
    const id = this.#isNumbered ? Number(nodeID) : nodeID
    if (this.file.dialect !== 'ova2') return { nodeID: id, ...node }
    const { schemeID = '0', scheme: _name, ...rest } = node
    return {
      id,
      x: card?.x ?? 0,
      y: card?.y ?? 0,
      color: 'b',
      text_begin: [],
      text_end: [],
      ...rest,
      scheme: schemeID,
      visible: true,
    }
  }
}

/** Groups are named by ids of ours, which differ between two readings of a file. */
const groupless = ({ group: _group, ...rest }: OwnRecord): OwnRecord => rest

/** A node with fields set; those of ours are added to the ones that it has. */
function withOwnFields(raw: Raw, set: Raw | undefined): Raw {
  if (!set) return raw
  const before = isObject(raw['counterpoint']) ? raw['counterpoint'] : {}
  const own = isObject(set['counterpoint']) ? { counterpoint: { ...before, ...set['counterpoint'] } } : {}
  return { ...raw, ...set, ...own }
}
