import { expect, test } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import type { Patch } from '#domain/document/patch'
import type { AcceptedPatch } from '#domain/document/replay'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import type { Decoded } from './journal-format'
import { linesAlreadyInFile, restOfJournal, withSteps } from './journal-replay'

const BASE = 'a'.repeat(64)
const NEXT = 'b'.repeat(64)
const LAST = 'c'.repeat(64)
const project = sampleProject()

function patchOf(text: string): Patch {
  const outcome = runCommand(project, 'claim.add', { text, category: 'judgement' }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.patch
}

const stepOf = (revision: number, patch = patchOf(`Claim ${revision}`)): AcceptedPatch => ({
  revision,
  modified: '2026-03-08T12:00:00.000Z',
  patch,
})

/** A journal on `BASE` whose lines have these values. */
const journalOf = (values: readonly unknown[], missing = 0): Decoded => ({
  ...{ generation: BASE, version: 1, project: undefined, torn: false, counted: false, damaged: missing > 0 },
  lines: values.map((value, index) => ({ sequence: index + 1, value })),
  missing,
})

test('a file that the journal extends includes none of its lines, and one that a mark names includes those before the mark', () => {
  const journal = journalOf([stepOf(1), { snapshot: NEXT, through: 1 }, stepOf(2)])
  expect(linesAlreadyInFile(journal, BASE)).toBe(0)
  expect(linesAlreadyInFile(journal, NEXT)).toBe(1)
  expect(linesAlreadyInFile(journal, LAST)).toBeUndefined()
})

test('of two marks of one generation the later counts: no line before it is applied again', () => {
  const marks = [1, 3].map((through) => ({ snapshot: NEXT, through }))
  expect(linesAlreadyInFile(journalOf([stepOf(1), marks[0], stepOf(2), marks[1]]), NEXT)).toBe(3)
})

test('the rest of a journal is the patches after those in the file, without marks', () => {
  const steps = [stepOf(1), stepOf(2), stepOf(3)]
  const journal = journalOf([steps[0], steps[1], { snapshot: NEXT, through: 2 }, steps[2]])
  const revisions = (included: number) =>
    restOfJournal(journal, included).steps.map(({ revision }) => revision)
  expect([0, 1, 2, 3, 4].map(revisions)).toEqual([[1, 2, 3], [2, 3], [3], [3], []])
  expect(restOfJournal(undefined, 0)).toEqual({ steps: [], missing: 0 })
})

test('unreadable lines and lines that are not patches are counted as missing', () => {
  const journal = journalOf([stepOf(1), { revision: 'two' }, stepOf(3)], 2)
  expect(restOfJournal(journal, 0)).toMatchObject({
    ...{ steps: [{ revision: 1 }, { revision: 3 }], missing: 3 },
    after: '2026-03-08T12:00:00.000Z',
  })
})

test('a missing line that the file includes is not missing from the project', () => {
  const lines = [1, 3, 4].map((sequence) => ({ sequence, value: stepOf(sequence) }))
  const journal = { ...journalOf([], 1), lines }
  expect([1, 2, 3].map((included) => restOfJournal(journal, included).missing)).toEqual([1, 0, 0])
  expect(restOfJournal(journal, 2).after).toBeUndefined()
})

test('patches that no longer fit are counted as missing', () => {
  const [id, from] = [...project.claims][0]!
  const stale = stepOf(2, [{ table: 'claims', id, from: { ...from, text: 'Other words' }, to: from }])
  expect(withSteps(project, { steps: [stepOf(1), stepOf(2)], missing: 0 })).toMatchObject({ lost: 0 })
  const some = withSteps(project, { steps: [stepOf(1), stale], missing: 3 })!
  expect(some.lost).toBe(4)
  expect(some.project.claims.size).toBe(project.claims.size + 1)
})
