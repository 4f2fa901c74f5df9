import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { applyPatch, invertPatch, squash, type Patch } from './patch'
import { PatchSchema } from './patch-schema'
import type { Project } from './project'
import { save } from './save'
import { Builder } from '../testing/build'
import { commandSequence, type PlannedStep } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { frozen } from '../testing/frozen'
import { sampleProject } from '../testing/sample'

const applied = (project: Project, patch: Patch): Project => {
  const result = applyPatch(project, patch)
  if ('conflict' in result) throw new Error(result.conflict)
  return result.project
}

/** The patches of a sequence of commands, and the project after them. */
function patchesOf(first: Project, steps: readonly PlannedStep[]): { patches: Patch[]; last: Project } {
  const patches: Patch[] = []
  let last = first
  steps.forEach(({ name, input }, index) => {
    const outcome = runCommand(last, name, input(last), testEnv(`step${index}-`))
    if ('refusal' in outcome) return
    patches.push(outcome.patch)
    last = applied(last, outcome.patch)
  })
  return { patches, last }
}

describe('applying', () => {
  const builder = new Builder()
  const id = builder.claim('As it was')
  const project = frozen(builder.project)
  const claim = project.claims.get(id)!
  const reword = (from: typeof claim, text: string): Patch => [
    { table: 'claims', id, from, to: { ...from, text } },
  ]

  test('returns a new project, and leaves the old one and its other tables unchanged', () => {
    const after = applied(project, reword(claim, 'As it is'))
    expect(after.claims.get(id)!.text).toBe('As it is')
    expect(project.claims.get(id)!.text).toBe('As it was')
    expect(after.sources).toBe(project.sources)
    expect(after.about).toBe(project.about)
  })

  test.each<[string, Patch]>([
    ['a record that was changed in the meantime', reword({ ...claim, text: 'Something else' }, 'As it is')],
    ['a record that is gone', [{ table: 'claims', id: 'gone', from: { ...claim, id: 'gone' }, to: null }]],
    ['a record that is there already', [{ table: 'claims', id, from: null, to: claim }]],
    [
      'a title that was changed in the meantime',
      [{ table: 'about', id: 'x', from: { title: 'Other' }, to: { title: 'New' } }],
    ],
    [
      'a yardstick that was changed in the meantime',
      [
        {
          table: 'about',
          id: 'x',
          from: { title: project.about.title, yardstick: 'phia' },
          to: { title: project.about.title, yardstick: '' },
        },
      ],
    ],
    [
      'the last of several changes',
      [...reword(claim, 'As it is'), { table: 'maps', id: builder.map, from: null, to: null }],
    ],
  ])('is a conflict in words, with nothing applied: %s', (_case, patch) => {
    const result = applyPatch(project, patch)
    expect(result).toEqual({ conflict: expect.stringMatching(/changed in the meantime$/) as string })
  })

  test('treats records with equal content as equal, whatever the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(claim).reverse()) as typeof claim
    expect(applied(project, reword(turned, 'As it is')).claims.get(id)!.text).toBe('As it is')
    expect(applyPatch(project, reword({ ...turned, extra: 1 }, 'As it is'))).toHaveProperty('conflict')
  })
})

describe('any patches that commands make', () => {
  test('P1 a patch and its inverse restore the same bytes', () => {
    fc.assert(
      fc.property(commandSequence(20), (steps) => {
        let project = sampleProject()
        const { patches } = patchesOf(project, steps)
        for (const patch of patches) {
          const next = applied(project, patch)
          expect(save(applied(next, invertPatch(patch)))).toBe(save(project))
          expect(invertPatch(invertPatch(patch))).toEqual(patch)
          project = next
        }
      }),
      { numRuns: 30 },
    )
  })

  test('squashed, they have the same effect as one after the other, with each record once', () => {
    fc.assert(
      fc.property(commandSequence(30), (steps) => {
        const first = sampleProject()
        const { patches, last } = patchesOf(first, steps)
        const whole = squash(patches)
        expect(save(applied(first, whole))).toBe(save(last))
        expect(save(applied(last, invertPatch(whole)))).toBe(save(first))
        expect(new Set(whole.map(({ table, id }) => `${table} ${id}`)).size).toBe(whole.length)
      }),
      { numRuns: 50 },
    )
  })

  test('squashed with their inverses, they are empty', () => {
    fc.assert(
      fc.property(commandSequence(20), (steps) => {
        const { patches } = patchesOf(sampleProject(), steps)
        expect(squash([...patches, ...patches.toReversed().map(invertPatch)])).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('P8 a patch from outside is checked', () => {
  const builder = new Builder()
  const id = builder.claim('A claim')
  const claim = builder.project.claims.get(id)!
  const add = (to: unknown) => [{ table: 'claims', id: claim.id, from: null, to }]
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

  test.each<[string, unknown]>([
    ['no list', { 0: add(claim)[0] }],
    ['a table that there is not', [{ table: 'secrets', id: claim.id, from: null, to: claim }]],
    ['__proto__ as a table', [{ table: '__proto__', id: claim.id, from: null, to: claim }]],
    ['a record without its fields', add({ id: claim.id })],
    ['a record under the id of another', [{ table: 'claims', id: 'other', from: null, to: claim }]],
    ['one record twice', [...add(claim), ...add(claim)]],
    ['an empty title', [{ table: 'about', id: 'x', from: { title: 'a' }, to: { title: '' } }]],
    [
      'a yardstick that there is not',
      [{ table: 'about', id: 'x', from: { title: 'a', yardstick: '' }, to: { title: 'a', yardstick: 'x' } }],
    ],
    [
      'a yardstick on one side only',
      [{ table: 'about', id: 'x', from: { title: 'a' }, to: { title: 'a', yardstick: 'phia' } }],
    ],
    ['a depth that load would refuse', add({ ...claim, more: nested(70) })],
    ['a depth without end', add({ ...claim, more: nested(10_000) })],
    ['a key that load would refuse', add({ ...claim, more: { constructor: 1 } })],
    [
      'a key that changes what an object is',
      add(JSON.parse(JSON.stringify(claim).replace('{', '{"__proto__":{"a":1},'))),
    ],
  ])('refused: %s', (_case, patch) => {
    expect(v.safeParse(PatchSchema, patch).success).toBe(false)
  })

  test.each<[string, unknown]>([
    ['an empty patch', []],
    ['a record with fields of a later version', add({ ...claim, later: { toString: 1 } })],
    [
      'a new yardstick',
      [
        {
          table: 'about',
          id: 'x',
          from: { title: 'a', yardstick: '' },
          to: { title: 'a', yardstick: 'phia' },
        },
      ],
    ],
    ['a new title', [{ table: 'about', id: 'x', from: { title: 'a' }, to: { title: 'b' } }]],
  ])('taken as it is: %s', (_case, patch) => {
    expect(v.parse(PatchSchema, patch)).toEqual(patch)
  })
})
