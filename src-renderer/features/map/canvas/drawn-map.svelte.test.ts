// @vitest-environment jsdom
import { NO_GROUPS } from '#domain/reuse/independence'
import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Measure } from '#domain/canvas/wrap-text'
import { boundsOf, contains } from '#domain/canvas/rect'
import type { Project } from '#domain/document/project'
import { Builder } from '#domain/testing/build'
import { sampleProject } from '#domain/testing/sample'
import { DrawnMap } from './drawn-map.svelte'
import type { CardNode } from './flow-nodes'

const sample = sampleProject()
const map = [...sample.maps.keys()][0]!

let measured = 0
const measure: Measure = (text, { size }) => {
  measured++
  return text.length * size * 0.5
}

class Around {
  project: Project = $state.raw(sample)
  claims: readonly string[] = $state.raw([])
  region = $state.raw({ x: 0, y: 0, width: 5000, height: 5000 })
  readonly kept = undefined
  readonly labelScale = 1
  readonly dragged: readonly CardNode[] = []
  readonly onMap = { focus: undefined }
  readonly version = 0
  readonly measure = measure
}

let shown: Around
let drawn: DrawnMap
let stop: () => void

beforeEach(() => {
  shown = new Around()
  drawn = new DrawnMap(() => shown.project, map, {
    view: shown,
    viewing: shown,
    moving: shown,
    typeface: shown,
    reuse: { groups: NO_GROUPS },
  })
  stop = $effect.root(() => {
    $effect(() => void [drawn.nodes, drawn.relations, drawn.groups, drawn.bounds])
  })
  flushSync()
})

afterEach(() => stop())

/** What is drawn of the map, apart from Svelte Flow's nodes. */
const parts = () => [drawn.cards, drawn.places, drawn.bounds, drawn.rects, drawn.relations]

it('the extents of a map reach to the lines that lead around its cards', () => {
  const builder = new Builder()
  const claims = ['One', 'Between', 'Other'].map((text) => builder.claim(text, builder.map))
  builder.relation('contradict', [claims[0]!], claims[2]!)
  const column = [...builder.project.placements.values()].map((placement) => {
    const at = { x: 0, y: claims.indexOf(placement.claim) * 200 }
    return [placement.id, { ...placement, ...at }] as const
  })
  const project = { ...builder.project, placements: new Map(column) }
  const { extents, places, relations } = new DrawnMap(() => project, builder.map, {
    view: shown,
    viewing: shown,
    moving: shown,
    typeface: shown,
    reuse: { groups: NO_GROUPS },
  })
  const line = boundsOf(
    relations.flatMap(({ shape }) => shape.ways.flat()).map((at) => ({ ...at, width: 0, height: 0 })),
  )!
  expect(contains(line, boundsOf(places)!), 'it leads around the card between').toBe(false)
  expect(contains(line, boundsOf(extents)!)).toBe(true)
})

/** The parts that are drawn again by a change. */
function drawnAgain(change: () => void): number {
  const before = parts()
  flushSync(change)
  return parts().filter((part, index) => part !== before[index]).length
}

it('draws only its node again when a card is selected', () => {
  const nodes = drawn.nodes
  const chosen = nodes[1]!.id
  expect(drawnAgain(() => (shown.claims = [chosen]))).toBe(0)
  expect(drawn.nodes.filter((node, index) => node !== nodes[index]).map(({ id }) => id)).toEqual([chosen])
})

it('draws nothing again when the map is moved', () =>
  expect(drawnAgain(() => (shown.region = { ...shown.region, x: 700 }))).toBe(0))

it('draws nothing again for a change of what is not on the map', () => {
  const about = { ...sample.about, title: 'Another' }
  expect(drawnAgain(() => (shown.project = { ...sample, about, matrices: new Map() }))).toBe(0)
})

it('draws only the cards with a new grade again, and no line', () => {
  const graded = (reliability: 'A' | 'E'): Project => {
    const { source } = [...sample.excerpts.values()][0]!
    const record = { ...sample.sources.get(source)!, reliability, credibility: '2' as const }
    return { ...sample, sources: new Map(sample.sources).set(source, record) }
  }
  flushSync(() => (shown.project = graded('A')))
  const { cards, relations } = drawn
  measured = 0
  flushSync(() => (shown.project = graded('E')))
  const fresh = drawn.cards.filter((card) => !cards.includes(card))
  expect(fresh.length).toBeGreaterThan(0)
  expect(fresh.length).toBeLessThan(cards.length)
  expect(measured).toBeGreaterThan(0)
  expect(drawn.relations).toBe(relations)
})

it('moves the lines of a dragged card, and no stored place', () => {
  const [places, relations] = [drawn.places, drawn.relations]
  const [moved] = relations[0]!.shape.relation.premises
  drawn.nodes = drawn.nodes.map((node) =>
    node.id === moved ? { ...node, position: { x: node.position.x + 40, y: node.position.y } } : node,
  )
  expect(drawn.places).toBe(places)
  expect(drawn.relations[0]).not.toBe(relations[0])
})
