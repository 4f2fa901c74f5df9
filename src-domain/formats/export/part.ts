import { hiddenOn } from '../../argument/collapse'
import { claimsUnder, mapGraph } from '../../argument/map-graph'
import type { Project } from '../../document/project'
import type { ExportRequest } from './writer'

/** The part of a map to export. */
export interface Part {
  /** Only these claims, if they are on the map. */
  readonly claims?: readonly string[] | undefined
  /** Only this claim and everything under it. */
  readonly branch?: string | undefined
  /** Leave out the cards that are hidden on screen. */
  readonly asOnScreen?: boolean | undefined
}

/** The claims of a part; undefined for the whole map. */
export function partOf(project: Project, map: string, part: Part): ReadonlySet<string> | undefined {
  const { claims, branch, asOnScreen } = part
  if (!claims && branch === undefined && !asOnScreen) return undefined
  const graph = mapGraph(project, map)
  const under = branch === undefined ? graph.placements : claimsUnder(graph, branch).add(branch)
  const asked = claims && new Set(claims)
  const hidden = asOnScreen ? hiddenOn(graph).by : new Map()
  return new Set(
    [...graph.placements.keys()].filter(
      (claim) => under.has(claim) && (asked?.has(claim) ?? true) && !hidden.has(claim),
    ),
  )
}

/** What a writer of text or data needs of its request. */
export type ExportedPart = Pick<ExportRequest, 'project' | 'map' | 'only'>

/** The project with only the requested claims on the map, for formats that write data. */
export function restricted({ project, map, only }: ExportedPart): Project {
  if (!only) return project
  const kept = [...project.placements].filter(([, each]) => each.map !== map || only.has(each.claim))
  return { ...project, placements: new Map(kept) }
}
