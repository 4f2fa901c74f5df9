import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newProject, type Project } from './project'
import { save } from './save'
import { sampleProject } from '../testing/sample'
import { testEnv } from '../testing/env'

/** What JSON itself makes of a saved text. */
const asJson = (text: string) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`

test('a saved project is JSON with an indent of two spaces, byte for byte', () => {
  for (const project of [sampleProject(), newProject('Empty', testEnv('empty'))])
    expect(save(project)).toBe(asJson(save(project)))
})

test('so it is with unknown fields of any name and value', () => {
  const unknown = fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(unknown, unknown, (fields, inRecord) => {
      const { about, claims, ...rest } = sampleProject()
      const own = [...claims].map(([id, claim]) => [id, { ...inRecord, ...claim }] as const)
      const project: Project = { ...rest, about: { ...fields, ...about }, claims: new Map(own) }
      expect(save(project)).toBe(asJson(save(project)))
    }),
  )
})
