import { expect, test } from 'vitest'
import { mapGraph } from '#domain/argument/map-graph'
import { Builder } from '#domain/testing/build'
import { howToReveal, visibleCards } from './visible-cards'

/** A premise below a reason below a conclusion. Reason and conclusion are collapsed. */
function collapsedMap() {
  const builder = new Builder()
  const [conclusion, reason, ground] = ['Conclusion', 'Reason', 'Ground'].map((text) =>
    builder.claim(text, builder.map),
  ) as [string, string, string]
  builder.relation('support', [reason], conclusion)
  builder.relation('support', [ground], reason)
  builder.run('placement.collapse', { claims: [reason, conclusion], map: builder.map, collapsed: true })
  const graph = mapGraph(builder.project, builder.map)
  return { graph, conclusion, ground, sight: visibleCards(builder.project, builder.map, undefined) }
}

test('a hidden card becomes visible when every card that hides it is expanded', () => {
  const { graph, conclusion, ground, sight } = collapsedMap()
  const { open, shown } = howToReveal(graph, sight, ground, false)
  expect([open[0], open.length, shown]).toEqual([conclusion, 2, ground])
})

test('in a read-only project nothing is expanded: the card that hides the claim is shown', () => {
  const { graph, conclusion, ground, sight } = collapsedMap()
  expect(howToReveal(graph, sight, ground, true)).toEqual({ open: [], shown: conclusion })
})

test('a visible card is shown without a change', () => {
  const { graph, conclusion, sight } = collapsedMap()
  expect(howToReveal(graph, sight, conclusion, false)).toEqual({ open: [], shown: conclusion })
})
