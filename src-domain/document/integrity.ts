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
import type { Tie } from '../records/tie'

/** A breach of a rule: what is wrong, as a clause, and the records that together break it. */
export interface Fault {
  readonly broken: string
  readonly records: readonly { readonly table: TableName; readonly id: string }[]
}

/** Every breach of the rules of P3 in a project, each as a clause; empty if there is none. */
export const brokenRules = (project: Project): string[] => [
  ...faultsOf(project).map(({ broken }) => broken),
  ...brokenMatrices(project),
]

/** Every breach of the rules of P3, except those of matrices, which can be mended (`mend-matrices.ts`). */
export const faultsOf = (project: Project): Fault[] => [
  ...danglingReferences(project),
  ...badSpans(project),
  ...badRelations(project),
  ...strayPlacements(project),
  ...doublePlacements(project),
]

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
    case 'ties': {
      const { id, source, other } = record as Tie
      const broken = `the tie ${id} has a missing source`
      return [source, other].map((each) => ({ table: 'sources' as const, id: each, broken }))
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

function strayPlacements({ placements, groups }: Project): Fault[] {
  return [...placements.values()].flatMap((placement) => {
    const broken = groupFault(placement, groups.get(placement.group))
    const group = { table: 'groups', id: placement.group } as const
    return broken ? { broken, records: [{ table: 'placements', id: placement.id }, group] } : []
  })
}

function danglingReferences(project: Project): Fault[] {
  const faults: Fault[] = []
  for (const table of TABLE_NAMES) {
    for (const record of project[table].values()) {
      for (const pointer of pointersOf(table, record)) {
        if (!project[pointer.table].has(pointer.id))
          faults.push({ broken: pointer.broken, records: [{ table, id: record.id }, pointer] })
      }
    }
  }
  return faults
}

function badSpans(project: Project): Fault[] {
  const faults: Fault[] = []
  for (const source of project.sources.values()) {
    const broken = sourceFault(source)
    if (broken) faults.push({ broken, records: [{ table: 'sources', id: source.id }] })
  }
  for (const excerpt of project.excerpts.values()) {
    const broken = excerptFault(excerpt, project.sources.get(excerpt.source))
    const source = { table: 'sources', id: excerpt.source } as const
    if (broken) faults.push({ broken, records: [{ table: 'excerpts', id: excerpt.id }, source] })
  }
  return faults
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

function badRelations(project: Project): Fault[] {
  const faults: Fault[] = []
  const grounded = new Set<string>()
  const record = (id: string) => ({ table: 'relations', id }) as const
  for (const relation of project.relations.values()) {
    const { id } = relation
    const fault = relationFault(relation)
    if (fault) faults.push({ broken: `the relation ${id} ${fault}`, records: [record(id)] })
    else {
      const circle = undercutCircle(project, relation, grounded)
      if (circle.length > 0)
        faults.push({ broken: `the relation ${id} attacks itself`, records: circle.map(record) })
    }
  }
  return faults
}

/** A fault of a relation that can be seen without other records, as a predicate; undefined if there is none. */
export function relationFault(relation: Relation): string | undefined {
  if (new Set(relation.premises).size !== relation.premises.length) return 'has the same premise twice'
  if (relation.premises.includes(relation.target)) return 'has its target among its premises'
  if (relation.kind === 'contradict' && relation.targetType === 'relation')
    return 'contradicts a relation, not a claim'
  return undefined
}

/** Whether the targets of a relation lead back to it, so that it undercuts itself. */
export const undercutsItself = (project: Pick<Project, 'relations'>, relation: Relation): boolean =>
  undercutCircle(project, relation).length > 0

/**
 * The relations through which the targets of a relation lead back to it; empty if they lead to a claim.
 * @param grounded ids of relations known to lead to a claim. A caller with many relations passes the same set each
 * time; it is added to
 */
function undercutCircle(
  project: Pick<Project, 'relations'>,
  relation: Relation,
  grounded = new Set<string>(),
): string[] {
  const seen = new Set<string>()
  let current: Relation | undefined = relation
  while (current?.targetType === 'relation' && !grounded.has(current.id)) {
    if (seen.has(current.id)) return [...seen]
    seen.add(current.id)
    current = current.target === relation.id ? relation : project.relations.get(current.target)
  }
  for (const id of seen) grounded.add(id)
  return []
}

function doublePlacements(project: Project): Fault[] {
  const seen = new Map<string, string>()
  const faults: Fault[] = []
  for (const { id, map, claim } of project.placements.values()) {
    const place = `${map} ${claim}`
    const before = seen.get(place)
    if (before === undefined) seen.set(place, id)
    else
      faults.push({
        broken: placedTwice(id),
        records: [id, before].map((each) => ({ table: 'placements', id: each }) as const),
      })
  }
  return faults
}

export const placedTwice = (id: string): string => `the placement ${id} puts a claim on a map twice`
