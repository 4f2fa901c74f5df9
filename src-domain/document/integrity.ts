import { brokenMatrices, matrixPointersOf } from './matrix-rules'
import { originPointersOf } from './origins'
import type { Pointer } from './pointer'
import type { Project } from './project'
import type { Claim } from '../records/claim'
import type { Excerpt } from '../records/excerpt'
import type { Group } from '../records/group'
import type { Placement } from '../records/placement'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { Relation } from '../records/relation'
import type { Source } from '../records/source'

/** Every breach of the rules of P3 in a project, each as a clause; empty if there is none. */
export function brokenRules(project: Project): string[] {
  return [
    ...danglingReferences(project),
    ...badSpans(project),
    ...badRelations(project),
    ...[...project.placements.values()].flatMap(
      (placement) => groupFault(placement, project.groups.get(placement.group)) ?? [],
    ),
    ...doublePlacements(project),
    ...brokenMatrices(project),
  ]
}

/** The records that a record points to. */
export const pointersOf = (table: TableName, record: AnyRecord): Pointer[] => [
  ...ownPointersOf(table, record),
  ...originPointersOf(table, record),
]

function ownPointersOf(table: TableName, record: AnyRecord): Pointer[] {
  switch (table) {
    case 'claims': {
      const { id, category } = record as Claim
      return [{ table: 'categories', id: category, broken: `the claim ${id} has a missing category` }]
    }
    case 'excerpts': {
      const { id, claim, source } = record as Excerpt
      return [
        { table: 'claims', id: claim, broken: `the excerpt ${id} belongs to a missing claim` },
        { table: 'sources', id: source, broken: `the excerpt ${id} belongs to a missing source` },
      ]
    }
    case 'placements': {
      const { id, map, claim, group } = record as Placement
      return [
        { table: 'maps', id: map, broken: `the placement ${id} is on a missing map` },
        { table: 'claims', id: claim, broken: `the placement ${id} belongs to a missing claim` },
        ...(group === '' ? [] : [{ table: 'groups' as const, id: group, broken: elsewhere(id) }]),
      ]
    }
    case 'groups': {
      const { id, map } = record as Group
      return [{ table: 'maps', id: map, broken: `the group ${id} is on a missing map` }]
    }
    case 'relations': {
      const { id, premises, targetType, target } = record as Relation
      const to = targetType === 'claim' ? 'claims' : 'relations'
      const missing = `the relation ${id} has a missing premise`
      return [
        ...premises.map((premise) => ({ table: 'claims' as const, id: premise, broken: missing })),
        { table: to, id: target, broken: `the relation ${id} has a missing target` },
      ]
    }
    default:
      return matrixPointersOf(table, record)
  }
}

const elsewhere = (placement: string): string =>
  `the placement ${placement} is in a group that is not on its map`

/** A fault between a placement and its group, as a clause; undefined without a fault or a group. */
export const groupFault = (placement: Placement, group: Group | undefined): string | undefined =>
  group && group.map !== placement.map ? elsewhere(placement.id) : undefined

function danglingReferences(project: Project): string[] {
  const broken: string[] = []
  for (const table of TABLE_NAMES) {
    for (const record of project[table].values()) {
      for (const pointer of pointersOf(table, record)) {
        if (!project[pointer.table].has(pointer.id)) broken.push(pointer.broken)
      }
    }
  }
  return broken
}

function badSpans(project: Project): string[] {
  const broken: string[] = []
  for (const source of project.sources.values()) {
    const fault = sourceFault(source)
    if (fault) broken.push(fault)
  }
  for (const excerpt of project.excerpts.values()) {
    const fault = excerptFault(excerpt, project.sources.get(excerpt.source))
    if (fault) broken.push(fault)
  }
  return broken
}

/** A fault in the blocks of a source, as a clause; undefined if there is none. */
export const sourceFault = (source: Source): string | undefined =>
  blocksFit(source) ? undefined : `a block of the source ${source.id} is outside its text or overlaps another`

/** A fault in the offsets or the anchor of an excerpt, as a clause; undefined if there is none. */
export function excerptFault(excerpt: Excerpt, source: Source | undefined): string | undefined {
  if (!source) return undefined
  if (excerpt.end <= excerpt.start || excerpt.end > source.text.length) {
    // These keep their old offsets, which may lie beyond the end of a shorter text.
    if (['lost', 'ambiguous'].includes(excerpt.anchor)) return undefined
    return `the excerpt ${excerpt.id} lies outside its source`
  }
  if (excerpt.anchor !== 'exact' || source.text.slice(excerpt.start, excerpt.end) === excerpt.exact)
    return undefined
  return `the excerpt ${excerpt.id} is marked as exact, but its source has other words there`
}

/** Whether the blocks of a source lie within its text, in order, not empty and without overlap. */
export function blocksFit({ blocks, text }: Pick<Source, 'blocks' | 'text'>): boolean {
  let last = 0
  for (const { start, end } of blocks) {
    if (start < last || end <= start || end > text.length) return false
    last = end
  }
  return true
}

function badRelations(project: Project): string[] {
  const broken: string[] = []
  const grounded = new Set<string>()
  for (const relation of project.relations.values()) {
    const reason =
      relationFault(relation) ?? (undercutsItself(project, relation, grounded) ? 'attacks itself' : undefined)
    if (reason) broken.push(`the relation ${relation.id} ${reason}`)
  }
  return broken
}

/** A fault of a relation that can be seen without other records, as a predicate; undefined if there is none. */
export function relationFault(relation: Relation): string | undefined {
  if (new Set(relation.premises).size !== relation.premises.length) return 'has the same premise twice'
  if (relation.premises.includes(relation.target)) return 'has its target among its premises'
  if (relation.kind === 'contradict' && relation.targetType === 'relation')
    return 'contradicts a relation, not a claim'
  return undefined
}

/**
 * Whether the targets of a relation lead back to it, so that it undercuts itself.
 * @param grounded ids of relations known to lead to a claim. A caller with many relations passes the same set each
 * time; it is added to
 */
export function undercutsItself(
  project: Pick<Project, 'relations'>,
  relation: Relation,
  grounded = new Set<string>(),
): boolean {
  const seen = new Set<string>()
  let current: Relation | undefined = relation
  while (current?.targetType === 'relation' && !grounded.has(current.id)) {
    if (seen.has(current.id)) return true
    seen.add(current.id)
    current = current.target === relation.id ? relation : project.relations.get(current.target)
  }
  for (const id of seen) grounded.add(id)
  return false
}

function doublePlacements(project: Project): string[] {
  const seen = new Set<string>()
  const broken: string[] = []
  for (const { id, map, claim } of project.placements.values()) {
    const place = `${map} ${claim}`
    if (seen.has(place)) broken.push(placedTwice(id))
    seen.add(place)
  }
  return broken
}

export const placedTwice = (id: string): string => `the placement ${id} puts a claim on a map twice`
