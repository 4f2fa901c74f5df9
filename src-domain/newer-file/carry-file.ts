import { freePosition, positionByRelations } from '../commands/shared/position'
import { foreignOf, withForeign } from '../document/origins'
import type { Env, Project } from '../document/project'
import type { Sides } from '../merge/draft'
import { difference, mergeProjects, type Merge } from '../merge/merge-projects'
import type { Origin } from '../records/origin'
import type { Placement } from '../records/placement'
import { COORDINATE_LIMIT } from '../records/record'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { FileStates } from './new-ids'
import { elementOf, isPaired } from './pair-elements'
import { hasPlaces, sidesOf } from './sides'

/** With more new cards, looking for a free place for each would take too long. */
const MOST_PLACED = 100

/** Map pixels between the lowest card and new ones. */
const BELOW = 300

/** What a newer state of a file does to the project that an earlier one came into. */
export interface CarriedFile {
  readonly sides: Sides
  readonly merge: Merge
}

/**
 * Carries a project over to a newer state of a file that came into it, as with a new version of an article: what the
 * file changed comes in, what the analyst changed stays, and where both did, the analyst's stands and is listed to
 * decide. The newer file takes the place of its origin.
 */
export function carryFile(mine: Project, origin: Origin, states: FileStates, env: Env): CarriedFile {
  const sides = sidesOf(mine, origin, states, env)
  const merge = mergeProjects(sides.base, sides.mine, sides.theirs)
  const placed = hasPlaces(origin) ? merge.project : withFreePlaces(merge.project, sides)
  const project = withoutGoneElements(placed, origin.id, states.later)
  return { sides, merge: { ...merge, project, patch: difference(mine, project) } }
}

/** The cards of new claims at free places near what they bear on: a file without places says none. */
function withFreePlaces(project: Project, { mine }: Sides): Project {
  const fresh = [...project.placements.values()].filter(
    ({ id, map }) => !mine.placements.has(id) && mine.maps.has(map),
  )
  if (fresh.length === 0) return project
  if (fresh.length > MOST_PLACED) return withCardsBelow(project, fresh, mine)
  const placements = new Map(project.placements)
  for (const { id } of fresh) placements.delete(id)
  let placed: Project = { ...project, placements }
  // A claim that bears on a new one waits for its place.
  let waiting: Placement[] = fresh
  for (let isLast = false; waiting.length > 0;) {
    const left: Placement[] = []
    for (const placement of waiting) {
      const claim = project.claims.get(placement.claim)!
      const near = positionByRelations(placed, placement.map, claim)
      if (!near && !isLast) {
        left.push(placement)
        continue
      }
      const place = freePosition(placed, placement.map, near, claim.text)
      const rows = new Map(placed.placements).set(placement.id, { ...placement, ...place })
      placed = { ...placed, placements: rows }
    }
    isLast = left.length === waiting.length
    waiting = left
  }
  return placed
}

/** New cards as they are in a layout of the whole file, below the cards that are here. */
function withCardsBelow(project: Project, fresh: readonly Placement[], mine: Project): Project {
  const placements = new Map(project.placements)
  const bottom = [...mine.placements.values()].reduce((lowest, { y }) => Math.max(lowest, y), 0) + BELOW
  const top = fresh.reduce((highest, { y }) => Math.min(highest, y), Infinity)
  for (const placement of fresh)
    placements.set(placement.id, { ...placement, y: Math.min(COORDINATE_LIMIT, placement.y - top + bottom) })
  return { ...project, placements }
}

/** Records that stay although their element went stand for it no more. */
function withoutGoneElements(project: Project, origin: string, later: Project): Project {
  const tables: Partial<Record<TableName, ReadonlyMap<string, AnyRecord>>> = {}
  for (const table of TABLE_NAMES) {
    if (!isPaired(table)) continue
    const there = new Set([...later[table].values()].flatMap((row) => elementsOf(row)))
    const rows = new Map<string, AnyRecord>(project[table])
    for (const row of project[table].values()) {
      const foreign = foreignOf(row)
      const kept = foreign.filter((each) => each.origin !== origin || there.has(keyOf(each)))
      if (kept.length < foreign.length) rows.set(row.id, withForeign(row, kept))
    }
    tables[table] = rows
  }
  return { ...project, ...tables } as Project
}

const keyOf = ({ id, part = 1 }: { id: string; part?: number | undefined }) => JSON.stringify([id, part])

const elementsOf = (row: AnyRecord): string[] => [elementOf(row), ...foreignOf(row).map(keyOf)]
