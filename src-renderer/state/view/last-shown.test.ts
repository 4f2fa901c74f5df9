import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsSchema, type SettingsChange } from '#api/endpoints'
import { mergeSettings } from '#api/merge-settings'
import { Builder } from '#domain/testing/build'
import { lastOrFirst, rememberShown } from './last-shown'

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

test('a project opens at the article and the map that were shown last, at first at its first', () => {
  const { builder, first, second, map } = projectOf()
  const workspace = deskOf()
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: first, map: builder.map })
  rememberShown(workspace, builder.project, { source: second, map })
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: second, map })
})

test('what was shown and is gone is not looked for', () => {
  const { builder, first, second, map } = projectOf()
  const workspace = deskOf()
  rememberShown(workspace, builder.project, { source: second, map })
  builder.run('source.remove', { source: second })
  builder.run('map.remove', { map })
  expect(lastOrFirst(workspace, builder.project)).toEqual({ source: first, map: builder.map })
})

test('of each project it is remembered once, and of a hundred', () => {
  const workspace = deskOf()
  const { project } = new Builder()
  for (let index = 0; index < 120; index++) {
    const shown = { source: `source ${index}`, map: undefined }
    rememberShown(workspace, { ...project, about: { ...project.about, id: `project ${index % 110}` } }, shown)
  }
  expect(workspace.settings.shown).toHaveLength(100)
  expect(workspace.settings.shown.at(-1)).toEqual({ project: 'project 9', source: 'source 119' })
})
