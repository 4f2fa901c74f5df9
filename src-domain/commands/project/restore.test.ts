import { expect, test } from 'vitest'
import { invertPatch, applyPatch } from '../../document/patch'
import { save } from '../../document/save'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { sampleProject } from '../../testing/sample'
import { runCommand } from '../registry'

test('P1 restoring an earlier state gives the same bytes, and undoing it gives those of the later state', () => {
  const builder = new Builder()
  builder.claim('First')
  const earlier = builder.project
  builder.run('project.rename', { title: 'Other' })
  builder.source('An article that came later.')
  builder.run('claim.remove', { claims: [[...earlier.claims.keys()][0]!] })
  const later = builder.project
  builder.run('project.restore', { file: save(earlier) })
  expect(save(builder.project)).toBe(save(earlier))
  const undone = applyPatch(builder.project, invertPatch(builder.patches.at(-1)!))
  expect('project' in undone && save(undone.project)).toBe(save(later))
})

test('P11 text that is not a project is not restored', () => {
  expect(runCommand(sampleProject(), 'project.restore', { file: '{' }, testEnv())).toEqual({
    refusal: expect.stringMatching(/^Nothing was restored\. The file/) as string,
  })
})
