// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import type { Selection } from '../view/selection'
import { workspaceOf } from '../testing/workspace'
import { ACTIONS, actionNamed, findAction } from './actions'

/** An article with a marked passage, two linked cards on the map, and a claim that stands on none. */
function projectOf() {
  const builder = new Builder()
  const source = builder.source('Ankara bought the system. Moscow sold it.')
  const marked = builder.run('claim.fromSelection', { source, start: 0, end: 6, map: builder.map })
  const ground = builder.claim('It was hedging.', builder.map)
  const relation = builder.relation('support', [ground], marked)
  const elsewhere = builder.claim('It was a bribe.')
  return { builder, source, marked, ground, relation, elsewhere }
}

test('action names are unique, and an unknown name finds no action', () => {
  const names = ACTIONS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(findAction(name)?.name).toBe(name)
  expect(findAction('claim.nonsense')).toBeUndefined()
})

test('an action that does not apply does nothing, whatever is selected and open', () => {
  const { builder, source, marked, ground, relation, elsewhere } = projectOf()
  const selections: Selection[] = [
    { type: 'none' },
    { type: 'claims', ids: [marked] },
    { type: 'claims', ids: [marked, ground] },
    { type: 'claims', ids: [elsewhere] },
    { type: 'claims', ids: ['gone'] },
    { type: 'relation', id: relation },
    { type: 'relation', id: 'gone' },
    { type: 'sources', ids: [source] },
    { type: 'review' },
  ]
  const screens = fc.record({
    selection: fc.constantFrom(...selections),
    words: fc.boolean(),
    source: fc.constantFrom(source, 'gone', undefined),
    map: fc.constantFrom(builder.map, 'gone', undefined),
  })
  fc.assert(
    fc.property(screens, fc.constantFrom(...ACTIONS), ({ selection, words, source, map }, action) => {
      const { workspace, session, view } = workspaceOf(builder)
      view.reset(source, map)
      view.select(selection)
      if (words && source) view.selectWords(source, { start: 0, end: 6 })
      if (action.applies(workspace)) return
      const before = [session.project, view.selection, view.passage, workspace.dialog, workspace.settings]
      expect(action.run(workspace)).toBe(false)
      expect([session.project, view.selection, view.passage, workspace.dialog, workspace.settings]).toEqual(
        before,
      )
    }),
    { numRuns: 1500 },
  )
})

test('text size stops at its limits', () => {
  const { builder, source } = projectOf()
  const { workspace } = workspaceOf(builder)
  for (let time = 0; time < 30; time++) actionNamed('reader.larger').run(workspace)
  expect(workspace.readingOf(source).zoom).toBe(2)
  for (let time = 0; time < 30; time++) actionNamed('reader.smaller').run(workspace)
  expect(workspace.readingOf(source).zoom).toBe(0.7)
})

test('Escape first ends the focus of the map, then deselects', () => {
  const { builder, marked } = projectOf()
  const { workspace, view } = workspaceOf(builder)
  view.select({ type: 'claims', ids: [marked] })
  actionNamed('map.focus').run(workspace)
  expect(view.onMap.focus).toEqual({ claims: [marked], steps: 1 })
  actionNamed('selection.clear').run(workspace)
  expect([view.onMap.focus, view.claims]).toEqual([undefined, [marked]])
  actionNamed('selection.clear').run(workspace)
  expect(view.claims).toEqual([])
})

test('P goes to the passage after the one that is shown, however it was reached', () => {
  const { builder, source, marked } = projectOf()
  builder.run('excerpt.add', { claim: marked, source, start: 26, end: 32 })
  const { workspace, view, asked } = workspaceOf(builder)
  view.select({ type: 'claims', ids: [marked] })
  view.visit(source, { start: 0, end: 6 })
  actionNamed('claim.nextPassage').run(workspace)
  expect(asked.at(-1)).toBe('show 26–32')
  actionNamed('claim.nextPassage').run(workspace)
  expect(asked.at(-1)).toBe('show 0–6')
})

test('an argument is followed from card to card, and its end is announced', () => {
  const { builder, marked, ground } = projectOf()
  const { workspace, view } = workspaceOf(builder)
  view.select({ type: 'claims', ids: [marked] })
  actionNamed('follow.ground').run(workspace)
  expect(view.claims).toEqual([ground])
  expect(view.onMap.said).toMatch(/It was hedging\.\. 1 of 1\.$/)
  actionNamed('follow.ground').run(workspace)
  expect(view.claims).toEqual([ground])
  expect(view.onMap.said).toBe('No claim on this map bears on this one.')
})
