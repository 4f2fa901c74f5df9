import type { Claim } from '../../records/claim'
import type { Relation } from '../../records/relation'
import type { Correspondence, Correspondences } from './correspondence'

type Kept<Row> = Omit<Correspondence<Row & (Claim | Relation)>, 'now' | 'then'> & {
  readonly then: Row
  readonly now: Row
}

/**
 * What changed since a file came in a graph whose steps are nodes: AIF and SADFace. Of a step, its premises lead to it
 * by edges, and an edge leads from it to its target.
 */
export class GraphChanges {
  /** The claims and steps that are still there, each record once. */
  readonly claims: Kept<Claim>[] = []
  readonly steps: Kept<Relation>[] = []
  readonly newClaims: { readonly id: string; readonly claim: Claim }[] = []
  readonly newSteps: { readonly id: string; readonly relation: Relation }[] = []
  /** Nodes to remove, with every edge at them. */
  readonly removed = new Set<string>()
  /** Edges to remove, as `from>to`. */
  readonly cut = new Set<string>()
  readonly joined: { readonly from: string; readonly to: string }[] = []
  readonly #nodeOf = new Map<string, string>()
  readonly #stepOf = new Map<string, string>()

  /** @param newId makes the id of the node of a new record */
  constructor(
    private readonly records: Correspondences,
    newId: (record: Claim | Relation) => string,
  ) {
    this.#compareClaims(newId)
    this.#compareSteps(newId)
  }

  /** The node of a claim, among those of the file or new. */
  nodeOf = (claim: string): string | undefined => this.#nodeOf.get(claim)

  #compareClaims(newId: (claim: Claim) => string): void {
    for (const { id, then, now } of this.records.of('claims')) {
      if (!now) this.removed.add(id)
      // A claim that stands for several elements has the words of one of them: the others stay as they are.
      else if (!this.#nodeOf.has(now.id)) {
        this.#nodeOf.set(now.id, id)
        this.claims.push({ id, then, now })
      }
    }
    for (const claim of this.records.added('claims')) {
      const id = newId(claim)
      this.#nodeOf.set(claim.id, id)
      this.newClaims.push({ id, claim })
    }
  }

  #compareSteps(newId: (relation: Relation) => string): void {
    const all = this.records.of('relations')
    const own = this.#ownSteps(all)
    for (const { id, now } of all)
      if (now && !own.has(now.id) && !this.#stepOf.has(now.id)) this.#stepOf.set(now.id, id)
    for (const relation of [...own.values(), ...this.records.added('relations')]) {
      const id = newId(relation)
      this.#stepOf.set(relation.id, id)
      this.newSteps.push({ id, relation })
    }
    const left = new Set(all.flatMap(({ id, now }) => (now ? [id] : [])))
    for (const { id, then, now } of all) {
      if (!left.has(id)) this.removed.add(id)
      else if (!now || own.has(now.id)) this.cut.add(`${id}>${this.#endsThen(then).target}`)
      else {
        this.steps.push({ id, then, now })
        this.#compareEnds(id, then, now)
      }
    }
    for (const { id, relation } of this.newSteps) {
      const { premises, target } = this.#endsNow(relation)
      for (const premise of premises) this.joined.push({ from: premise, to: id })
      if (target !== undefined) this.joined.push({ from: id, to: target })
    }
  }

  /**
   * Relations that came from one node with several targets, and say other things now than its first: each needs a node of
   * its own.
   */
  #ownSteps(all: readonly Correspondence<Relation>[]): Map<string, Relation> {
    const aimedAt = new Set(
      [...this.records.now.relations.values()].flatMap(({ targetType, target }) =>
        targetType === 'relation' ? [target] : [],
      ),
    )
    const first = new Map<string, Relation>()
    const own = new Map<string, Relation>()
    for (const { id, now } of all) {
      if (!now) continue
      const before = first.get(id)
      if (!before) first.set(id, now)
      else if (before.id !== now.id && (aimedAt.has(now.id) || said(now) !== said(before)))
        own.set(now.id, now)
    }
    return own
  }

  #compareEnds(id: string, then: Relation, now: Relation): void {
    const before = this.#endsThen(then)
    const kept = new Set(now.premises.flatMap((claim) => this.#elementsOf('claims', claim)))
    for (const premise of before.premises) if (!kept.has(premise)) this.cut.add(`${premise}>${id}`)
    const known = new Set(before.premises)
    for (const premise of now.premises) {
      const from = this.#nodeOf.get(premise)
      const isKnown = this.#elementsOf('claims', premise).some((each) => known.has(each))
      if (from !== undefined && !isKnown) this.joined.push({ from, to: id })
    }
    const target = this.#elementsOf(now.targetType === 'claim' ? 'claims' : 'relations', now.target)
    if (target.includes(before.target)) return
    this.cut.add(`${id}>${before.target}`)
    const to = this.#endsNow(now).target
    if (to !== undefined) this.joined.push({ from: id, to })
  }

  #elementsOf(table: 'claims' | 'relations', id: string): string[] {
    const record = this.records.now[table].get(id)
    return record ? this.records.elementsOf(record) : []
  }

  #endsThen({ premises, target, targetType }: Relation): { premises: string[]; target: string } {
    const { then } = this.records
    const elementOf = (record: Claim | Relation | undefined) => record?.foreign?.[0]?.id ?? ''
    return {
      premises: premises.map((id) => elementOf(then.claims.get(id))),
      target: elementOf(targetType === 'claim' ? then.claims.get(target) : then.relations.get(target)),
    }
  }

  #endsNow({ premises, target, targetType }: Relation) {
    return {
      premises: premises.flatMap((id) => this.#nodeOf.get(id) ?? []),
      target: (targetType === 'claim' ? this.#nodeOf : this.#stepOf).get(target),
    }
  }
}

/** Everything that a step says but its target. */
const said = ({ kind, scheme, note, warrant, strength, answers, premises }: Relation): string =>
  JSON.stringify([kind, scheme, note, warrant, strength, answers, [...premises].sort()])
