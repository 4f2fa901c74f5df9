import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import { mapGraph, premisesOn, type MapGraph } from '#domain/argument/map-graph'
import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from '#domain/canvas/card'
import { boundsOf } from '#domain/canvas/rect'
import { areCrossing } from '#domain/canvas/lines/channels'
import { relationShapes } from '#domain/canvas/lines/relation-shape'
import { argumentTrees, type Branch, type Tree } from '#domain/layout/argument-tree'
import { laidOut } from '#domain/layout/layout'
import { drawPages } from '#domain/formats/export/pages/pages'
import { DEFAULT_LOOK, type Orientation } from '#domain/formats/export/picture-options'
import type { Project } from '#domain/document/project'
import { randomMap } from '#domain/testing/random-map'
import { measure } from '#host/pictures/text-width'

/** The size of the wording on A4 with title block and legend, on the page where it is smallest. Points. */
export const wordingOnA4 = (map: { project: Project; map: string }, orientation: Orientation): number =>
  drawPages({ ...map, ...DEFAULT_LOOK, paper: 'A4', orientation }, { measure, today: '2026-01-02' }).wording

const rectsOf = (
  places: ReadonlyMap<string, Point>,
  heights: ReadonlyMap<string, number>,
): Map<string, Rect> =>
  new Map(
    [...places].map(([claim, at]) => [claim, { ...at, width: CARD_WIDTH, height: heights.get(claim)! }]),
  )

interface Drawing {
  readonly crossings: number
  readonly area: number
}

/**
 * The crossings of lines and the area of random maps, all together: ours, those of plain ELK layered with the same gaps,
 * and those of ELK layered when it keeps the order of siblings too.
 */
export async function measureRandomMaps(count: number): Promise<Record<'ours' | 'elk' | 'ordered', Drawing>> {
  const sum = {
    ours: { crossings: 0, area: 0 },
    elk: { crossings: 0, area: 0 },
    ordered: { crossings: 0, area: 0 },
  }
  for (let seed = 0; seed < count; seed++) {
    const { project, map } = randomMap(seed, 5 + Math.round(295 * (seed / (count - 1)) ** 2))
    const graph = mapGraph(project, map)
    const heights = new Map(
      [...graph.placements.keys()].map((claim, index) => [claim, 62 + (index % 5) * 18]),
    )
    const rects = rectsOf(laidOut(graph, { what: 'map' }, heights, 'down', 1.8), heights)
    const ways = [...relationShapes(graph.relations, rects).values()].flatMap((shape) => shape.ways)
    for (const [which, drawing] of [
      ['ours', { crossings: crossings(ways), area: areaOf([...rects.values()]) }],
      ['elk', await layered(graph, heights)],
      ['ordered', await layered(graph, heights, inOrder(graph))],
    ] as const) {
      sum[which].crossings += drawing.crossings
      sum[which].area += drawing.area
    }
  }
  return sum
}

/** Makes ELK keep the order in which cards and signs are given. */
const SAME_ORDER = {
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
}

/** The claims and relations in the order of the trees. */
function inOrder(graph: MapGraph): string[] {
  const ids = new Set<string>()
  const addTree = ({ claim, branches }: Tree) => {
    ids.add(claim)
    branches.forEach(addBranch)
  }
  const addBranch = ({ relation, premises, undercuts }: Branch) => {
    ids.add(relation.id)
    undercuts.forEach(addBranch)
    premises.forEach(addTree)
  }
  for (const { trees } of argumentTrees(graph, new Set(graph.placements.keys()))) trees.forEach(addTree)
  return [...new Set([...ids, ...graph.relations.keys()])]
}

/**
 * Lays out a map with ELK layered.
 * @param order the claims and relations in the order to keep
 */
async function layered(
  graph: MapGraph,
  heights: ReadonlyMap<string, number>,
  order?: readonly string[],
): Promise<Drawing> {
  const ids = order ?? [...heights.keys(), ...graph.relations.keys()]
  const ends = [...graph.relations.values()].flatMap((relation) => [
    ...premisesOn(graph, relation).map((premise) => [premise, relation.id] as const),
    [relation.id, relation.target] as const,
  ])
  const places = new Map(ids.map((id, index) => [id, index]))
  if (order) ends.sort(([one], [other]) => places.get(one)! - places.get(other)!)
  const input: ElkNode = {
    id: 'map',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'UP',
      'elk.spacing.nodeNode': String(CARD_GAP),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(CARD_GAP),
      ...(order && SAME_ORDER),
    },
    children: ids.map((id) => {
      const height = heights.get(id)
      return height === undefined ? { id, width: 22, height: 22 } : { id, width: CARD_WIDTH, height }
    }),
    edges: ends.map(([from, to], index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  }
  const { children = [], edges = [] } = await new ELK().layout(input)
  const rects = children.flatMap(({ id, x = 0, y = 0, width = 0, height = 0 }) =>
    heights.has(id) ? [{ x, y, width, height }] : [],
  )
  const ways = edges.flatMap(({ sections = [] }) =>
    sections.map(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
  )
  return { crossings: crossings(ways), area: areaOf(rects) }
}

function areaOf(rects: readonly Rect[]): number {
  const { width, height } = boundsOf(rects)!
  return width * height
}

/** How often lines cross. Lines that touch or run on top of one another do not. */
function crossings(ways: readonly (readonly Point[])[]): number {
  const segments = ways.flatMap((way, line) =>
    way.slice(1).map((to, index) => ({ line, from: way[index]!, to })),
  )
  let count = 0
  segments.forEach((a, index) => {
    for (let other = index + 1; other < segments.length; other++) {
      const b = segments[other]!
      if (a.line !== b.line && areCrossing(a.from, a.to, b.from, b.to)) count++
    }
  })
  return count
}
