import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SettingsSchema, type Settings, type SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import { Builder } from '#domain/testing/build'
import type { Session } from './document/session.svelte'
import { Desk } from './desk.svelte'
import { focusRegion, navigate, nextPassage } from './navigate'
import { Panes } from './panes'
import { articleThatNotes } from './testing/workspace'
import { View } from './view/view.svelte'

/** A project with two articles and a claim with a passage in each, and panes that record calls. */
function workspaceOf(layout: Settings['layout'] = 'both') {
  const builder = new Builder()
  const [first, second] = [builder.source('One sentence.'), builder.source('Another sentence.')]
  const category = [...builder.project.categories.keys()][0]!
  const claim = builder.run('claim.fromSelection', { source: first, start: 0, end: 3, category })
  builder.run('excerpt.add', { claim, source: second, start: 0, end: 7 })
  const settled = {
    view: new View(),
    settings: { ...v.parse(SettingsSchema, {}), layout },
    set: (change: SettingsChange) => (settled.settings = mergeSettings(settled.settings, change)),
  }
  const workspace = Object.assign(settled, {
    session: { project: builder.project } as Session,
    panes: new Panes(),
    desk: new Desk(settled),
  })
  workspace.view.reset(first, builder.map)
  const asked: string[] = []
  workspace.panes.register('drawing', { reveal: (id) => void asked.push(`reveal ${id}`) }, builder.map)
  const passages = excerptsByClaim(builder.project).get(claim)!
  return { builder, workspace, view: workspace.view, first, second, claim, asked, map: builder.map, passages }
}

test('going to a claim selects it, reveals its card and opens its first passage', () => {
  const { workspace, view, claim, asked, passages } = workspaceOf()
  navigate(workspace, { type: 'claim', id: claim })
  expect(view.selection).toEqual({ type: 'claims', ids: [claim] })
  expect(asked).toEqual([`reveal ${claim}`])
  expect(view.source).toBe(passages[0]!.source)
  expect(view.visited).toMatchObject({ start: passages[0]!.start, end: passages[0]!.end })
})

test('going to an article or its words always shows the reader', () => {
  for (const type of ['source', 'passage'] as const) {
    const { workspace, view, second } = workspaceOf('map')
    navigate(workspace, type === 'source' ? { type, id: second } : { type, source: second, start: 0, end: 7 })
    expect(workspace.settings.layout).toBe('both')
    expect(view.source).toBe(second)
  }
})

test('a claim is never gone to where nothing of it can be seen', () => {
  const { workspace, claim } = workspaceOf('map')
  navigate(workspace, { type: 'claim', id: claim })
  expect(workspace.settings.layout, 'it is on no map, so its passage is shown').toBe('both')
  const { builder, ...onMap } = workspaceOf('map')
  builder.run('claim.place', { claims: [onMap.claim], map: onMap.map })
  onMap.workspace.session = { project: builder.project } as Session
  navigate(onMap.workspace, { type: 'claim', id: onMap.claim })
  expect(onMap.workspace.settings.layout, 'its card is enough').toBe('map')
  navigate(onMap.workspace, { type: 'claim', id: onMap.claim, passage: 1 })
  expect(onMap.workspace.settings.layout, 'a passage of it was asked for').toBe('both')
})

test('going to a map always shows the map pane', () => {
  const { workspace, map } = workspaceOf('read')
  navigate(workspace, { type: 'map', id: map })
  expect(workspace.settings.layout).toBe('both')
})

test('a region that is hidden is shown when the user goes to it', () => {
  const { workspace } = workspaceOf('map')
  expect([workspace.desk.library, workspace.desk.inspector]).toEqual([false, 'hidden'])
  focusRegion(workspace, 'library')
  focusRegion(workspace, 'inspector')
  expect([workspace.desk.library, workspace.desk.inspector]).toEqual([true, 'right'])
})

test('the next passage of a claim is never the one that is shown', () => {
  const { workspace, view, claim, passages } = workspaceOf()
  navigate(workspace, { type: 'claim', id: claim, passage: 1 })
  nextPassage(workspace, claim)
  expect(view.source).toBe(passages[0]!.source)
  nextPassage(workspace, claim)
  expect(view.source).toBe(passages[1]!.source)
})

test('a passage of another article is shown after that article', () => {
  const { workspace, second } = workspaceOf()
  const shown: string[] = []
  navigate(workspace, { type: 'passage', source: second, start: 0, end: 7 })
  workspace.panes.register('article', articleThatNotes(shown), second)
  expect(shown).toEqual(['show 0–7'])
})
