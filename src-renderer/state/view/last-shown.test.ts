import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsSchema, type SettingsChange } from '#api/endpoints'
import { mergeSettings } from '#api/merge-settings'
import { Builder } from '#domain/testing/build'
import { rememberShown, turnToLast } from './last-shown'

function deskOf() {
  const workspace = {
    settings: v.parse(SettingsSchema, {}),
    view: { source: undefined as string | undefined, map: undefined as string | undefined },
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
  turnToLast(workspace, builder.project)
  expect(workspace.view).toEqual({ source: first, map: builder.map })
  workspace.view = { source: second, map }
  rememberShown(workspace, builder.project)
  workspace.view = { source: undefined, map: undefined }
  turnToLast(workspace, builder.project)
  expect(workspace.view).toEqual({ source: second, map })
})

test('what was shown and is gone is not looked for', () => {
  const { builder, first, second, map } = projectOf()
  const workspace = deskOf()
  workspace.view = { source: second, map }
  rememberShown(workspace, builder.project)
  builder.run('source.remove', { source: second })
  builder.run('map.remove', { map })
  turnToLast(workspace, builder.project)
  expect(workspace.view).toEqual({ source: first, map: builder.map })
})

test('of each project it is remembered once, and of a hundred', () => {
  const workspace = deskOf()
  const { project } = new Builder()
  for (let index = 0; index < 120; index++) {
    workspace.view = { source: `source ${index}`, map: undefined }
    rememberShown(workspace, { ...project, about: { ...project.about, id: `project ${index % 110}` } })
  }
  expect(workspace.settings.shown).toHaveLength(100)
  expect(workspace.settings.shown.at(-1)).toEqual({ project: 'project 9', source: 'source 119' })
})
