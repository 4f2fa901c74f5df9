import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { readAhead } from './read-ahead'

test('articles are read a few at a time, and once', async () => {
  const builder = new Builder()
  for (let count = 0; count < 60; count++) builder.source(`Article ${count} tells of something else.`)
  const sources = builder.project.sources
  let turns = 0
  const pause = () => Promise.resolve(void turns++)
  await readAhead(sources.values(), pause)
  expect(turns).toBe(3)
  await readAhead(sources.values(), pause)
  expect(turns).toBe(3)
})
