import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Origin } from '../../../records/origin'
import type { Relation } from '../../../records/relation'
import { Correspondences } from '../correspondence'
import { attribute, edgeType, isWritten } from './agxml-words'
import { cdata } from './cdata'
import { readAgxml } from './read-agxml'
import { spreadWords } from './spread-words'
import { XmlEdits, type Element } from '../xml-edits'

/**
 * Writes a map in the form of the argument graph from which it came: what is unchanged as it is there, and what is new
 * after the last of its kind. Without changes it is the same text. Undefined if a wording has no place in it.
 */
export function rewriteAgxml(alone: Project, map: string, origin: Origin): string | undefined {
  const graph = new Rewriting(alone, origin)
  graph.name(map)
  graph.claims()
  graph.relations()
  const text = graph.text()
  const { claims } = readAgxml({ text, fileName: origin.fileName })
  const words = new Set(claims.map((claim) => claim.text))
  return [...alone.claims.values()].every((claim) => words.has(claim.text)) ? text : undefined
}

class Rewriting {
  readonly #records: Correspondences
  readonly #xml: XmlEdits
  readonly #aduOf = new Map<string, string>()
  readonly #edgeOf = new Map<string, string>()
  /** The units of each claim, in the order of its words. */
  readonly #unitsOf = new Map<string, string[]>()

  constructor(
    private readonly alone: Project,
    origin: Origin,
  ) {
    this.#records = new Correspondences(alone, origin, readAgxml)
    this.#xml = new XmlEdits(origin.content)
    const { sources } = readAgxml({ text: origin.content, fileName: origin.fileName })
    for (const { id, claim } of sources.flatMap(({ spans }) => spans))
      this.#unitsOf.set(claim, [...(this.#unitsOf.get(claim) ?? []), id])
  }

  text = (): string => this.#xml.text()

  name(map: string): void {
    const [then] = this.#records.then.maps.values()
    const now = this.alone.maps.get(map)
    const [root] = this.#xml.named('arggraph')
    if (root && then && now && then.name !== now.name) this.#xml.set(root, 'id', attribute(now.name))
  }

