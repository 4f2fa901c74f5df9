import { expect, test } from 'vitest'
import { namesOf } from './html-values'

test.each([
  [['By Jane Doe and John Roe'], ['Jane Doe', 'John Roe']],
  [['Jane Doe, John Roe, Ann Poe'], ['Jane Doe', 'John Roe', 'Ann Poe']],
  [['Doe, Jane'], ['Doe, Jane']],
  [['https://example.com/jane', '@jane', 'Jane Doe; Jane Doe'], ['Jane Doe']],
])('the names in %j are %j', (candidates, names) => expect(namesOf(candidates)).toEqual(names))

test.each(['A ', ' ', 'A, ', ' and'])('a million of “%s” contain no name', (unit) => {
  expect(namesOf([unit.repeat(1_000_000), 'Jane Doe'])).toEqual(['Jane Doe'])
})
