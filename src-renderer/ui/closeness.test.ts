import { expect, test } from 'vitest'
import { closeness } from './closeness'

const ranked = (typed: string, ...labels: string[]) =>
  labels
    .filter((label) => closeness(label, typed) !== undefined)
    .sort((a, b) => closeness(a, typed)! - closeness(b, typed)!)

test.each([
  ['sanc', ['US sanctions', 'sanctions', 'S-400 and C'], ['sanctions', 'US sanctions', 'S-400 and C']],
  ['fpol', ['far from a policeman', 'foreign policy'], ['foreign policy', 'far from a policeman']],
  ['NATO', ['nato', 'NA to'], ['nato', 'NA to']],
  ['xyz', ['anything'], []],
])('“%s” finds entries with its letters in order, the closest first', (typed, labels, expected) =>
  expect(ranked(typed, ...labels)).toEqual(expected),
)

test('an empty query finds everything', () => expect(closeness('anything', ' ')).toBe(0))
