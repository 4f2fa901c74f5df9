import { describe, expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { aboutChange, aboutDifference } from './about'
import { load } from './load'
import { applyPatch, invertPatch, squash, type Patch } from './patch'
import type { Project } from './project'
import { applyAdjusted } from './rebase'
import { replay } from './replay'
import { save } from './save'

const { project } = new Builder('Why?')

const applied = (to: Project, patch: Patch): Project => {
  const result = applyPatch(to, patch)
  if ('conflict' in result) throw new Error(result.conflict)
  return result.project
}
const chosen = applied(project, [aboutChange(project.about, { yardstick: 'phia' })])
const renamed = applied(project, [aboutChange(project.about, { title: 'Why indeed?' })])

describe('the yardstick of a project', () => {
  test('is a field of the file, which a project without one does not have', () => {
    expect(save(project)).not.toContain('yardstick')
    expect(save(chosen)).toContain('"yardstick": "phia"')
    expect(load(save(chosen))).toMatchObject({ ok: true, project: { about: { yardstick: 'phia' } } })
  })

  test('is undone to the same bytes', () => {
    const patch: Patch = [aboutChange(project.about, { yardstick: 'phia' })]
    expect(save(applied(chosen, invertPatch(patch)))).toBe(save(project))
  })

  test('is unknown to a file that names another one, which is said in a sentence', () => {
    const other = save(chosen).replace('"phia"', '"feeling"')
    expect(load(other)).toMatchObject({ ok: false, message: expect.stringMatching(/yardstick/) as string })
  })

  test('changes beside a title that another window changed', () => {
    const patch: Patch = [aboutChange(project.about, { yardstick: 'phia' })]
    expect(applyAdjusted(renamed, patch)?.project.about).toMatchObject({
      title: 'Why indeed?',
      yardstick: 'phia',
    })
    expect(applyAdjusted(chosen, [aboutChange(project.about, { yardstick: 'icd203' })])).toBeUndefined()
    expect(applyAdjusted(chosen, patch)?.patch).toEqual([])
  })

  test('is joined with a title to one change', () => {
    const patches: Patch[] = [
      [aboutChange(project.about, { title: 'Why indeed?' })],
      [aboutChange(renamed.about, { yardstick: 'phia' })],
    ]
    const both = squash(patches)
    expect(both).toHaveLength(1)
    expect(applied(project, both).about).toMatchObject({ title: 'Why indeed?', yardstick: 'phia' })
    expect(squash([...patches, invertPatch(both)])).toEqual([])
  })

  test('stays when a journal of an earlier version changes the title alone', () => {
    const { id, title } = chosen.about
    const patch: Patch = [{ table: 'about', id, from: { title }, to: { title: 'Renamed' } }]
    const replayed = replay(chosen, [{ revision: 1, modified: '2026-01-01T00:00:00.000Z', patch }])
    expect(replayed).toMatchObject({ ok: true, project: { about: { title: 'Renamed', yardstick: 'phia' } } })
  })

  test('comes back with an earlier state of the project', () => {
    const outcome = runCommand(project, 'project.restore', { file: save(chosen) }, testEnv())
    expect('patch' in outcome && outcome.patch).toEqual([aboutDifference(project.about, chosen.about)])
  })
})

describe('an unknown table that a merge brings', () => {
  const brought = aboutChange(project.about, { tables: { sketches: [{ id: 'a' }] } })

  test('changes beside a title that another window changed, and not over other rows', () => {
    expect(applyAdjusted(renamed, [brought])?.project.about).toMatchObject({
      title: 'Why indeed?',
      sketches: [{ id: 'a' }],
    })
    const other = applied(project, [aboutChange(project.about, { tables: { sketches: [{ id: 'b' }] } })])
    expect(applyPatch(other, [brought])).toHaveProperty('conflict')
    expect(applyAdjusted(other, [brought])).toBeUndefined()
  })

  test('is joined with other fields to one change', () => {
    const after = applied(project, [brought])
    const both = squash([[brought], [aboutChange(after.about, { title: 'Why indeed?' })]])
    expect(both).toHaveLength(1)
    expect(applied(project, both).about).toMatchObject({ title: 'Why indeed?', sketches: [{ id: 'a' }] })
    expect(squash([both, invertPatch(both)])).toEqual([])
  })

  test('is replayed from a journal', () => {
    const entry = { revision: 1, modified: '2026-01-01T00:00:00.000Z', patch: [brought] }
    expect(replay(project, [entry])).toMatchObject({
      ok: true,
      project: { about: { sketches: [{ id: 'a' }] } },
    })
  })
})
