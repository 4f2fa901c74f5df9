import { expect, test } from 'vitest'
import * as v from 'valibot'
import { RelationSchema } from '../records/relation'
import { SCHEMES, schemeNamed } from './argumentation-schemes'

test('there are more than twenty schemes, each found by its name', () => {
  expect(SCHEMES.length).toBeGreaterThanOrEqual(20)
  for (const scheme of SCHEMES) expect(schemeNamed(scheme.name)).toBe(scheme)
  expect(schemeNamed('nobody-has-it')).toBeUndefined()
})

test.each(SCHEMES.map((scheme) => [scheme.title, scheme] as const))(
  '%s has critical questions with unique names',
  (_, scheme) => {
    expect(scheme.questions.length).toBeGreaterThanOrEqual(2)
    expect(new Set(scheme.questions.map(({ name }) => name)).size).toBe(scheme.questions.length)
    for (const { text } of scheme.questions) expect(text).toMatch(/^\p{Lu}.*\?$/u)
    expect(scheme.summary).toMatch(/^\p{Lu}.*\.$/u)
    const { scheme: kept, answers } = RelationSchema.entries
    v.parse(kept, scheme.name)
    v.parse(
      answers,
      scheme.questions.map(({ name }) => ({ question: name, answer: 'Yes.' })),
    )
  },
)
