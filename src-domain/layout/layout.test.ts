import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Project } from '../document/project'
import { Builder } from '../testing/build'
import { sampleProject } from '../testing/sample'
import { anyMap } from '../testing/map'
import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from '../canvas/card'
import { laidOut } from './layout'
import { layoutMoves, type Move } from './moves'
import { tidiedClaims, type Flow, type Tidied } from './tidied'
import { mapGraph, type MapGraph } from '../argument/map-graph'
import { ARROW_ROOM } from '../canvas/lines/line-path'
import { crosses } from '../canvas/lines/obstacles'
import { relationShapes, signRect } from '../canvas/lines/relation-shape'

/** Heights in map pixels, of four sizes in turn. */
const heightsOf = (graph: MapGraph) =>
  new Map([...graph.placements.keys()].sort().map((id, index) => [id, 108 + (index % 4) * 40]))

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function rectsOf(graph: MapGraph, moves: readonly (Point & { placement: string })[] = []) {
  const heights = heightsOf(graph)
  const moved = new Map(moves.map((move) => [move.placement, move]))
  return new Map(
    [...graph.placements].map(([claim, at]) => {
      const { x, y } = moved.get(at.id) ?? at
      return [claim, { x, y, width: CARD_WIDTH, height: heights.get(claim)! }]
    }),
  )
}

function tidy(graph: MapGraph, tidied: Tidied, flow: Flow = 'down', aspect = 1.8) {
  const heights = heightsOf(graph)
  const places = laidOut(graph, tidied, heights, flow, aspect)
  return { places, moves: layoutMoves(graph, tidied, places, heights) }
}

/** The project with its cards moved. */
function placed(project: Project, moves: readonly Move[]): Project {
  const moved = new Map(moves.map(({ placement, x, y }) => [placement, { x, y }]))
  const placements = [...project.placements].map(([id, at]) => [id, { ...at, ...moved.get(id) }] as const)
  return { ...project, placements: new Map(placements) }
}

function argued() {
  const builder = new Builder()
  const claim = (text: string) => builder.claim(text, builder.map)
  const [end, rival, one, two, alone, under] = ['E', 'R', '1', '2', '3', 'U'].map(claim)
  const linked = builder.relation('support', [one!, two!], end!)
  builder.relation('support', [alone!], end!)
  builder.relation('contradict', [rival!], end!)
  builder.relation('attack', [under!], linked)
  const graph = mapGraph(builder.project, builder.map)
  return { builder, graph, end: end!, rival: rival!, one: one!, two: two!, alone: alone!, under: under! }
}

test('tidying a tidy map changes nothing', () => {
  const project = sampleProject()
  const map = [...project.maps.keys()][0]!
  const once = placed(project, tidy(mapGraph(project, map), { what: 'map' }).moves)
  const twice = placed(once, tidy(mapGraph(once, map), { what: 'map' }).moves)
  expect(twice.placements).toEqual(once.placements)
})

test('a conclusion is above its grounds, its rival beside it, an undercut next to the premise of its relation', () => {
  const { graph, end, rival, one, two, alone, under } = argued()
  const rects = rectsOf(graph, tidy(graph, { what: 'map' }).moves)
  const at = (claim: string) => rects.get(claim)!
  const bottom = (claim: string) => at(claim).y + at(claim).height
  for (const ground of [one, two, alone, under]) {
    expect(at(ground).y).toBeGreaterThan(at(end).y)
    expect(at(ground).x).toBeGreaterThan(at(end).x)
  }
  expect(at(rival).y).toBe(at(end).y)
  const first = [one, two].sort((a, b) => at(a).y - at(b).y)[0]!
  expect(at(first).y - bottom(under)).toBe(CARD_GAP)
})

test('a chain of lone premises is straight where that shows it larger, with upright lines and arrowheads', () => {
  const builder = new Builder()
  const chain = ['E', '1', '2', '3'].map((text) => builder.claim(text, builder.map))
  chain.slice(1).forEach((claim, index) => builder.relation('support', [claim], chain[index]!))
  const graph = mapGraph(builder.project, builder.map)
  const heights = heightsOf(graph)
  const places = laidOut(graph, { what: 'map' }, heights, 'down', 0.3)
  const rects = rectsOf(graph, layoutMoves(graph, { what: 'map' }, places, heights))
  expect(new Set([...rects.values()].map(({ x }) => x)).size).toBe(1)
  for (const { ways, arrows } of relationShapes(graph.relations, rects).values()) {
    expect(new Set(ways.flat().map(({ x }) => x)).size).toBe(1)
    const [end, junction] = ways.at(-1)!
    expect(junction!.y - end!.y).toBeGreaterThanOrEqual(ARROW_ROOM)
    expect(arrows).toHaveLength(1)
  }
})

