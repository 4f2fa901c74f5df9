import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { mapGraph } from './map-graph'
import { presentation } from './presentation'

test('a map is presented in its set steps, without claims no longer on it, or else conclusions first', () => {
  const builder = new Builder()
  const [end, ground] = ['End', 'Ground'].map((text) => builder.claim(text, builder.map))
  const loose = builder.claim('On no map')
  builder.relation('support', [ground!], end!)
  const graph = mapGraph(builder.project, builder.map)
  expect(presentation(graph, { steps: [] })).toEqual([end, ground])
  expect(presentation(graph, { steps: [loose, ground!] })).toEqual([ground])
  expect(presentation(graph, { steps: [loose] })).toEqual([end, ground])
})
