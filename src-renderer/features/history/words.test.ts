import { expect, test } from 'vitest'
import { contentsOf, differenceOf } from './words'

const none = { added: 0, removed: 0, changed: 0 }

test('a state is described by its contents and its changes', () => {
  expect(contentsOf({ sources: 1, claims: 2, excerpts: 0, relations: 1 })).toBe(
    '1 article, 2 claims, 0 passages, 1 relation',
  )
  const tallies = {
    sources: { ...none, removed: 1 },
    claims: { added: 3, removed: 0, changed: 1 },
    excerpts: none,
    relations: none,
  }
  expect(differenceOf({ tallies, names: [] })).toBe('1 article removed, 3 claims added, 1 claim changed')
  const same = { sources: none, claims: none, excerpts: none, relations: none }
  expect(differenceOf({ tallies: same, names: [] })).toMatch(/title, categories, maps/)
  expect(differenceOf(null)).toBe('The first state')
})
