import { expect, test } from 'vitest'
import { newClaim } from '../commands/shared/new-records'
import { testEnv } from '../testing/env'
import { similarClaims } from './similar-claims'

const env = testEnv()
const claims = [
  'The purchase is pragmatic hedging',
  'The purchase is political bribery',
  'Sanctions followed within a year',
].map((text) => newClaim({ text, category: 'judgement' }, env))
const found = (typed: string) => similarClaims(claims, typed).map(({ text }) => text)

test.each([
  ['The purchase was pragmatic hedging', ['The purchase is pragmatic hedging']],
  ['sanctions follow', ['Sanctions followed within a year']],
  ['Something else entirely', []],
  ['the', []],
  ['', []],
])('similar claims are suggested while “%s” is typed', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})
