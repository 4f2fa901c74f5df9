import fc from 'fast-check'
import { expect, test } from 'vitest'
import { relationShapes } from '../canvas/lines/relation-shape'
import { Builder } from '../testing/build'
import { anyMap } from '../testing/map'
import { relationsAsDrawn, hiddenOn, openersOf } from './collapse'
import { claimAtEnd, claimsUnder, isDirected, mapGraph, type MapGraph } from './map-graph'

/** A map whose claims are letters, and the graph of it with some collapsed. */
function letters(claims: string, relate: (build: Builder, id: Record<string, string>) => void) {
  const builder = new Builder()
  const ids = Object.fromEntries([...claims].map((letter) => [letter, builder.claim(letter, builder.map)]))
  relate(builder, ids)
  const name = (id: string) => builder.project.claims.get(id)!.text
  const graph = mapGraph(builder.project, builder.map)
  const collapsing = (...collapsed: string[]): MapGraph => ({
    ...graph,
    placements: new Map(
      [...graph.placements].map(([id, each]) => [id, { ...each, collapsed: collapsed.includes(name(id)) }]),
    ),
  })
  const hidden = (at: MapGraph) =>
    Object.fromEntries([...hiddenOn(at).by].map(([id, by]) => [name(id), name(by)]).sort())
  return { collapsing, hidden, name, ids }
}

test('a collapsed card hides the cards that reach the rest of the map only through it', () => {
  const { collapsing, hidden, ids } = letters('ABCDE', (build, { A, B, C, D, E }) => {
    build.relation('support', [B!], A!)
    build.relation('support', [C!], B!)
    build.relation('attack', [D!], build.relation('support', [E!], B!))
  })
  expect(hidden(collapsing('B'))).toEqual({ C: 'B', D: 'B', E: 'B' })
  expect(hiddenOn(collapsing('B')).under.get(ids['B']!)).toHaveLength(3)
  expect(hidden(collapsing('A', 'B'))).toEqual({ B: 'A', C: 'A', D: 'A', E: 'A' })
})

test('a card that also bears on a visible card stays visible, and so do the cards below it', () => {
  const { collapsing, hidden } = letters('ABCDF', (build, { A, B, C, D, F }) => {
    build.relation('support', [C!], A!)
    build.relation('support', [C!], B!)
    build.relation('support', [D!], C!)
    build.relation('support', [F!], A!)
  })
  expect(hidden(collapsing('A'))).toEqual({ F: 'A' })
})

test('a card that contradicts a visible card stays visible', () => {
  const { collapsing, hidden } = letters('ABC', (build, { A, B, C }) => {
    build.relation('support', [B!], A!)
    build.relation('contradict', [C!], B!)
  })
  expect(hidden(collapsing('A'))).toEqual({})
})

test('when two collapsed cards support each other, one of them stays visible', () => {
  const { collapsing, hidden } = letters('AB', (build, { A, B }) => {
    build.relation('support', [B!], A!)
    build.relation('support', [A!], B!)
  })
  expect(Object.keys(hidden(collapsing('A', 'B')))).toHaveLength(1)
})

test('a relation to a hidden card is drawn to the card that hides it', () => {
  const { collapsing, ids } = letters('ABCD', (build, { A, B, C, D }) => {
    build.relation('support', [B!], A!)
    build.relation('support', [C!], B!)
    build.relation('support', [C!], D!)
  })
  const at = collapsing('A')
  const drawn = [...relationsAsDrawn(at, hiddenOn(at)).values()].map(({ premises, target }) => [
    premises,
    target,
  ])
  expect(drawn).toEqual([
    [[ids['C']], ids['A']],
    [[ids['C']], ids['D']],
  ])
})

test('a hidden card bears only on hidden cards or on the card that hides it, which is visible and collapsed', () => {
  fc.assert(
    fc.property(anyMap, ({ project, map }) => {
      const graph = mapGraph(project, map)
      const hidden = hiddenOn(graph)
      for (const [claim, by] of hidden.by) {
        expect(hidden.by.has(by)).toBe(false)
        expect(graph.placements.get(by)!.collapsed).toBe(true)
        expect(claimsUnder(graph, by).has(claim)).toBe(true)
        for (const relation of (graph.outOf.get(claim) ?? []).filter(isDirected)) {
          const end = claimAtEnd(graph, relation)
          expect([end, hidden.by.get(end)]).toContain(by)
        }
      }
      expect([...hidden.under.values()].flat().toSorted()).toEqual([...hidden.by.keys()].toSorted())
    }),
  )
})

test('every relation that is drawn while cards are hidden joins visible cards', () => {
  fc.assert(
    fc.property(anyMap, ({ project, map }) => {
      const graph = mapGraph(project, map)
      const hidden = hiddenOn(graph)
      const rects = new Map(
        [...graph.placements]
          .filter(([id]) => !hidden.by.has(id))
          .map(([id, { x, y }]) => [id, { x, y, width: 248, height: 100 }]),
      )
      const drawn = relationsAsDrawn(graph, hidden)
      for (const { premises, target, targetType } of drawn.values()) {
        for (const id of premises) expect(hidden.by.has(id)).toBe(false)
        if (targetType === 'claim') expect(rects.has(target)).toBe(true)
      }
      if (hidden.by.size === 0) expect(relationShapes(drawn, rects).size).toBe(graph.relations.size)
    }),
  )
})

test('expanding the cards that hide a card makes it visible', () => {
  fc.assert(
    fc.property(anyMap, ({ project, map }) => {
      const graph = mapGraph(project, map)
      for (const claim of graph.placements.keys()) {
        const open = new Set(openersOf(graph, claim))
        const placements = new Map(
          [...graph.placements].map(([id, each]) => [
            id,
            open.has(id) ? { ...each, collapsed: false } : each,
          ]),
        )
        expect(hiddenOn({ ...graph, placements }).by.has(claim)).toBe(false)
      }
    }),
  )
})
