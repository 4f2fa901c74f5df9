import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CheckedProject } from './checked-project'
import { runCommand } from '../commands/registry'
import { brokenRules } from './integrity'
import { applyPatch, invertPatch, type Change, type Patch, type RecordChange } from './patch'
import type { Project } from './project'
import { TABLE_NAMES, type AnyRecord } from '../records/registry'
import { save } from './save'
import { commandSequence } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'

/** The project after a patch and a check of all rules; undefined if either fails. */
function byTheWhole(project: Project, patch: Patch): Project | undefined {
  const applied = applyPatch(project, patch)
  return 'conflict' in applied || brokenRules(applied.project).length > 0 ? undefined : applied.project
}

const at = ({ revision, modified }: Project['about']) => ({ revision, modified })

/** The patch with hostile changes: some left out, records deleted, pointers changed. */
function tampered(patch: Patch, project: Project, numbers: readonly number[]): Patch {
  const ids = TABLE_NAMES.flatMap((table) => [...project[table].keys()])
  const [what = 0, which = 0, other = 0] = numbers
  const id = ids[other % ids.length]!
  const bend = (change: Change): Change => {
    if (change.table === 'about' || !change.to) return change
    const fields = ['category', 'claim', 'source', 'map', 'group', 'target', 'end', 'anchor'] as const
    const field = fields[which % fields.length]!
    if (!(field in change.to)) return change
    const value = field === 'end' ? other % 90 : field === 'anchor' ? 'exact' : id
    return { ...change, to: { ...change.to, [field]: value } } as RecordChange
  }
  const bare = ids.flatMap((each) => {
    const table = TABLE_NAMES.find((name) => project[name].has(each))!
    return each === id
      ? [{ table, id, from: project[table].get(id) as AnyRecord, to: null } as RecordChange]
      : []
  })
  switch (what % 4) {
    case 0:
      return patch
    case 1:
      return patch.filter((_, index) => index !== which % patch.length)
    case 2:
      return patch.map(bend)
    default:
      return [...patch.filter((change) => change.id !== id), ...bare]
  }
}

describe('P3 P8 a project that is changed in place', () => {
  test('accepts and refuses the same patches as the full check, with the same result', () => {
    const numbers = fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        commandSequence(25),
        fc.array(numbers, { minLength: 25, maxLength: 25 }),
        (steps, hostile) => {
          let project = sampleProject()
          const checked = new CheckedProject(project)
          steps.forEach(({ name, input }, index) => {
            const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
            if ('refusal' in outcome) return
            const patch = tampered(outcome.patch, project, hostile[index]!)
            const next = byTheWhole(project, patch)
            const accepted = checked.accept(patch, at(project.about))
            expect('undo' in accepted).toBe(next !== undefined)
            project = next ?? project
            expect(save(checked.project())).toBe(save(project))
          })
        },
      ),
      { numRuns: 150 },
    )
  })

  test('P1 is as before after an accepted patch is reverted', () => {
    fc.assert(
      fc.property(commandSequence(12), (steps) => {
        const first = sampleProject()
        const checked = new CheckedProject(first)
        const taken: { undo: Patch; about: Project['about'] }[] = []
        steps.forEach(({ name, input }, index) => {
          const { about } = checked
          const outcome = runCommand(
            checked.project(),
            name,
            input(checked.project()),
            testEnv(`step${index}-`),
          )
          if ('refusal' in outcome) return
          const accepted = checked.accept(outcome.patch, { revision: index + 1, modified: about.modified })
          if ('undo' in accepted) taken.push({ undo: accepted.undo, about })
        })
        for (const { undo, about } of taken.reverse()) checked.revert(undo, about)
        expect(save(checked.project())).toBe(save(first))
        for (const [id, claim] of first.claims) {
          const remove: Patch = [{ table: 'claims', id, from: claim, to: null }]
          expect('undo' in checked.accept(remove, at(first.about))).toBe(
            byTheWhole(first, remove) !== undefined,
          )
          expect(save(checked.project())).toBe(save(byTheWhole(first, remove) ?? first))
          if (byTheWhole(first, remove)) checked.accept(invertPatch(remove), at(first.about))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('refuses a patch based on other records, and applies no part of it', () => {
    const project = sampleProject()
    const checked = new CheckedProject(project)
    const [first, second] = [...project.claims.values()]
    const reworded: Patch = [
      { table: 'claims', id: first!.id, from: first!, to: { ...first!, text: 'New words' } },
    ]
    const stale = { ...second!, text: 'Words of another window' }
    const both: Patch = [...reworded, { table: 'claims', id: second!.id, from: stale, to: stale }]
    expect(checked.accept(both, at(project.about))).toEqual({
      conflict: 'a record of claims was changed in the meantime',
    })
    expect(save(checked.project())).toBe(save(project))
    expect(applyPatch(project, both)).toHaveProperty('conflict')
    expect(checked.accept(reworded, at(project.about))).toHaveProperty('undo')
  })

  test('a copy does not show later changes', () => {
    const checked = new CheckedProject(sampleProject())
    const copy = checked.project()
    const before = save(copy)
    const patch: Patch = [{ table: 'about', id: 'x', from: { title: 'Sample' }, to: { title: 'Other' } }]
    expect(checked.accept(patch, { revision: 1, modified: copy.about.modified })).toEqual({ undo: [] })
    expect(checked.about).toMatchObject({ title: 'Other', revision: 1 })
    expect(save(copy)).toBe(before)
  })
})
