import { groupBy } from '../../../collections/group-by'
import type { Placement } from '../../../records/placement'
import { mapsInOrder } from '../../../records/map'
import { element, type XmlElement } from '../../export/picture/svg-xml'
import type { Correspondences } from '../correspondence'
import type { Element } from '../xml-edits'
import type { Guids } from './guids'
import { edge, isLink, vertex } from './refi-elements'
import type { RefiFile } from './refi-file'
import type { RelationChanges } from './relation-changes'

/** A graph that is written again, with the vertices of claims. */
interface Graph {
  readonly add: (after: readonly string[], node: XmlElement) => void
  readonly vertices: Map<string, string>
  readonly added: Set<string>
}

/** Changes of the maps of a project that came in. */
export class GraphChanges {
  readonly #graphs = new Map<string, Graph>()

  constructor(
    private readonly file: RefiFile,
    private readonly records: Correspondences,
    private readonly guids: Guids,
    private readonly standsFor: ReadonlyMap<string, string>,
  ) {}

  maps(): void {
    const { records, file } = this
    const [first] = file.graphs
    for (const { id, then, now } of records.of('maps')) {
      const graph = id === '' ? first : file.element(id)
      if (!graph) {
        // Links without a graph make a map that is not in the file.
        if (now && !this.#isAsLaidOut(then.id, now.id, then.name !== now.name))
          this.#addGraph(now.id, now.name)
      } else if (!now) file.remove(graph)
      else {
        if (now.name !== then.name) file.set(graph, 'name', now.name)
        this.#graphs.set(now.id, {
          add: (after, node) => file.append(graph, after, node),
          vertices: new Map(),
          added: new Set(),
        })
        this.#compareCards(graph, then.id, now.id)
      }
    }
    const added = new Set(records.added('maps').map(({ id }) => id))
    for (const { id, name } of mapsInOrder(records.now.maps.values()))
      if (added.has(id)) this.#addGraph(id, name)
    for (const card of records.added('placements')) this.#addCard(card)
  }

  edges({ linkOf, added }: RelationChanges): void {
    const drawn = new Set(
      this.file.graphs.flatMap((graph) =>
        graph.children
          .filter(({ name }) => name === 'Edge')
          .map((line) => `${this.file.guidOf(graph)} ${this.file.guidOf(line, 'representedGUID')}`),
      ),
    )
    for (const [map, graph] of this.#graphs) {
      for (const relation of this.records.now.relations.values()) {
        const guid = linkOf.get(relation.id)
        if (guid === undefined || !isLink(relation)) continue
        const ends = [relation.premises[0]!, relation.target]
        const [from, to] = ends.map((claim) => graph.vertices.get(claim))
        const isNew = added.has(relation.id) || ends.some((claim) => graph.added.has(claim))
        if (!from || !to || !isNew || drawn.has(`${map} ${guid.toLowerCase()}`)) continue
        graph.add(['Vertex', 'Edge'], edge(this.guids.made(`edge ${map} ${relation.id}`), guid, from, to))
      }
    }
  }

  finish(): void {
    for (const node of this.#new) this.file.add('Graphs', element('Graph', node.attributes, ...node.children))
  }

  readonly #new: { attributes: { guid: string; name: string }; children: XmlElement[] }[] = []

  #addGraph(map: string, name: string): void {
    const graph = {
      attributes: { guid: this.guids.made(`graph ${map}`), name },
      children: [] as XmlElement[],
    }
    this.#new.push(graph)
    this.#graphs.set(map, {
      add: (_, node) => graph.children.push(node),
      vertices: new Map(),
      added: new Set(),
    })
    const isNew = new Set(this.records.added('placements').map(({ id }) => id))
    for (const card of this.#cardsOn(map)) if (!isNew.has(card.id)) this.#addCard(card)
  }

  #addCard(card: Placement): void {
    const graph = this.#graphs.get(card.map)
    const represented = this.standsFor.get(card.claim)
    if (!graph || represented === undefined) return
    const guid = this.guids.made(`vertex ${card.id}`)
    graph.vertices.set(card.claim, guid)
    graph.added.add(card.claim)
    graph.add(
      ['Vertex'],
      vertex(guid, represented, card, this.records.now.claims.get(card.claim)?.text ?? ''),
    )
  }

  #compareCards(graph: Element, mapThen: string, mapNow: string): void {
    const vertices = groupBy(
      graph.children.filter(({ name }) => name === 'Vertex'),
      (each) => this.file.guidOf(each, 'representedGUID'),
    )
    const seen = new Set<Element>()
    for (const { then, now } of this.records.of('placements')) {
      if (then.map !== mapThen) continue
      const ids = this.records.then.claims.get(then.claim)?.foreign?.map(({ id }) => id) ?? []
      const own = ids.flatMap((id) => vertices.get(id) ?? []).filter((each) => !seen.has(each))
      for (const each of own) {
        seen.add(each)
        if (!now || now.map !== mapNow) this.file.remove(each)
        else this.#change(each, then, now)
      }
    }
  }

  #change(each: Element, then: Placement, now: Placement): void {
    const represented = this.standsFor.get(now.claim)
    if (!this.file.element(this.file.guidOf(each, 'representedGUID')))
      this.file.set(each, 'representedGUID', represented)
    this.#graphs.get(now.map)!.vertices.set(now.claim, each.attributes['guid'] ?? '')
    for (const [axis, shift] of [
      ['X', Math.round(now.x) - then.x],
      ['Y', Math.round(now.y) - then.y],
    ] as const) {
      if (shift === 0) continue
      for (const end of [`first${axis}`, `second${axis}`]) {
        const value = Number(each.attributes[end])
        if (each.attributes[end] !== undefined && Number.isFinite(value))
          this.file.set(each, end, Math.round(value + shift))
      }
    }
  }

  #isAsLaidOut(mapThen: string, mapNow: string, isRenamed: boolean): boolean {
    const cards = this.records.of('placements').filter(({ then }) => then.map === mapThen)
    const isSame = cards.every(({ then, now }) => now?.map === mapNow && now.x === then.x && now.y === then.y)
    return !isRenamed && isSame && this.#cardsOn(mapNow).length === cards.length
  }

  #cardsOn = (map: string): Placement[] =>
    [...this.records.now.placements.values()].filter((card) => card.map === map)
}
