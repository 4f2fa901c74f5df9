// @vitest-environment jsdom
import { tick } from 'svelte'
import { beforeEach, expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { workspaceOf } from '../testing/workspace'
import { actionNamed } from './actions'

let builder: Builder
let source: string
beforeEach(() => {
  builder = new Builder()
  source = builder.source('Ankara bought the system. Moscow sold it.')
})

/** The words `Ankara`, selected on the page. */
function wordsSelected() {
  const opened = workspaceOf(builder)
  opened.view.selectWords(source, { start: 0, end: 6 })
  return opened
}

const passage = () => ({ source, start: 0, end: 6 })

test('marking words onto the map has the same result by key, toolbar and drop', () => {
  const byKey = wordsSelected()
  actionNamed('claim.fromSelectionToMap').run(byKey.workspace)
  const byDrop = wordsSelected()
  byDrop.workspace.run('claim.fromSelection', { ...passage(), map: builder.map })
  for (const { view, asked, session } of [byKey, byDrop]) {
    const [claim] = session.project.claims.values()
    expect(claim).toMatchObject({ text: 'Ankara', category: 'evidence' })
    expect(view.selection).toEqual({ type: 'claims', ids: [claim!.id] })
    expect(view.passage).toBeUndefined()
    // Each once: what is done twice is seen twice.
    expect(asked).toEqual([`reveal ${claim!.id}`, 'clear selection'])
  }
})

test('a category button and its key do the same', () => {
  const byKey = wordsSelected()
  actionNamed('claim.fromSelection').run(byKey.workspace, '1')
  const byButton = wordsSelected()
  byButton.workspace.run('claim.fromSelection', { ...passage(), category: 'evidence' })
  const outcomes = [byKey, byButton].map(({ session, asked, view }) => {
    const [claim] = session.project.claims.values()
    return { category: claim!.category, asked: asked.length, passage: view.passage }
  })
  expect(outcomes[0]).toEqual(outcomes[1])
  expect(outcomes[0]).toEqual({ category: 'evidence', asked: 2, passage: undefined })
})

test('adding a passage to a claim shows the card of the claim, even if the claim has the passage already', () => {
  const claim = builder.claim('It was hedging.', builder.map)
  const { workspace, view, asked } = wordsSelected()
  for (let time = 0; time < 2; time++) {
    workspace.run('excerpt.add', { claim, ...passage() })
    expect(asked.splice(0)).toEqual([`reveal ${claim}`, 'clear selection'])
    expect(view.claims).toEqual([claim])
  }
})

test('adding a claim to a map that has it shows its card', () => {
  const claim = builder.claim('It was hedging.', builder.map)
  const { workspace, asked } = workspaceOf(builder)
  workspace.run('claim.place', { claims: [claim], map: builder.map })
  expect(asked).toEqual([`reveal ${claim}`])
})

test('words stay selected after an unrelated command', () => {
  const claim = builder.claim('It was hedging.')
  const { workspace, view, asked } = wordsSelected()
  workspace.run('claim.note', { claim, note: 'Check it.' })
  expect(view.passage).toEqual(passage())
  expect(asked).toEqual([])
})

test('moving the ends of a passage keeps the selection', () => {
  const claim = builder.run('claim.fromSelection', passage())
  const [excerpt] = builder.project.excerpts.keys()
  const { workspace, view } = workspaceOf(builder)
  view.select({ type: 'review' })
  workspace.run('excerpt.place', { excerpt: excerpt!, start: 0, end: 13 })
  expect(view.selection).toEqual({ type: 'review' })
  expect(workspace.session!.project.claims.has(claim)).toBe(true)
})

test('the keyboard that a new matrix takes from the map does not bring the map back', async () => {
  document.body.focus()
  const { workspace } = workspaceOf(builder)
  workspace.panes.register('map', { hasFocus: () => true, focus: () => undefined })
  workspace.run('matrix.add', { title: 'Why?', hypotheses: [] })
  await tick()
  expect(workspace.settings.layout).toBe('matrix')
})

test('a deletion is announced with Undo, a refusal without', () => {
  const claim = builder.claim('It was hedging.')
  const { workspace } = workspaceOf(builder)
  workspace.run('claim.remove', { claims: [claim] })
  expect(workspace.notices.list).toMatchObject([{ kind: 'done', actions: [{ label: 'Undo' }] }])
  workspace.notices.list[0]!.actions[0]!.run()
  expect(workspace.session!.project.claims.has(claim)).toBe(true)
  workspace.run('claim.note', { claim: 'gone', note: '' })
  expect(workspace.notices.list.at(-1)).toMatchObject({ kind: 'problem', actions: [] })
})

test('P11 a read-only project refuses changes with a message', () => {
  const claim = builder.claim('It was hedging.')
  const { workspace, session } = workspaceOf(builder, { why: 'locked', sentence: 'It is open elsewhere.' })
  const before = session.project
  expect(workspace.run('claim.remove', { claims: [claim] })).toMatchObject({ done: false })
  expect(session.project).toBe(before)
  expect(workspace.notices.list).toHaveLength(1)
})
