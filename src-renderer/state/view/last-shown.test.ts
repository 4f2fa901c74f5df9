import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsSchema, type SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import { Builder } from '#domain/testing/build'
import { lastOrFirst, lastSelection, rememberShown } from './last-shown'

const NONE = { claims: [], relation: undefined }

function deskOf() {
  const workspace = {
    settings: v.parse(SettingsSchema, {}),
    set: (change: SettingsChange) => (workspace.settings = mergeSettings(workspace.settings, change)),
  }
  return workspace
}

function projectOf() {
  const builder = new Builder()
  const [first, second] = [builder.source('One.'), builder.source('Two.')]
  const map = builder.run('map.add', { name: 'Second' })
  return { builder, first, second, map }
}

test('a project opens at the article and map that were shown last, or at its first ones', () => {
  const { builder, first, second, map } = projectOf()
  const workspace = deskOf()
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: first, map: builder.map })
  rememberShown(workspace, builder.project, { source: second, map, ...NONE })
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: second, map })
})

test('a deleted article or map is not shown', () => {
  const { builder, first, second, map } = projectOf()
  const workspace = deskOf()
  rememberShown(workspace, builder.project, { source: second, map, ...NONE })
  builder.run('source.remove', { sources: [second] })
  builder.run('map.remove', { map })
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: first, map: builder.map })
})

test('one entry is kept for each project, and a hundred in all', () => {
  const workspace = deskOf()
  const { project } = new Builder()
  for (let index = 0; index < 120; index++) {
    const shown = { source: `source ${index}`, map: undefined, ...NONE }
    rememberShown(workspace, { ...project, about: { ...project.about, id: `project ${index % 110}` } }, shown)
  }
  expect(workspace.settings.shown).toHaveLength(100)
  expect(workspace.settings.shown.at(-1)).toEqual({ project: 'project 9', source: 'source 119' })
})

test('what was selected is selected again, without what is gone', () => {
  const { builder } = projectOf()
  const [kept, gone] = [builder.claim('A', builder.map), builder.claim('B', builder.map)]
  const relation = builder.relation('support', [kept], gone)
  const workspace = deskOf()
  const shown = { source: undefined, map: builder.map }
  rememberShown(workspace, builder.project, { ...shown, claims: [kept, gone], relation: undefined })
  builder.run('claim.remove', { claims: [gone] })
  expect(lastSelection(workspace, builder.project)).toEqual({ type: 'claims', ids: [kept] })
  rememberShown(workspace, builder.project, { ...shown, claims: [], relation })
  expect(lastSelection(workspace, builder.project)).toEqual({ type: 'none' })
})
