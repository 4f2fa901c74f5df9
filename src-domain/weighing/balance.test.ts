import { describe, expect, it, test } from 'vitest'
import { vectors } from '../testing/vectors'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { balanceOf, leaning } from './balance'
import { SEMANTICS, settle, type SemanticsName } from './gradual'
import { SUPPOSING_NOTHING } from './supposing'
import { frameworkOf } from './weigh'

type Values = Record<string, number>

interface Bag {
  name: string
  bag: { w: Values; att: [string, string][]; sup: [string, string][] }
  values: Partial<Record<string, Values>>
  published: Partial<Record<string, Values>>
}

const NAMES = Object.keys(SEMANTICS) as SemanticsName[]

/** The strengths of a bag of arguments with weights, attacks and supports. */
function strengths({ w, att, sup }: Bag['bag'], name: SemanticsName): Values {
  const ids = Object.keys(w)
  const into = (pairs: [string, string][], id: string) =>
    pairs.filter(([, to]) => to === id).map(([from]) => ids.indexOf(from))
  const attackers = ids.map((id) => into(att, id))
  const supporters = ids.map((id) => into(sup, id))
  const settled = settle({
    nodes: ids.length,
    inputs: (x) => [...attackers[x]!, ...supporters[x]!],
    initial: (x) => w[ids[x]!]!,
    target: (x, values) => {
      const of = (list: number[]) => list.map((y) => values[y]!)
      return SEMANTICS[name].influence(w[ids[x]!]!, of(attackers[x]!), of(supporters[x]!))
    },
  })
  return Object.fromEntries(ids.map((id, x) => [id, settled[x]!]))
}

describe.each(NAMES)('%s', (name) => {
  it.each(vectors<Bag[]>('gradual').filter(({ values }) => values[name]))('$name', (each) => {
    const found = strengths(each.bag, name)
    for (const [id, value] of Object.entries(each.values[name]!)) expect(found[id]).toBeCloseTo(value, 4)
    // Published values are rounded, some of them down from a half.
    for (const [id, value] of Object.entries(each.published[name] ?? {})) {
      expect(Math.abs(found[id]! - value)).toBeLessThan(0.0051)
    }
  })

  it.each(vectors<({ name: string; project: SparseProject } & Record<SemanticsName, Values>)[]>('balance'))(
    'the balance of a map: $name',
    (each) => {
      const framework = frameworkOf(weighedProject(each.project), SUPPOSING_NOTHING)
      const balance = balanceOf(framework, name)
      const found = Object.fromEntries(framework.graph.claims.map((id, x) => [id, balance[x]!]))
      expect(Object.keys(found)).toEqual(Object.keys(each[name]))
      for (const [id, value] of Object.entries(each[name])) expect(found[id]).toBeCloseTo(value, 4)
    },
  )
})

test('a circle that does not settle has no value, and neither has what depends on it', () => {
  const spin = settle({
    nodes: 4,
    inputs: (x) => [[1], [0], [0], []][x]!,
    initial: () => 0.5,
    // Two nodes that chase each other: their distance from the middle grows.
    target: (x, values) => (x < 2 ? (x === 0 ? 1 : -1) * 30 * (values[1 - x]! - 0.4) : values[0]!),
  })
  expect([...spin].map((value) => Number.isFinite(value))).toEqual([false, false, false, false])
})

test.each([
  [0.19, 'much against'],
  [0.2, 'against'],
  [0.45, 'even'],
  [0.55, 'even'],
  [0.56, 'for'],
  [0.81, 'much for'],
])('%d leans %s', (strength, words) => {
  expect(leaning(strength)).toBe(words)
})
