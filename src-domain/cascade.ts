import type { Change, Patch, RecordChange } from './patch'
import type { Project } from './project'
import type { TableName } from './records/registry'

/** Ids to delete, by table. */
export type Doomed = { readonly [Name in TableName]?: Iterable<string> }

/**
 * The patch that deletes the records and all that cannot stand without them (P3): a claim's excerpts and placements, a
 * source's excerpts, a map's placements, relations that lose their target or their last premise, and in turn the
 * relations that target those. A relation that loses one premise of several keeps the others.
 */
export function deletion(project: Project, doomed: Doomed): Patch {
  const gone: Record<TableName, Set<string>> = {
    categories: new Set(doomed.categories),
    sources: new Set(doomed.sources),
    claims: new Set(doomed.claims),
    excerpts: new Set(doomed.excerpts),
    relations: new Set(doomed.relations),
    maps: new Set(doomed.maps),
    placements: new Set(doomed.placements),
  }
  for (const { id, claim, source } of project.excerpts.values()) {
    if (gone.claims.has(claim) || gone.sources.has(source)) gone.excerpts.add(id)
  }
  for (const { id, claim, map } of project.placements.values()) {
    if (gone.claims.has(claim) || gone.maps.has(map)) gone.placements.add(id)
  }
  spreadThroughRelations(project, gone)
  const changes: Change[] = []
  for (const table of Object.keys(gone) as TableName[]) {
    for (const id of gone[table]) {
      const from = project[table].get(id)
      if (from) changes.push({ table, id, from, to: null } as RecordChange)
    }
  }
  return [...changes, ...detachedPremises(project, gone)]
}

function spreadThroughRelations(project: Project, gone: Record<TableName, Set<string>>): void {
  for (let before = -1; before !== gone.relations.size;) {
    before = gone.relations.size
    for (const { id, premises, target, targetType } of project.relations.values()) {
      const targets = targetType === 'claim' ? gone.claims : gone.relations
      if (targets.has(target) || premises.every((premise) => gone.claims.has(premise))) gone.relations.add(id)
    }
  }
}

function detachedPremises(project: Project, gone: Record<TableName, Set<string>>): Change[] {
  if (gone.claims.size === 0) return []
  return [...project.relations.values()]
    .filter(
      ({ id, premises }) => !gone.relations.has(id) && premises.some((premise) => gone.claims.has(premise)),
    )
    .map((from) => {
      const to = { ...from, premises: from.premises.filter((premise) => !gone.claims.has(premise)) }
      return { table: 'relations', id: from.id, from, to }
    })
}
