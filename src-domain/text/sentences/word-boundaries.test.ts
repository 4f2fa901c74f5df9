import { expect, test } from 'vitest'
import { wordStops } from './word-boundaries'

const words = (text: string) => {
  const { starts, ends } = wordStops(text)
  expect(starts).toHaveLength(ends.length)
  return starts.map((start, index) => text.slice(start, ends[index]))
}

test.each([
  ['The S-400, at last.', ['The', 'S-400', 'at', 'last']],
  ['Turkey’s F-35.com and/or “AT&T”', ['Turkey’s', 'F-35.com', 'and/or', 'AT&T']],
  ['hedging — or: bribery—or not', ['hedging', 'or', 'bribery', 'or', 'not']],
  ['12.5 billion (2019)', ['12.5', 'billion', '2019']],
  ['…', []],
])('the words of “%s”', (text, expected) => expect(words(text)).toEqual(expected))

test('words are found in scripts without spaces', () => expect(words('土耳其买了').length).toBeGreaterThan(1))
