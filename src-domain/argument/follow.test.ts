import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { anyMap } from '../testing/map'
import { follow, type Direction } from './follow'
import { mapGraph } from './map-graph'
import { neighbourhood } from './neighbourhood'

const builder = new Builder()
const [a, b, c, d, e] = ['A', 'B', 'C', 'D', 'E'].map((text) => builder.claim(text, builder.map))
const step = builder.relation('support', [b!], a!)
builder.relation('support', [c!], a!)
builder.relation('attack', [d!], step)
builder.relation('contradict', [e!], a!)
const graph = mapGraph(builder.project, builder.map)

test('following an argument leads from a card to its grounds, along them, and back to the card', () => {
  const first = follow(graph, a!, 'ground')!
  expect(first).toMatchObject({ index: 1, of: 3 })
  const beside = [first.claim]
  for (let next = follow(graph, first.claim, 'next'); next; next = follow(graph, next.claim, 'next'))
    beside.push(next.claim)
  expect(beside.toSorted()).toEqual([b, c, d].toSorted())
  expect(follow(graph, beside.at(-1)!, 'previous')?.claim).toBe(beside.at(-2))
  expect(follow(graph, d!, 'target')?.claim).toBe(a)
  expect(follow(graph, a!, 'target')).toBeUndefined()
})

test('every direction from every card leads to another card of the map or to nothing', () => {
  fc.assert(
    fc.property(
      anyMap,
      fc.constantFrom<Direction>('ground', 'target', 'next', 'previous'),
      ({ project, map }, way) => {
        const any = mapGraph(project, map)
        for (const claim of any.placements.keys()) {
          const found = follow(any, claim, way)
          if (found) expect(any.placements.has(found.claim) && found.claim !== claim).toBe(true)
        }
      },
    ),
  )
})

test('a neighbourhood of distance n holds the claims within n relations, undercuts and contradictions included', () => {
  expect(neighbourhood(graph, [d!], 0)).toEqual(new Set([d]))
  expect(neighbourhood(graph, [d!], 1)).toEqual(new Set([d, a, b]))
  expect(neighbourhood(graph, [d!], 2)).toEqual(new Set([d, a, b, c, e]))
})
