import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SettingsSchema, type Settings, type SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import { Desk } from './desk.svelte'
import { View } from './view/view.svelte'
import type { Selection } from './view/selection'

const CLAIM: Selection = { type: 'claims', ids: ['a'] }

/** A desk in a window of that width. CSS pixels. */
function deskOf(change: Partial<Settings> = {}, width = 1280) {
  const workspace = {
    view: new View(),
    settings: { ...v.parse(SettingsSchema, {}), ...change },
    set: (change: SettingsChange) => (workspace.settings = mergeSettings(workspace.settings, change)),
  }
  const desk = new Desk(workspace)
  desk.width = width
  return { desk, workspace, view: workspace.view }
}

test('the library is shown beside reader and map, and each layout keeps whether it is', () => {
  const { desk, workspace } = deskOf()
  expect(desk.library).toBe(true)
  desk.toggleLibrary()
  expect(desk.library).toBe(false)
  workspace.set({ layout: 'map' })
  expect(desk.library).toBe(false)
  desk.toggleLibrary()
  expect(desk.library).toBe(true)
  workspace.set({ layout: 'both' })
  expect(desk.library).toBe(false)
})

test('the inspector comes with a selection and goes with it', () => {
  const { desk, view } = deskOf({ layout: 'map' })
  expect(desk.inspector).toBe('hidden')
  view.select(CLAIM)
  expect(desk.inspector).toBe('right')
  view.clear()
  expect(desk.inspector).toBe('hidden')
})

test('an inspector that was closed stays closed until it is opened', () => {
  const { desk, view } = deskOf({ layout: 'map' })
  view.select(CLAIM)
  desk.closeInspector()
  view.select({ type: 'claims', ids: ['b'] })
  expect(desk.inspector).toBe('hidden')
  desk.openInspector()
  expect(desk.inspector).toBe('right')
  view.select(CLAIM)
  expect(desk.inspector).toBe('right')
})

test('a report is shown in any case, and closing it leaves the inspector as it was set', () => {
  const { desk, view, workspace } = deskOf({ inspector: 'never' })
  view.select({ type: 'report' })
  expect(desk.inspector).not.toBe('hidden')
  desk.closeInspector()
  expect([desk.inspector, view.selection.type, workspace.settings.inspector]).toEqual([
    'hidden',
    'none',
    'never',
  ])
})

test('an article that is opened keeps its room in a narrow window until its details are asked for', () => {
  const { desk, view } = deskOf()
  view.select({ type: 'sources', ids: ['a'] })
  expect(desk.inspector).toBe('hidden')
  desk.openInspector()
  expect(desk.inspector).toBe('below')
  desk.closeInspector()
  expect(desk.inspector).toBe('hidden')
  view.select(CLAIM)
  expect(desk.inspector, 'still comes with a claim').toBe('below')
  desk.width = 1920
  view.select({ type: 'sources', ids: ['b'] })
  expect(desk.inspector).toBe('right')
})

test('nothing moves below the pointer: the inspector comes and goes when a gesture is over', () => {
  const { desk, view } = deskOf({ layout: 'map' })
  desk.hold()
  view.select(CLAIM)
  expect(desk.inspector).toBe('hidden')
  desk.release()
  expect(desk.inspector).toBe('right')
  desk.hold()
  view.clear()
  expect(desk.inspector).toBe('right')
  desk.toggleInspector()
  desk.release()
  expect(desk.inspector).toBe('right')
})

test('in a window that is too narrow for three columns the inspector is below the article', () => {
  const { desk, view, workspace } = deskOf()
  view.select(CLAIM)
  expect(desk.inspector).toBe('below')
  desk.width = 1920
  expect(desk.inspector).toBe('right')
  desk.width = 1280
  workspace.set({ layout: 'read' })
  expect(desk.inspector).toBe('right')
})
