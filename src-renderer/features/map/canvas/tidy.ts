import type { Point } from '#domain/canvas/card'
import { laidOut } from '#domain/layout/layout'
import type { Tidied } from '#domain/layout/layout-input'
import { layoutMoves, sameGraph } from '#domain/layout/layout-result'
import { mapGraph } from '#domain/argument/map-graph'
import { sceneCards } from '#domain/canvas/scene'
import { wordsOf, type Workspace } from '../../../state/workspace.svelte'
import { layOut } from './elk'
import { typeface } from './text-measure.svelte'

/**
 * Lays out cards as one undo step. If the user has moved cards meanwhile, nothing is moved.
 * @returns the earlier position of each moved card by claim; undefined if nothing was moved
 */
export async function tidy(
  workspace: Workspace,
  map: string,
  tidied: Tidied,
): Promise<Map<string, Point> | undefined> {
  const session = workspace.session!
  const graph = mapGraph(session.project, map)
  const heights = new Map(
    sceneCards(session.project, map, typeface.measure).map(({ claim, rect }) => [claim.id, rect.height]),
  )
  const flow = workspace.settings.mapFlow
  try {
    const places = await laidOut(layOut, graph, tidied, heights, flow)
    const isOpen = workspace.session === session && session.project.maps.has(map)
    if (!isOpen || !sameGraph(graph, mapGraph(session.project, map))) {
      workspace.notices.problem(
        'The map was changed while it was being tidied, so no card was moved. Tidy it again.',
      )
      return undefined
    }
    const moves = layoutMoves(graph, tidied, places, heights, flow)
    const before = session.project
    if (!workspace.run('map.tidy', { map, what: tidied.what, moves }).done) return undefined
    if (session.project === before) {
      workspace.notices.done('Nothing had to move: the cards that are not pinned are tidy already.')
      return undefined
    }
    return placesBefore(graph.placements, mapGraph(session.project, map).placements)
  } catch (error) {
    workspace.notices.problem(`The map could not be laid out, so no card was moved. (${wordsOf(error)})`)
    return undefined
  }
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
