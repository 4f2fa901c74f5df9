import type { Table } from '../document/project'
import { differingIds } from '../document/table-after'
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
let last: { readonly relations: Table<Relation>; readonly links: Links } | undefined

/**
 * The links of a table of relations, read once for each. Those of claims on which no relation has changed since the table
 * before are the same objects.
 */
export function linksOf(relations: Table<Relation>): Links {
  let links = known.get(relations)
  if (!links) known.set(relations, (links = last ? linksAfter(last, relations) : read(relations)))
  last = { relations, links }
  return links
}

function linksAfter(before: NonNullable<typeof last>, relations: Table<Relation>): Links {
  const concerned = new Set<string>()
  for (const id of differingIds(before.relations, relations)) {
    for (const relation of [before.relations.get(id), relations.get(id)]) {
      for (const premise of relation?.premises ?? []) concerned.add(premise)
      if (relation) concerned.add(relation.target)
    }
  }
  const now = read(relations, concerned)
  const { direct, joint, to } = before.links
  return {
    direct: replacedAt(direct, now.direct, concerned),
    joint: replacedAt(joint, now.joint, concerned),
    to: replacedAt(to, now.to, concerned),
  }
}

/** @param only the claims that are read, if not all */
function read(relations: Table<Relation>, only?: ReadonlySet<string>): Links {
  const direct = new Map<string, Map<string, Relation[]>>()
  const joint = new Map<string, Map<string, Relation[]>>()
  const to = new Map<string, Link[]>()
  const isRead = (claim: string) => !only || only.has(claim)
  for (const relation of relations.values()) {
    const { id, premises, target, targetType, kind } = relation
    if (targetType !== 'claim') continue
    const contradicts = kind === 'contradict'
    for (const premise of premises) {
      if (isRead(premise)) {
        const pairs = premises.length === 1 ? direct : joint
        listed(inside(pairs, premise), target).push(relation)
        if (contradicts) listed(to, premise).push({ from: target, relation: id, isFor: false })
      }
      if (isRead(target)) {
        listed(to, target).push({ from: premise, relation: id, isFor: kind === 'support' })
        if (contradicts && premises.length === 1) listed(inside(direct, target), premise).push(relation)
      }
    }
  }
  return { direct, joint, to }
}

/** A map with the values that another one has for some keys, and without those keys that the other one does not have. */
export function replacedAt<Value>(
  map: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  keys: Iterable<string>,
): ReadonlyMap<string, Value> {
  const copy = new Map(map)
  for (const key of keys) {
    const value = other.get(key)
    if (value === undefined) copy.delete(key)
    else copy.set(key, value)
  }
  return copy
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
