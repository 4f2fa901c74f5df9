import { aboutDifference, aboutFields, withFields, type AboutFields } from '../document/about'
import { withMendedMatrices } from '../document/mend-matrices'
import type { Patch, RecordChange } from '../document/patch'
import type { About, Project } from '../document/project'
import { TABLE_NAMES } from '../records/registry'
import { carryPassages } from './carry-passages'
import type { Disagreement, Twins } from './disagreement'
import type { Draft, Sides } from './draft'
import { equal } from './equal'
import { mergeTables } from './merge-tables'
import { listMended, repair } from './repair'
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
  repair(draft, sides)
  const about = mergeAbout(base, mine, theirs, draft)
  const project = withMendedMatrices(draft.project(about))
  listMended(draft, project, sides)
  return {
    project,
    patch: difference(mine, project),
    disagreements: draft.disagreements,
    twins: twinsOf(project, sides),
  }
}

/** Whether two files have any record of their own in common, so that there is something to merge. */
export const areRelated = (mine: Project, theirs: Project): boolean =>
  (['sources', 'claims', 'maps'] as const).some((table) =>
    [...theirs[table].keys()].some((id) => mine[table].has(id)),
  )

function emptyLike({ about }: Project): Project {
  const tables = TABLE_NAMES.map((table) => [table, new Map()])
  return { about, ...Object.fromEntries(tables) } as Project
}

/** The title and the yardstick of the merged project, field by field. */
function mergeAbout(base: Project | undefined, { about }: Project, theirs: Project, draft: Draft): About {
  const [was, mine, other] = [base && aboutFields(base.about), aboutFields(about), aboutFields(theirs.about)]
  const fields = (['title', 'yardstick'] as const).filter((field) => mine[field] !== other[field])
  // Without a common state, a yardstick that only one has chosen counts as chosen since.
  const isTheirs = (field: keyof typeof mine) =>
    was ? was[field] === mine[field] : field === 'yardstick' && mine.yardstick === ''
  const isMine = (field: keyof typeof mine) =>
    was ? was[field] === other[field] : field === 'yardstick' && other.yardstick === ''
  const open = fields.filter((field) => !isTheirs(field) && !isMine(field))
  if (open.length > 0) {
    const only = (side: typeof mine) => Object.fromEntries(open.map((field) => [field, side[field]]))
    draft.list({
      kind: 'changed',
      table: 'about',
      id: about.id,
      fields: open,
      mine: only(mine),
      theirs: only(other),
    })
  }
  const taken = fields.filter(isTheirs).map((field) => [field, other[field]])
  return withFields(about, { ...mine, ...(Object.fromEntries(taken) as Partial<AboutFields>) })
}

/** The patch from one state of a project to another. */
export function difference(from: Project, to: Project): Patch {
  const changes = TABLE_NAMES.flatMap((table) => {
    const ids = new Set([...from[table].keys(), ...to[table].keys()])
    return [...ids].flatMap((id) => {
      const [was, is] = [from[table].get(id) ?? null, to[table].get(id) ?? null]
      return equal(was, is) ? [] : [{ table, id, from: was, to: is } as RecordChange]
    })
  })
  const about = aboutDifference(from.about, to.about)
  return about ? [about, ...changes] : changes
}
