import { hiddenOn } from '../../argument/collapse'
import { claimsUnder, mapGraph } from '../../argument/map-graph'
import type { Project } from '../../document/project'
import type { ExportRequest } from './writer'

/** Which part of a map is asked for. */
export interface Part {
  /** These claims, as far as they stand on the map. */
  readonly claims?: readonly string[] | undefined
  /** This claim and everything under it. */
  readonly branch?: string | undefined
  /** Without what collapsed cards hide: the map as it is on screen. */
  readonly asOnScreen?: boolean | undefined
}

/** The claims of that part; undefined for the whole map. */
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

/** The project as if nothing but the claims that are asked for stood on the map: what data formats write of a part. */
export function restricted({ project, map, only }: ExportRequest): Project {
  if (!only) return project
  const kept = [...project.placements].filter(([, each]) => each.map !== map || only.has(each.claim))
  return { ...project, placements: new Map(kept) }
}
