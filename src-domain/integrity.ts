import type { Project, Table } from './project'
import type { Relation } from './records/relation'
import type { Source } from './records/source'

/** Every rule of P3 that the project breaks, in words, the first few of each kind first; none when it is sound. */
export function brokenRules(project: Project): string[] {
  return [
    ...danglingReferences(project),
    ...badSpans(project),
    ...badRelations(project),
    ...doublePlacements(project),
  ]
}

function danglingReferences(project: Project): string[] {
  const broken: string[] = []
  const need = (table: Table<unknown>, id: string, sentence: string) => {
    if (!table.has(id)) broken.push(sentence)
  }
  for (const claim of project.claims.values()) {
    need(project.categories, claim.category, `the claim ${claim.id} has a category that is not there`)
  }
  for (const excerpt of project.excerpts.values()) {
    need(project.claims, excerpt.claim, `the excerpt ${excerpt.id} belongs to a claim that is not there`)
    need(project.sources, excerpt.source, `the excerpt ${excerpt.id} is of a source that is not there`)
  }
  for (const placement of project.placements.values()) {
    need(project.maps, placement.map, `the placement ${placement.id} is on a map that is not there`)
    need(project.claims, placement.claim, `the placement ${placement.id} is of a claim that is not there`)
  }
  for (const group of project.groups.values()) {
    need(project.maps, group.map, `the group ${group.id} is on a map that is not there`)
  }
  for (const { id, group, map } of project.placements.values()) {
    if (group !== '' && project.groups.get(group)?.map !== map)
      broken.push(`the placement ${id} is in a group that is not on its map`)
  }
  for (const relation of project.relations.values()) {
    for (const premise of relation.premises) {
      need(project.claims, premise, `the relation ${relation.id} has a premise that is not there`)
    }
    const targets = relation.targetType === 'claim' ? project.claims : project.relations
    need(targets, relation.target, `the relation ${relation.id} has a target that is not there`)
  }
  return broken
}

function badSpans(project: Project): string[] {
  const broken: string[] = []
  for (const source of project.sources.values()) {
    if (!blocksFit(source)) broken.push(`a block of the source ${source.id} is out of place`)
  }
  for (const excerpt of project.excerpts.values()) {
    const source = project.sources.get(excerpt.source)
    if (!source) continue
    if (excerpt.end <= excerpt.start || excerpt.end > source.text.length) {
      // What was not found keeps the place it once had, which a shorter text may not reach.
      if (!['lost', 'ambiguous'].includes(excerpt.anchor))
        broken.push(`the excerpt ${excerpt.id} lies outside its source`)
    } else if (
      excerpt.anchor === 'exact' &&
      source.text.slice(excerpt.start, excerpt.end) !== excerpt.exact
    ) {
      broken.push(`the excerpt ${excerpt.id} says it is exact, but its source has other words there`)
    }
  }
  return broken
}

/** Whether a source's blocks lie in its text, in order, none empty and none over another. */
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

/** What is wrong with a relation taken alone, as the end of a sentence; undefined when nothing is. */
export function relationFault(relation: Relation): string | undefined {
  if (new Set(relation.premises).size !== relation.premises.length) return 'has the same premise twice'
  if (relation.premises.includes(relation.target)) return 'makes a claim a reason for itself'
  if (relation.kind === 'contradict' && relation.targetType === 'relation')
    return 'contradicts a step, not a claim'
  return undefined
}

/**
 * Whether following targets from this relation comes round in a circle.
 * @param grounded relations known to lead to a claim, for a caller that asks about many; added to
 */
export function undercutsItself(project: Project, relation: Relation, grounded = new Set<string>()): boolean {
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
    if (seen.has(place)) broken.push(`the placement ${id} puts a claim on a map where it stands already`)
    seen.add(place)
  }
  return broken
}
