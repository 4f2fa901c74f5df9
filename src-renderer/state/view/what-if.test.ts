// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { Builder } from '#domain/testing/build'
import { workspaceOf } from '../testing/workspace'
import { actionNamed } from '../actions/actions'
import { LARGE, REST, WhatIf } from './what-if.svelte'

function projectOf() {
  const builder = new Builder()
  const ground = builder.claim('It was hedging.', builder.map)
  const judged = builder.claim('Nothing was paid.', builder.map)
  const relation = builder.relation('support', [ground], judged)
  return { ...workspaceOf(builder), ground, judged, relation }
}

test('X supposes the selection off until it is pressed again; nothing is written', () => {
  const { workspace, session, view, ground, judged } = projectOf()
  const before = session.project
  view.select({ type: 'claims', ids: [ground] })
  actionNamed('suppose.off').run(workspace)
  expect([...workspace.whatIf.changes.keys()]).toEqual([judged])
  expect(workspace.whatIf.of(ground)).toBe('off')
  expect([session.project, session.undoLabel]).toEqual([before, undefined])
  actionNamed('suppose.off').run(workspace)
  expect(workspace.whatIf.isOn).toBe(false)
})

test('U supposes a claim true, also one that is off', () => {
  const { workspace, view, ground } = projectOf()
  view.select({ type: 'claims', ids: [ground] })
  actionNamed('suppose.off').run(workspace)
  actionNamed('suppose.true').run(workspace)
  expect(workspace.whatIf.of(ground)).toBe('true')
})

test('Escape first ends what is supposed, then deselects; it can be supposed again', () => {
  const { workspace, view, relation } = projectOf()
  view.select({ type: 'relation', id: relation })
  actionNamed('suppose.off').run(workspace)
  actionNamed('selection.clear').run(workspace)
  expect([workspace.whatIf.isOn, view.relation]).toEqual([false, relation])
  workspace.notices.list.at(-1)?.actions[0]?.run()
  expect([...workspace.whatIf.supposing.relations]).toEqual([relation])
})

test('a project of more than 20,000 claims is weighed when it rests', () => {
  vi.useFakeTimers()
  const { workspace, session, ground, judged } = projectOf()
  const claims = new Map(session.project.claims)
  for (let i = 0; i < LARGE; i++) claims.set(`c${i}`, { ...claims.get(ground)!, id: `c${i}` })
  const { project } = session
  const large = { ...project, claims }
  const open = { session: { project: large } }
  const whatIf = new WhatIf(open)
  expect([whatIf.isBehind, whatIf.weighing]).toEqual([true, undefined])
  whatIf.rest()!()
  whatIf.rest()
  vi.advanceTimersByTime(REST)
  expect(whatIf.isBehind).toBe(false)
  expect(whatIf.weighing?.verdicts.get(judged)?.verdict).toBe('stands')
  expect(whatIf.rest()).toBeUndefined()
  expect(workspace.whatIf.isBehind).toBe(false)
  vi.useRealTimers()
})

test('a kept scenario is named while exactly that is supposed', () => {
  const { workspace, view, ground, judged } = projectOf()
  view.select({ type: 'claims', ids: [ground] })
  actionNamed('suppose.off').run(workspace)
  workspace.run('scenario.keep', { name: 'Bought', sources: [], claims: [ground], relations: [], given: [] })
  expect(workspace.whatIf.scenario?.name).toBe('Bought')
  view.select({ type: 'claims', ids: [judged] })
  actionNamed('suppose.true').run(workspace)
  expect(workspace.whatIf.scenario).toBeUndefined()
  workspace.undo()
  expect(actionNamed('scenarios.open').applies(workspace)).toBe(true)
})
