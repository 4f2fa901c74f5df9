import { expect, test } from 'vitest'
import { Builder } from '../../../testing/build'
import { EXPORT_FORMATS, exportFormatNamed } from '../catalogue'
import { richSample } from '../testing/rich-sample'
import { leavesOut, leftOut } from './left-out'

test('what is left out has its count, and what is only for us is apart', () => {
  const { project, map } = richSample()
  const { lost, ours } = leftOut(exportFormatNamed('sadface')!, project, [map])
  expect(lost).toContainEqual({ words: 'matrix of hypotheses and evidence', count: 1 })
  expect(lost).toContainEqual({ words: 'other maps', count: 0 })
  expect(ours).toContainEqual({ words: 'warrant', count: 1 })
  const kialo = leftOut(exportFormatNamed('kialo')!, project, [map]).lost
  expect(kialo).toContainEqual({ words: 'relation with linked premises', count: 1 })
  expect(kialo).toContainEqual({ words: 'undercuts', count: 2 })
})

test('maps that are exported together are no other maps, and a claim on one of them is not elsewhere', () => {
  const builder = new Builder()
  builder.run('map.add', { name: 'Second' })
  const [first, other] = [...builder.project.maps.keys()]
  builder.claim('On the first', first!)
  builder.claim('On the second', other!)
  const { project } = builder
  const countOf = (maps: string[], words: RegExp) =>
    leftOut(exportFormatNamed('argdown')!, project, maps).lost.find((each) => words.test(each.words))?.count
  expect([countOf([first!], /other map/), countOf([first!], /not on the map/)]).toEqual([1, 1])
  expect([countOf([first!, other!], /other map/), countOf([first!, other!], /not on the map/)]).toEqual([
    0, 0,
  ])
})

test('every format of data says whom it is for', () => {
  for (const format of EXPORT_FORMATS) {
    expect(format.audience === undefined, format.name).toBe(format.kind !== undefined)
    if (format.name !== 'project-json') expect(leavesOut(format).length, format.name).toBeGreaterThan(0)
  }
})
