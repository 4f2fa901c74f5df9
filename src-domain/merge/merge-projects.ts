import { withMendedMatrices } from '../document/mend-matrices'
import { withoutLostOrigins } from '../document/origins'
import type { Patch, RecordChange } from '../document/patch'
import type { Project } from '../document/project'
import { TABLE_NAMES } from '../records/registry'
import { carryPassages } from './carry-passages'
import type { Disagreement, Twins } from './disagreement'
import type { Sides } from './draft'
import { equal } from './equal'
import { mergeTables } from './merge-tables'
import { restore } from './restore'
import { settle } from './settle'
import { twinsOf } from './twins'

/** What comes out of a merge of two files. */
export interface Merge {
  readonly project: Project
  /** From mine to the merged project. */
  readonly patch: Patch
  readonly disagreements: readonly Disagreement[]
  readonly twins: readonly Twins[]
}

/**
 * Merges two files that go back to one: a three-way merge by record and, inside a record, by field (`units.ts`). Nothing
 * that either side added or changed is lost, and the result keeps the rules of a project. Where both changed the same
 * thing differently, mine stays, and the disagreement is listed for the analyst to decide. A record that one removed and
 * the other changed or used stays, and is listed.
 * @param base the last state that both have in common. Without it nothing counts as removed, and every difference
 * between two records of one id is a disagreement
 */
export function mergeProjects(base: Project | undefined, mine: Project, theirs: Project): Merge {
  const sides: Sides = { base: base ?? emptyLike(mine), mine, theirs }
  const later = mine.about.modified < theirs.about.modified ? 'theirs' : 'mine'
  const draft = mergeTables(sides, later)
  restore(draft, sides)
  carryPassages(draft, sides)
  settle(draft, sides)
  const title = mergeTitle(base, mine, theirs, draft.disagreements)
  const project = withoutLostOrigins(withMendedMatrices(draft.project({ ...mine.about, title })))
  return {
    project,
    patch: difference(mine, project),
    disagreements: draft.disagreements,
    twins: twinsOf(project, sides),
  }
}

/** Whether two files have any record of their own in common, so that there is something to merge. */
export const areRelated = (mine: Project, theirs: Project): boolean =>
  mine.about.id === theirs.about.id ||
  (['sources', 'claims', 'maps'] as const).some((table) =>
    [...theirs[table].keys()].some((id) => mine[table].has(id)),
  )

function emptyLike({ about }: Project): Project {
  const tables = TABLE_NAMES.map((table) => [table, new Map()])
  return { about, ...Object.fromEntries(tables) } as Project
}

function mergeTitle(
  base: Project | undefined,
  { about: mine }: Project,
  { about: theirs }: Project,
  disagreements: Disagreement[],
): string {
  if (mine.title === theirs.title || base?.about.title === theirs.title) return mine.title
  if (base?.about.title === mine.title) return theirs.title
  const fields = ['title']
  disagreements.push({
    kind: 'changed',
    table: 'about',
    id: mine.id,
    fields,
    mine: { title: mine.title },
    theirs: { title: theirs.title },
  })
  return mine.title
}

/** The patch from one state of a project to another. */
function difference(from: Project, to: Project): Patch {
  const changes = TABLE_NAMES.flatMap((table) => {
    const ids = new Set([...from[table].keys(), ...to[table].keys()])
    return [...ids].flatMap((id) => {
      const [was, is] = [from[table].get(id) ?? null, to[table].get(id) ?? null]
      return equal(was, is) ? [] : [{ table, id, from: was, to: is } as RecordChange]
    })
  })
  if (from.about.title === to.about.title) return changes
  const [was, is] = [{ title: from.about.title }, { title: to.about.title }]
  return [{ table: 'about', id: from.about.id, from: was, to: is }, ...changes]
}
