import { describe, expect, test } from 'vitest'
import { mapGraph, type MapGraph } from '../argument/map-graph'
import { CARD_WIDTH, type Rect } from '../canvas/card'
import { JUNCTION_RADIUS } from '../canvas/lines/line-path'
import { crosses } from '../canvas/lines/obstacles'
import { relationLabels } from '../canvas/lines/relation-label'
import { relationShapes, type RelationShape } from '../canvas/lines/relation-shape'
import type { Project } from '../document/project'
import { randomMap } from '../testing/random-map'
import { argumentTrees, type Branch, type Part, type Tree } from './argument-tree'
import { laidOut } from './layout'
import { layoutMoves } from './moves'

const MAPS = 200
const measure = (text: string, { size }: { size: number }) => text.length * size * 0.55

/** From 5 to 300 cards, more of the small maps than of the large ones. */
const sizeOf = (seed: number): number => 5 + Math.round(295 * (seed / (MAPS - 1)) ** 2)

const heightOf = (claim: string): number => 62 + (Number(claim.slice(1)) % 5) * 18

function heightsOf(graph: MapGraph): Map<string, number> {
  return new Map([...graph.placements.keys()].map((claim) => [claim, heightOf(claim)]))
}

function tidied(project: Project, map: string): Project {
  const graph = mapGraph(project, map)
  const heights = heightsOf(graph)
  const places = laidOut(graph, { what: 'map' }, heights, 'down', 1.8)
  const moves = layoutMoves(graph, { what: 'map' }, places, heights)
  const moved = new Map(moves.map(({ placement, x, y }) => [placement, { x, y }]))
  const placements = [...project.placements].map(([id, at]) => [id, { ...at, ...moved.get(id) }] as const)
  return { ...project, placements: new Map(placements) }
}

/** A random map that was tidied once. */
function drawn(seed: number) {
  const { project, map } = randomMap(seed, sizeOf(seed))
  const once = tidied(project, map)
  const graph = mapGraph(once, map)
  const rects = new Map(
    [...graph.placements].map(([claim, { x, y }]): [string, Rect] => [
      claim,
      { x, y, width: CARD_WIDTH, height: heightOf(claim) },
    ]),
  )
  const relations = new Map(
    [...graph.relations].map(([id, each], index) => [
      id,
      index % 3 === 0 ? { ...each, strength: 'strong' as const, scheme: 'expert-opinion' } : each,
    ]),
  )
  return { project, once, map, graph, rects, shapes: relationShapes(relations, rects) }
}

/** The claims in the order of the trees. */
const order = (graph: MapGraph): string[] => {
  const claims: string[] = []
  const walk = (tree: Tree) => {
    claims.push(tree.claim)
    tree.branches.forEach(walkBranch)
  }
  const walkBranch = ({ premises, undercuts }: Branch) => {
    premises.forEach(walk)
    undercuts.forEach(walkBranch)
  }
  // Claims without relations come after the trees, wherever they were.
  const parts = argumentTrees(graph, new Set(graph.placements.keys()))
  const isAlone = ({ trees }: Part) => trees.length === 1 && trees[0]!.branches.length === 0
  for (const part of [...parts.filter((part) => !isAlone(part)), ...parts.filter(isAlone)])
    part.trees.forEach(walk)
  return claims
}

const own = ({ relation, ways }: RelationShape, index: number): string | undefined =>
  index === ways.length - 1 ? relation.target : relation.premises[index]

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

const distance = (x: number, y: number, rect: Rect): number =>
  Math.hypot(
    Math.max(rect.x - x, 0, x - rect.x - rect.width),
    Math.max(rect.y - y, 0, y - rect.y - rect.height),
  )

describe('on 200 random maps', () => {
  // Drawn once, because it takes longer than what the tests do with them.
  const maps = Array.from({ length: MAPS }, (_, seed) => drawn(seed))

  test('tidying keeps the order of siblings, and tidying again moves nothing', () => {
    for (const [seed, { project, once, map }] of maps.entries()) {
      expect(order(mapGraph(once, map)), `map ${seed}`).toEqual(order(mapGraph(project, map)))
      expect(tidied(once, map).placements, `map ${seed}`).toEqual(once.placements)
    }
  })

  test('no card covers another', () => {
    for (const [seed, drawing] of maps.entries()) {
      const rects = [...drawing.rects.values()]
      rects.forEach((a, index) =>
        expect(
          rects.slice(index + 1).every((b) => apart(a, b)),
          `map ${seed}`,
        ).toBe(true),
      )
    }
  })

  test('no line leads through a card that it does not belong to', () => {
    for (const [seed, { shapes, rects }] of maps.entries()) {
      const through: string[] = []
      for (const shape of shapes.values()) {
        shape.ways.forEach((way, index) => {
          for (const [claim, rect] of rects) {
            const isThrough = way.slice(1).some((point, at) => crosses(way[at]!, point, rect))
            if (isThrough && claim !== own(shape, index))
              through.push(`${shape.relation.id} through ${claim}`)
          }
        })
      }
      expect(through, `map ${seed}`).toEqual([])
    }
  })

  test('labels are within 12 pixels of their sign, and cover no card', () => {
    for (const [seed, { shapes, rects }] of maps.entries()) {
      for (const [id, { rect }] of relationLabels(shapes, rects, measure)) {
        const { x, y } = shapes.get(id)!.junction
        expect(
          [...rects.values()].every((card) => apart(card, rect)),
          `map ${seed}, ${id}`,
        ).toBe(true)
        expect(distance(x, y, rect) - JUNCTION_RADIUS, `map ${seed}, ${id}`).toBeLessThanOrEqual(12)
      }
    }
  })

  test('an attack and a support never share an arrowhead', () => {
    for (const [seed, { shapes }] of maps.entries()) {
      const tips = [...shapes.values()]
        .filter(({ relation }) => relation.targetType === 'claim')
        .map(({ relation: { kind, target }, ways }) => ({ kind, target, tip: ways.at(-1)![0]! }))
      for (const a of tips)
        for (const b of tips)
          if (a.target === b.target && a.kind !== b.kind)
            expect(
              Math.hypot(a.tip.x - b.tip.x, a.tip.y - b.tip.y),
              `map ${seed}, ${a.target}`,
            ).toBeGreaterThan(8)
    }
  })
})
