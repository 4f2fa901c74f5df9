import { expect, test } from 'vitest'
import { canonicalTitle } from './titles'

test.each([
  ['S-400: A Bargain? | The Daily', 's 400 a bargain'],
  ['Çağrı – The Daily', 'cagrı'],
  ['One – a subtitle of many words', 'one a subtitle of many words'],
  ['| The Daily', 'the daily'],
])('%s is compared as “%s”', (title, compared) => expect(canonicalTitle(title)).toBe(compared))

test.each([' ', '| ', '– a '])('a title of a million “%s” is compared', (unit) => {
  expect(canonicalTitle(`Long ${unit.repeat(1_000_000)}`)).toMatch(/^long/)
})