test('from left to right, a conclusion is to the left of its grounds', () => {
  const { graph, end, one, two, alone } = argued()
  const rects = rectsOf(graph, tidy(graph, { what: 'map' }, 'right').moves)
  for (const ground of [one, two, alone])
    expect(rects.get(ground)!.x).toBeGreaterThan(rects.get(end)!.x + CARD_WIDTH)
})

test('undercuts are above the premise of their relation, and their lines cross no other sign', () => {
  const builder = new Builder()
  const claim = (text: string) => builder.claim(text, builder.map)
  const end = claim('E')
  const twice = builder.relation('support', [claim('1'), claim('2')], end)
  const once = builder.relation('support', [claim('3')], end)
  const undercuts = [twice, twice, once].map((step, index) =>
    builder.relation('attack', [claim(`U${index}`)], step),
  )
  builder.relation('attack', [claim('under')], builder.project.relations.get(undercuts[1]!)!.premises[0]!)
  const graph = mapGraph(builder.project, builder.map)
  const rects = rectsOf(graph, tidy(graph, { what: 'map' }).moves)
  const shapes = relationShapes(graph.relations, rects)
  for (const id of undercuts) {
    const { relation, ways } = shapes.get(id)!
    const others = [...shapes.values()].filter(
      ({ relation: { id } }) => id !== relation.id && id !== relation.target,
    )
    for (const way of ways) {
      expect(Math.hypot(way[0]!.x - way.at(-1)!.x, way[0]!.y - way.at(-1)!.y)).toBeLessThan(3 * CARD_WIDTH)
      for (const other of others)
        for (const [index, point] of way.slice(1).entries())
          expect(crosses(way[index]!, point, signRect(other))).toBe(false)
    }
  }
})

test('a card on the left or right of its rival stays on that side', () => {
  for (const way of [1, -1]) {
    const { graph, end, rival } = argued()
    const middle = [...graph.placements.values()].map(({ x }) => x).sort((a, b) => a - b)[3]!
    const sides = new Map(
      [...graph.placements].map(([claim, at]) => [
        claim,
        { ...at, x: way * (claim === rival ? 2000 : at.x - middle), y: at.y },
      ]),
    )
    const rects = rectsOf(graph, tidy({ ...graph, placements: sides }, { what: 'map' }).moves)
    expect(Math.sign(rects.get(rival)!.x - rects.get(end)!.x)).toBe(way)
  }
})

test('tidying a branch moves only the cards under its top card', () => {
  const { builder, end } = argued()
  const aside = builder.claim('aside', builder.map)
  const graph = mapGraph(builder.project, builder.map)
  const { moves } = tidy(graph, { what: 'branch', claim: end })
  const moved = new Set(moves.map(({ placement }) => placement))
  expect(moved.has(graph.placements.get(end)!.id)).toBe(false)
  expect(moved.has(graph.placements.get(aside)!.id)).toBe(false)
  expect(moves).toHaveLength(4)
})

test('cards of a group stay together', () => {
  const { builder, one, alone, rival } = argued()
  builder.run('group.make', { claims: [one, alone], map: builder.map, title: 'Together' })
  const graph = mapGraph(builder.project, builder.map)
  const rects = rectsOf(graph, tidy(graph, { what: 'map' }).moves)
  const [a, b] = [rects.get(one)!, rects.get(alone)!]
  const frame = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x) + CARD_WIDTH,
    height: 100,
  }
  for (const [claim, rect] of rects) {
    if (claim !== one && claim !== alone) expect(overlap(rect, frame), claim).toBe(false)
  }
  expect(rival).toBeDefined()
})

