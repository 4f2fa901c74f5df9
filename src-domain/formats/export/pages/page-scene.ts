import type { MapGraph } from '../../../argument/map-graph'
import { CARD_WIDTH, type Point, type Rect } from '../../../canvas/card'
import { relationLabels } from '../../../canvas/lines/relation-label'
import { relationShapes } from '../../../canvas/lines/relation-shape'
import { sceneGroups, type Scene, type SceneCard } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import type { Project } from '../../../document/project'
import { arranged } from '../../../layout/arrange'
import type { Relation } from '../../../records/relation'
import { groupBy } from '../../../collections/group-by'
import { claimsIn, type Piece } from './split-trees'

/** The height of the box that stands for a claim whose card is on an earlier page. Map pixels. */
export const CONTINUED_HEIGHT = 68

/** The cards of a page in their places, and the boxes for claims that it continues. */
export interface PageScene {
  readonly scene: Scene
  /** The boxes by claim, in map pixels. */
  readonly continued: ReadonlyMap<string, Rect>
}

/** A map whose cards are put on pages. */
export interface Source {
  readonly project: Project
  readonly graph: MapGraph
  /** The cards by claim, with the heights that they have. */
  readonly cards: ReadonlyMap<string, SceneCard>
  readonly measure: Measure
}

/** The places of the cards and boxes of some pieces, arranged for an area. Map pixels. */
export function placesOf(
  pieces: readonly Piece[],
  cards: ReadonlyMap<string, SceneCard>,
  aspect: number,
): Map<string, Point> {
  const heights = new Map([...cards].map(([claim, { rect }]) => [claim, rect.height]))
  for (const { tree, continued } of pieces) if (continued) heights.set(tree.claim, CONTINUED_HEIGHT)
  const parts = [...groupBy(pieces, ({ part }) => part).values()].map((each) => ({
    group: each[0]!.group,
    trees: each.map(({ tree }) => tree),
  }))
  return arranged(parts, heights, 'down', aspect)
}

/** Draws lines, signs and frames round cards in their places. */
export function pageScene(
  { project, graph, cards, measure }: Source,
  pieces: readonly Piece[],
  places: ReadonlyMap<string, Point>,
): PageScene {
  const stubs = new Set(pieces.flatMap(({ tree, continued }) => (continued ? tree.claim : [])))
  const own = pieces
    .flatMap(({ tree }) => claimsIn(tree))
    .filter((claim) => !stubs.has(claim))
    .map((claim) => {
      const card = cards.get(claim)!
      return { ...card, rect: { ...card.rect, ...places.get(claim)! } }
    })
  const continued = new Map(
    [...stubs].map((claim) => [
      claim,
      { ...places.get(claim)!, width: CARD_WIDTH, height: CONTINUED_HEIGHT },
    ]),
  )
  const owned = new Set(own.map(({ claim }) => claim.id))
  // A relation between two continued claims is drawn where their cards are.
  const isOwn = ({ premises, targetType, target }: Relation) =>
    premises.some((id) => owned.has(id)) || (targetType === 'claim' ? owned.has(target) : true)
  const relations = new Map([...graph.relations].filter(([, relation]) => isOwn(relation)))
  const rects = new Map([...own.map(({ claim, rect }): [string, Rect] => [claim.id, rect]), ...continued])
  const shapes = relationShapes(relations, rects)
  return {
    scene: {
      cards: own,
      groups: sceneGroups(project, own, measure),
      shapes,
      labels: relationLabels(shapes, rects, measure),
    },
    continued,
  }
}
