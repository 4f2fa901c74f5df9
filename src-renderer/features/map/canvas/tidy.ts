import type { Point } from '#domain/canvas/card'
import { laidOut } from '#domain/layout/layout'
import type { Tidied } from '#domain/layout/tidied'
import { layoutMoves } from '#domain/layout/moves'
import { mapGraph } from '#domain/argument/map-graph'
import { sceneCards } from '#domain/canvas/scene'
import type { Workspace } from '../../../state/workspace.svelte'
import { typeface } from './text-measure.svelte'

/**
 * Lays out cards as one undo step.
 * @param aspect the width of the pane divided by its height
 * @returns the earlier position of each moved card by claim; undefined if nothing was moved
 */
export function tidy(
  workspace: Workspace,
  map: string,
  tidied: Tidied,
  aspect: number,
): Map<string, Point> | undefined {
  const session = workspace.session!
  const graph = mapGraph(session.project, map)
  const heights = new Map(
    sceneCards(session.project, map, typeface.measure, undefined, workspace.reuse.groups).map(
      ({ claim, rect }) => [claim.id, rect.height],
    ),
  )
  const places = laidOut(graph, tidied, heights, workspace.settings.mapFlow, aspect)
  const moves = layoutMoves(graph, tidied, places, heights)
  const before = session.project
  if (!workspace.run('map.tidy', { map, what: tidied.what, moves }).done) return undefined
  if (session.project === before) {
    workspace.notices.done('The map is already tidy.')
    return undefined
  }
  return placesBefore(graph.placements, mapGraph(session.project, map).placements)
}

const placesBefore = (
  before: ReadonlyMap<string, Point>,
  after: ReadonlyMap<string, Point>,
): Map<string, Point> =>
  new Map(
    [...before].flatMap(([claim, { x, y }]) => {
      const now = after.get(claim)
      return now && (now.x !== x || now.y !== y) ? [[claim, { x, y }] as const] : []
    }),
  )
