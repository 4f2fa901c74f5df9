import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { emptyMapState } from './empty-map'

test('an empty map says what to do with what there is', () => {
  const builder = new Builder()
  expect(emptyMapState(builder.project, false)).toBe('nothing')
  builder.source('Ankara signed in 2017.')
  expect(emptyMapState(builder.project, false)).toBe('unread')
  expect(emptyMapState(builder.project, true)).toBe('reading')
  builder.claim('It was hedging.')
  expect(emptyMapState(builder.project, true)).toBe('claims')
})
