import { mendedMatrices } from './mend-matrices'
import { forgottenOrigins } from './origins'
import type { Change, Patch, RecordChange } from './patch'
import type { Project } from './project'
import type { TableName } from '../records/registry'

/** Ids to delete, by table. An origin is deleted with the last record that names it, never by itself. */
export type Doomed = { readonly [Name in Exclude<TableName, 'origins'>]?: Iterable<string> }

/**
 * The patch that deletes records together with the records that depend on them (P3): the excerpts and placements of a
 * claim, the excerpts and ties of a source, the placements of a map, groups without a map or cards, relations without a target
 * or premises, the relations that target those, and rows and cells of matrices. A relation that loses one premise of
 * several keeps the others; matrices and scenarios lose what is deleted; an origin goes with the last record that names
 * it.
 */
export function deletion(project: Project, doomed: Doomed): Patch {
  const gone: Record<TableName, Set<string>> = {
    categories: new Set(doomed.categories),
    sources: new Set(doomed.sources),
    claims: new Set(doomed.claims),
    excerpts: new Set(doomed.excerpts),
    relations: new Set(doomed.relations),
    maps: new Set(doomed.maps),
    groups: new Set(doomed.groups),
    placements: new Set(doomed.placements),
    matrices: new Set(doomed.matrices),
    rows: new Set(doomed.rows),
    cells: new Set(doomed.cells),
    scenarios: new Set(doomed.scenarios),
    origins: new Set(),
    disagreements: new Set(doomed.disagreements),
    ties: new Set(doomed.ties),
  }
  for (const { id, claim, source } of project.excerpts.values()) {
    if (gone.claims.has(claim) || gone.sources.has(source)) gone.excerpts.add(id)
  }
  for (const { id, source, other } of project.ties.values())
    if (gone.sources.has(source) || gone.sources.has(other)) gone.ties.add(id)
  for (const { id, claim, map } of project.placements.values()) {
    if (gone.claims.has(claim) || gone.maps.has(map)) gone.placements.add(id)
  }
  for (const { id, map } of project.groups.values()) if (gone.maps.has(map)) gone.groups.add(id)
  for (const id of emptied(project, gone.placements)) gone.groups.add(id)
  spreadThroughRelations(project, gone)
  const isGone = (table: string, id: string) => Object.hasOwn(gone, table) && gone[table as TableName].has(id)
  for (const { id, table, record, other } of project.disagreements.values())
    if (isGone(table, record) || (other !== undefined && gone.claims.has(other))) gone.disagreements.add(id)
  const changes: Change[] = []
  for (const table of Object.keys(gone) as TableName[]) {
    for (const id of gone[table]) {
      const from = project[table].get(id)
      if (from) changes.push({ table, id, from, to: null } as RecordChange)
    }
  }
  return [
    ...changes,
    ...forgottenOrigins(project, (table, id) => gone[table].has(id)),
    ...detachedPremises(project, gone),
    ...ungrouped(project, gone),
    ...shortened(project, gone),
    ...mendedMatrices(project, (table, id) => project[table].has(id) && !gone[table].has(id)).filter(
      ({ table, id }) => !gone[table].has(id),
    ),
  ]
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

/** The groups that have no other placements than these. */
function emptied(project: Project, placements: ReadonlySet<string>): Set<string> {
  const touched = new Set<string>()
  for (const id of placements) touched.add(project.placements.get(id)?.group ?? '')
  for (const { id, group } of project.placements.values()) if (!placements.has(id)) touched.delete(group)
  touched.delete('')
  return touched
}

function ungrouped(project: Project, gone: Record<TableName, Set<string>>): Change[] {
  if (gone.groups.size === 0) return []
  return [...project.placements.values()]
    .filter(({ id, group }) => gone.groups.has(group) && !gone.placements.has(id))
    .map((from) => ({ table: 'placements', id: from.id, from, to: { ...from, group: '' } }))
}

/** Removes deleted claims from the presentations of maps. */
function shortened(project: Project, gone: Record<TableName, Set<string>>): Change[] {
  return [...project.maps.values()]
    .filter(({ id, steps }) => !gone.maps.has(id) && steps.some((claim) => gone.claims.has(claim)))
    .map((from) => {
      const to = { ...from, steps: from.steps.filter((claim) => !gone.claims.has(claim)) }
      return { table: 'maps', id: from.id, from, to }
    })
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
