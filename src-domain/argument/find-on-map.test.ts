import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { findOnMap } from './find-on-map'
import { mapGraph } from './map-graph'

const builder = new Builder()
const named = builder.claim('Erdoğan refused.', builder.map)
const noted = builder.claim('It was a bargain.', builder.map)
builder.run('claim.note', { claim: noted, note: 'Said by Erdogan himself.' })
builder.run('claim.tag', { claim: noted, tags: ['price'] })
builder.claim('Erdoğan is on no map here.')
const find = (words: string) => [...findOnMap(builder.project, mapGraph(builder.project, builder.map), words)]

test('a search on a map covers wordings, notes and tags of its cards and ignores accents and capitals', () => {
  expect(find('ERDOGAN').toSorted()).toEqual([named, noted].toSorted())
  expect(find('erdoğan refused')).toEqual([named])
  expect(find('price bargain')).toEqual([noted])
  expect(find('price refused')).toEqual([])
  expect(find('  ')).toEqual([])
})
