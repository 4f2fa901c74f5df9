import type { Relation } from '../../../records/relation'
import type { Correspondences } from '../correspondence'
import type { Element } from '../xml-edits'
import type { Guids } from './guids'
import { isLink, link, linkWords } from './refi-elements'
import type { RefiFile } from './refi-file'

/** Changes of the relations of a project that came in: links, and edges of graphs that no link stands behind. */
export class RelationChanges {
  /** The GUID of the link of a relation, as it is written. */
  readonly linkOf = new Map<string, string>()
  /** The relations whose links are new. */
  readonly added = new Set<string>()

  /** @param standsFor the GUID of what stands for a claim */
  constructor(
    private readonly file: RefiFile,
    private readonly records: Correspondences,
    private readonly guids: Guids,
    private readonly standsFor: ReadonlyMap<string, string>,
  ) {
    const seen = new Set<string>()
    for (const { id, then, now } of records.of('relations')) {
      const line = file.element(id)
      if (!line) continue
      if (!now || !isLink(now) || seen.has(now.id) || !this.#change(line, then, now)) file.remove(line)
      else seen.add(now.id)
    }
    for (const relation of records.now.relations.values())
      if (isLink(relation) && !seen.has(relation.id)) this.#add(relation)
  }

  /** Sets what changed of a relation. @returns whether the line can say it */
  #change(line: Element, then: Relation, now: Relation): boolean {
    const isEdge = line.name === 'Edge'
    if (now.kind !== then.kind)
      for (const [name, value] of Object.entries(linkWords(now))) this.file.set(line, name, value)
    const ends = isEdge ? ['sourceVertex', 'targetVertex'] : ['originGUID', 'targetGUID']
    const claims = [now.premises[0]!, now.target]
    for (const [at, end] of ends.entries()) {
      const claim = claims[at]!
      if (this.#stands(line, end, isEdge, claim)) continue
      if (isEdge) return false
      this.file.set(line, end, this.standsFor.get(claim))
    }
    if (!isEdge) this.linkOf.set(now.id, line.attributes['guid'] ?? '')
    return true
  }

  /** Whether an end of a line is at an element of a claim that is still there. */
  #stands(line: Element, end: string, isEdge: boolean, claim: string): boolean {
    const direct = this.file.guidOf(line, end)
    const vertex = isEdge ? this.file.element(direct) : undefined
    if (isEdge && !vertex) return false
    const guid = vertex ? this.file.guidOf(vertex, 'representedGUID') : direct
    const elements = this.records.elementsOf(this.records.now.claims.get(claim)!)
    const isOf = elements.includes(guid) || this.standsFor.get(claim)?.toLowerCase() === guid
    return isOf && this.file.element(guid) !== undefined
  }

  #add(relation: Relation): void {
    const [from, to] = [relation.premises[0]!, relation.target].map((claim) => this.standsFor.get(claim))
    if (from === undefined || to === undefined) return
    const guid = this.guids.of('link', relation)
    this.linkOf.set(relation.id, guid)
    this.added.add(relation.id)
    this.file.add('Links', link(guid, relation, from, to))
  }
}