  claims(): void {
    for (const { id, then, now } of this.#records.of('claims')) {
      if (!now) this.#removeClaim(id)
      else if (!this.#aduOf.has(now.id)) {
        this.#aduOf.set(now.id, id)
        this.#changeClaim(id, then, now)
      }
    }
    for (const claim of this.#records.added('claims')) this.#addClaim(claim)
  }

  relations(): void {
    const all = this.#records.of('relations')
    for (const { id, now } of all)
      if (now && isWritten(this.alone, now.id) && !this.#edgeOf.has(now.id)) this.#edgeOf.set(now.id, id)
    const added = this.#records.added('relations').filter(({ id }) => isWritten(this.alone, id))
    for (const { id } of added) this.#edgeOf.set(id, this.#xml.newId('c'))
    for (const { id, then, now } of all) {
      if (now && this.#edgeOf.has(now.id)) this.#changeRelation(id, then, now)
      else for (const edge of this.#edgesAt(id)) this.#xml.remove(edge)
    }
    for (const relation of added) this.#addRelation(relation)
  }

  /** An edge, and the additional premises that lead to it. */
  #edgesAt = (id: string): Element[] => [
    ...this.#xml.named('edge').filter((edge) => edge.attributes['id'] === id),
    ...this.#adds(id),
  ]

  #adds = (id: string): Element[] =>
    this.#xml
      .named('edge')
      .filter(({ attributes }) => attributes['type'] === 'add' && attributes['trg'] === id)

  #segments = (adu: string): Element[] =>
    this.#xml
      .named('edge')
      .filter(({ attributes }) => attributes['type'] === 'seg' && attributes['trg'] === adu)

  #removeClaim(id: string): void {
    const shared = new Set([...this.#unitsOf].flatMap(([claim, units]) => (claim === id ? [] : units)))
    const units = new Set((this.#unitsOf.get(id) ?? []).filter((unit) => !shared.has(unit)))
    for (const unit of this.#xml.named('edu'))
      if (units.has(unit.attributes['id'] ?? '')) this.#xml.remove(unit)
    for (const adu of this.#xml.named('adu')) if (adu.attributes['id'] === id) this.#xml.remove(adu)
    for (const edge of this.#xml.named('edge')) {
      const { src = '', trg = '' } = edge.attributes
      if (src === id || trg === id || units.has(src)) this.#xml.remove(edge)
    }
  }

  #changeClaim(id: string, then: Claim, now: Claim): void {
    const [isOpposed, wasOpposed] = [now.tags.includes('opp'), then.tags.includes('opp')]
    const adu = this.#xml.named('adu').find(({ attributes }) => attributes['id'] === id)
    if (adu && isOpposed !== wasOpposed) this.#xml.set(adu, 'type', isOpposed ? 'opp' : 'pro')
    if (now.text !== then.text) this.#reword(id, now.text)
  }

  #reword(id: string, wording: string): void {
    const own = this.#unitsOf.get(id) ?? []
    const elements = new Map(this.#xml.named('edu').map((unit) => [unit.attributes['id'] ?? '', unit]))
    const units = own.flatMap((unit) => elements.get(unit) ?? [])
    if (units.length === 0) return this.#addUnit(id, wording)
    const words = spreadWords(
      units.map((unit) => unit.words),
      wording,
    )
    units.forEach((unit, at) => {
      const unitId = unit.attributes['id'] ?? ''
      if (words[at] === unit.words) return
      const isShared = [...this.#unitsOf].some(([claim, others]) => claim !== id && others.includes(unitId))
      if (words[at] !== '' && !isShared) return this.#xml.fill(unit, cdata(words[at]!))
      // The unit stays, because it is a part of the text or of another claim.
      for (const edge of this.#segments(id)) if (edge.attributes['src'] === unitId) this.#xml.remove(edge)
      if (words[at] !== '') this.#addUnit(id, words[at]!)
    })
  }

  #addUnit(adu: string, words: string): void {
    const [unit, edge] = [this.#xml.newId('e'), this.#xml.newId('s')]
    this.#xml.add('edu', `<edu id="${unit}">${cdata(words)}</edu>`)
    this.#xml.add('edge', `<edge id="${edge}" src="${unit}" trg="${adu}" type="seg"/>`)
  }

  #addClaim({ id, text, tags }: Claim): void {
    const adu = this.#xml.newId('a')
    this.#aduOf.set(id, adu)
    this.#xml.add('adu', `<adu id="${adu}" type="${tags.includes('opp') ? 'opp' : 'pro'}"/>`)
    this.#addUnit(adu, text)
  }

  #changeRelation(id: string, then: Relation, now: Relation): void {
    const edge = this.#xml.named('edge').find(({ attributes }) => attributes['id'] === id)
    if (!edge) return
    const { src = '', trg = '' } = edge.attributes
    const type = edgeType(now)
    if (type !== edgeType(then)) this.#xml.set(edge, 'type', type)
    const target = this.#targetOf(now)
    if (target !== undefined && !this.#elements(now.targetType, now.target).includes(trg))
      this.#xml.set(edge, 'trg', target)
    const wanted = now.premises.map((premise) => [premise, this.#elements('claim', premise)] as const)
    const isWanted = (element: string) => wanted.some(([, elements]) => elements.includes(element))
    const adds = this.#adds(id)
    const kept = adds.filter(({ attributes }) => isWanted(attributes['src'] ?? ''))
    for (const add of adds) if (!kept.includes(add)) this.#xml.remove(add)
    const there = new Set(kept.map(({ attributes }) => attributes['src'] ?? ''))
    if (isWanted(src)) there.add(src)
    const missing = wanted.filter(([, elements]) => !elements.some((each) => there.has(each)))
    let rest = missing.flatMap(([premise]) => this.#aduOf.get(premise) ?? [])
    if (!isWanted(src)) {
      const [first, ...others] = rest
      if (first !== undefined) [rest] = [others]
      // The first additional premise takes the place of the one that went.
      const [add] = kept
      if (first === undefined && add) this.#xml.remove(add)
      this.#xml.set(edge, 'src', first ?? add?.attributes['src'] ?? src)
    }
    for (const premise of rest) this.#addEdge(premise, id, 'add')
  }

  #addRelation(relation: Relation): void {
    const id = this.#edgeOf.get(relation.id)!
    const [first, ...others] = relation.premises.flatMap((premise) => this.#aduOf.get(premise) ?? [])
    const target = this.#targetOf(relation)
    if (first === undefined || target === undefined) return
    this.#xml.add('edge', `<edge id="${id}" src="${first}" trg="${target}" type="${edgeType(relation)}"/>`)
    for (const premise of others) this.#addEdge(premise, id, 'add')
  }

  #addEdge(from: string, to: string, type: string): void {
    this.#xml.add('edge', `<edge id="${this.#xml.newId('c')}" src="${from}" trg="${to}" type="${type}"/>`)
  }

  #targetOf = ({ targetType, target }: Relation): string | undefined =>
    (targetType === 'claim' ? this.#aduOf : this.#edgeOf).get(target)

  /** The elements that a record stands for, with that which was made for it. */
  #elements(type: Relation['targetType'], id: string): string[] {
    const record = type === 'claim' ? this.alone.claims.get(id) : this.alone.relations.get(id)
    const own = (type === 'claim' ? this.#aduOf : this.#edgeOf).get(id)
    return [...(record ? this.#records.elementsOf(record) : []), ...(own === undefined ? [] : [own])]
  }
}
