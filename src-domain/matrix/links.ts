import type { Table } from '../document/project'
import type { Relation } from '../records/relation'

/** A way from one claim to another by one relation. */
export interface Link {
  readonly from: string
  readonly relation: string
  /** Whether it speaks for the claim that it leads to. */
  readonly isFor: boolean
}

/** Things between two claims, by the one that leads and the one that it leads to. */
export type Between<Item> = ReadonlyMap<string, ReadonlyMap<string, Item>>

/** The relations of a project between claims, as a matrix reads them. A contradiction leads both ways. */
export interface Links {
  /** The relations of one premise. */
  readonly direct: Between<readonly Relation[]>
  /** The relations of several premises, by each of them. */
  readonly joint: Between<readonly Relation[]>
  /** The links to a claim. */
  readonly to: ReadonlyMap<string, readonly Link[]>
}

const known = new WeakMap<Table<Relation>, Links>()

/** The links of a table of relations, read once for each. */
export function linksOf(relations: Table<Relation>): Links {
  let links = known.get(relations)
  if (!links) known.set(relations, (links = read(relations)))
  return links
}

function read(relations: Table<Relation>): Links {
  const direct = new Map<string, Map<string, Relation[]>>()
  const joint = new Map<string, Map<string, Relation[]>>()
  const to = new Map<string, Link[]>()
  for (const relation of relations.values()) {
    const { id, premises, target, targetType, kind } = relation
    if (targetType !== 'claim') continue
    for (const premise of premises) {
      const pairs = premises.length === 1 ? direct : joint
      listed(inside(pairs, premise), target).push(relation)
      listed(to, target).push({ from: premise, relation: id, isFor: kind === 'support' })
      if (kind !== 'contradict') continue
      if (premises.length === 1) listed(inside(direct, target), premise).push(relation)
      listed(to, premise).push({ from: target, relation: id, isFor: false })
    }
  }
  return { direct, joint, to }
}

/** The list in a map of lists; a new one where there is none. */
export function listed<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  let list = lists.get(key)
  if (!list) lists.set(key, (list = []))
  return list
}

/** The map inside a map of maps; a new one where there is none. */
export function inside<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let map = maps.get(key)
  if (!map) maps.set(key, (map = new Map()))
  return map
}