test('any map, branch and selection is laid out, with circles, undercuts of undercuts and groups, without covering other cards', () => {
  fc.assert(
    fc.property(
      anyMap,
      fc.constantFrom<Flow>('down', 'right'),
      fc.boolean(),
      fc.constantFrom<Tidied['what']>('map', 'branch', 'selection'),
      fc.infiniteStream(fc.boolean()),
      ({ project, map }, flow, grouped, what, chosen) => {
        const plain = mapGraph(project, map)
        const placements = [...plain.placements].map(([id, each], index) => {
          const group = grouped && index % 3 > 0 ? `g${index % 3}` : ''
          return [id, { ...each, pinned: false, group }] as const
        })
        const graph = { ...plain, placements: new Map(placements) }
        const claims = [...graph.placements.keys()].filter(() => chosen.next().value)
        const tidied: Tidied =
          what === 'branch' ? { what, claim: claims[0] ?? '' } : what === 'map' ? { what } : { what, claims }
        const { places, moves } = tidy(graph, tidied, flow)
        expect(new Set(places.keys())).toEqual(tidiedClaims(graph, tidied))
        const rects = rectsOf(graph, moves)
        const moved = new Set(moves.map(({ placement }) => placement))
        for (const [claim, { id }] of graph.placements) {
          if (!moved.has(id)) continue
          const others = [...rects].filter(([other]) => other !== claim).map(([, rect]) => rect)
          expect(others.some((other) => overlap(rects.get(claim)!, other))).toBe(false)
        }
      },
    ),
    { numRuns: 90 },
  )
})

test('a large map is laid out in rows without overlap', () => {
  const builder = new Builder()
  const claims: string[] = []
  for (let index = 0; index < 320; index++) {
    claims.push(builder.claim(`Claim ${index}`, builder.map))
    if (index > 0) builder.relation('support', [claims[index]!], claims[Math.floor((index - 1) / 4)]!)
  }
  const graph = mapGraph(builder.project, builder.map)
  const rects = rectsOf(graph, tidy(graph, { what: 'map' }).moves)
  claims.forEach((claim, index) => {
    const above = rects.get(claims[Math.floor((index - 1) / 4)] ?? '')
    if (!above) return
    const { x, y } = rects.get(claim)!
    expect(y >= above.y + above.height || x >= above.x + above.width).toBe(true)
  })
  const all = [...rects.values()]
  all.forEach((a, index) => expect(all.slice(index + 1).some((b) => overlap(a, b))).toBe(false))
})

test('whatever the layout, pinned cards stay, moved cards cover nothing, and positions are whole numbers', () => {
  fc.assert(
    fc.property(
      anyMap,
      fc.array(
        fc.record({
          x: fc.double({ min: -500, max: 500, noNaN: true }),
          y: fc.double({ min: -500, max: 500, noNaN: true }),
        }),
        { minLength: 12, maxLength: 12 },
      ),
      fc.constantFrom('map', 'branch', 'selection'),
      ({ project, map }, points, what) => {
        const graph = mapGraph(project, map)
        const claims = [...graph.placements.keys()]
        const tidied: Tidied =
          what === 'branch'
            ? { what, claim: claims[0]! }
            : what === 'selection'
              ? { what, claims: claims.slice(0, 3) }
              : { what: 'map' }
        const places = new Map(
          [...tidiedClaims(graph, tidied)].map((id, index) => [id, points[index]!] as const),
        )
        const moves = layoutMoves(graph, tidied, places, heightsOf(graph))
        const moved = new Set(moves.map(({ placement }) => placement))
        for (const { id, claim, pinned } of graph.placements.values()) {
          if (pinned || !places.has(claim)) expect(moved.has(id)).toBe(false)
        }
        const rects = rectsOf(graph, moves)
        for (const [claim, rect] of rects) {
          if (!moved.has(graph.placements.get(claim)!.id)) continue
          expect(Number.isInteger(rect.x) && Number.isInteger(rect.y)).toBe(true)
          for (const [other, beside] of rects) if (other !== claim) expect(overlap(rect, beside)).toBe(false)
        }
      },
    ),
  )
})

test('a layout near the limit of coordinates stays within it', () => {
  const { builder, end, one } = argued()
  const moves = [...builder.project.placements.values()].map(({ id }) => ({ placement: id, x: 1e7, y: -1e7 }))
  builder.run('placement.move', { moves })
  const graph = mapGraph(builder.project, builder.map)
  const places = new Map([
    [end, { x: 0, y: 0 }],
    [one, { x: 70_000, y: 300 }],
  ])
  const all = layoutMoves(graph, { what: 'map' }, places, heightsOf(graph))
  for (const { x, y } of all) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(1e7)
})
