import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { anyMap } from '../testing/map'
import { isDirected, mapGraph } from './map-graph'
import { outline } from './outline'

/** An outline as lines of text, two spaces for each level. */
function written(relate: (build: Builder, claim: (text: string) => string) => void): string[] {
  const builder = new Builder()
  relate(builder, (text) => builder.claim(text, builder.map))
  return outline(mapGraph(builder.project, builder.map)).map(({ level, relation, claim, reference }) => {
    const words = [relation?.kind, claim && builder.project.claims.get(claim)!.text, reference && '(above)']
    return '  '.repeat(level - 1) + words.filter(Boolean).join(' ')
  })
}

test('grounds are listed below their target, linked premises together, undercuts below the relation they attack', () => {
  const lines = written((build, claim) => {
    const end = claim('A')
    const linked = build.relation('support', [claim('B'), claim('C')], end)
    const single = build.relation('attack', [claim('D')], end)
    build.relation('attack', [claim('E')], linked)
    build.relation('attack', [claim('F')], single)
  })
  expect(lines.toSorted()).toEqual(
    ['A', '  support', '    B', '    C', '    attack E', '  attack D', '    attack F'].toSorted(),
  )
  expect(lines[0]).toBe('A')
  expect(lines.indexOf('    B')).toBeGreaterThan(lines.indexOf('  support'))
  expect(lines[lines.indexOf('  attack D') + 1]).toBe('    attack F')
})

test('a claim with two targets or in a circle is written in full once and referred to elsewhere', () => {
  const lines = written((build, claim) => {
    const [a, b, shared, ground] = [claim('A'), claim('B'), claim('S'), claim('G')]
    build.relation('support', [shared], a)
    build.relation('attack', [shared], b)
    build.relation('support', [ground], shared)
    const [x, y] = [claim('X'), claim('Y')]
    build.relation('support', [x], y)
    build.relation('support', [y], x)
  })
  expect(lines.filter((line) => / S$/.test(line))).toHaveLength(1)
  expect(lines.filter((line) => line.endsWith('S (above)'))).toHaveLength(1)
  expect(lines.filter((line) => line.endsWith(' G'))).toHaveLength(1)
  expect(lines.filter((line) => /[XY] \(above\)$/.test(line))).toHaveLength(1)
})

test('a contradiction is listed under both of its sides', () => {
  const lines = written((build, claim) => {
    build.relation('contradict', [claim('A')], claim('B'))
  })
  expect(lines.toSorted()).toEqual(['  contradict A (above)', '  contradict B (above)', 'A', 'B'])
})

test('the outline writes every card and every support or attack in full exactly once, under unique keys', () => {
  fc.assert(
    fc.property(anyMap, ({ project, map }) => {
      const graph = mapGraph(project, map)
      const rows = outline(graph)
      const full = rows.filter(({ claim, reference }) => claim && !reference).map(({ claim }) => claim)
      expect(full.toSorted()).toEqual([...graph.placements.keys()].toSorted())
      const shown = rows.flatMap(({ relation }) => relation ?? [])
      expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(graph.relations.keys()))
      const steps = shown.filter(isDirected).map(({ id }) => id)
      expect(new Set(steps).size).toBe(steps.length)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      rows.forEach(({ level }, index) => expect(level).toBeLessThanOrEqual((rows[index - 1]?.level ?? 0) + 1))
    }),
  )
})
