import type { Table } from '../document/project'
import type { Relation } from '../records/relation'

/** A way from one claim to another by one relation. */
export interface Link {
  readonly from: string
  readonly relation: string
  /** Whether it speaks for the claim that it leads to. */
  readonly isFor: boolean
}

/** The relations of a project between claims, as a matrix reads them. A contradiction leads both ways. */
export interface Links {
  /** The relations of one premise, by `pairOf` their ends. */
  readonly direct: ReadonlyMap<string, readonly Relation[]>
  /** The relations of several premises, by `pairOf` a premise and the target. */
  readonly joint: ReadonlyMap<string, readonly Relation[]>
  /** The links to a claim. */
  readonly to: ReadonlyMap<string, readonly Link[]>
}

/** A key for two claims, or for a row and a hypothesis. */
export const pairOf = (from: string, to: string): string => `${from} ${to}`

const known = new WeakMap<Table<Relation>, Links>()

/** The links of a table of relations, read once for each. */
export function linksOf(relations: Table<Relation>): Links {
  let links = known.get(relations)
  if (!links) known.set(relations, (links = read(relations)))
  return links
}

function read(relations: Table<Relation>): Links {
  const [direct, joint] = [new Map<string, Relation[]>(), new Map<string, Relation[]>()]
  const to = new Map<string, Link[]>()
  for (const relation of relations.values()) {
    const { id, premises, target, targetType, kind } = relation
    if (targetType !== 'claim') continue
    for (const premise of premises) {
      const pairs = premises.length === 1 ? direct : joint
      listed(pairs, pairOf(premise, target)).push(relation)
      listed(to, target).push({ from: premise, relation: id, isFor: kind === 'support' })
      if (kind !== 'contradict') continue
      if (premises.length === 1) listed(direct, pairOf(target, premise)).push(relation)
      listed(to, premise).push({ from: target, relation: id, isFor: false })
    }
  }
  return { direct, joint, to }
}

function listed<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  let list = lists.get(key)
  if (!list) lists.set(key, (list = []))
  return list
}
