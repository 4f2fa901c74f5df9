import { expect, test } from 'vitest'
import { WordCounts } from './word-counts'
import { wordsOf } from './words'

test('a word counts once for each article that has it, until the article goes', () => {
  const counts = new WordCounts()
  const [one, other] = ['The gates, the gates!', 'Gates were opened.'].map((text) => wordsOf(text).hashes)
  const gates = one![1]!
  counts.add(one!)
  counts.add(other!)
  expect([counts.of(gates), counts.of(other![2]!), counts.of(wordsOf('river').hashes[0]!)]).toEqual([2, 1, 0])
  counts.remove(one!)
  expect(counts.of(gates)).toBe(1)
})
