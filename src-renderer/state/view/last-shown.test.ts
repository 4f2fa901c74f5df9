import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsSchema, type Settings } from '#api/endpoints'
import { Builder } from '#domain/testing/build'
import { rememberShown, turnToLast } from './last-shown'

function deskOf() {
  const desk = {
    settings: v.parse(SettingsSchema, {}),
    view: { source: undefined as string | undefined, map: undefined as string | undefined },
    set: (change: Partial<Settings>) => (desk.settings = { ...desk.settings, ...change }),
  }
  return desk
}

function projectOf() {
  const builder = new Builder()
  const [first, second] = [builder.source('One.'), builder.source('Two.')]
  const map = builder.run('map.add', { name: 'Second' })
  return { builder, first, second, map }
}

test('a project opens at the article and the map that were shown last, at first at its first', () => {
  const { builder, first, second, map } = projectOf()
  const desk = deskOf()
  turnToLast(desk, builder.project)
  expect(desk.view).toEqual({ source: first, map: builder.map })
  desk.view = { source: second, map }
  rememberShown(desk, builder.project)
  desk.view = { source: undefined, map: undefined }
  turnToLast(desk, builder.project)
  expect(desk.view).toEqual({ source: second, map })
})

test('what was shown and is gone is not looked for', () => {
  const { builder, first, second, map } = projectOf()
  const desk = deskOf()
  desk.view = { source: second, map }
  rememberShown(desk, builder.project)
  builder.run('source.remove', { source: second })
  builder.run('map.remove', { map })
  turnToLast(desk, builder.project)
  expect(desk.view).toEqual({ source: first, map: builder.map })
})

test('of each project it is remembered once, and of a hundred', () => {
  const desk = deskOf()
  const { project } = new Builder()
  for (let index = 0; index < 120; index++) {
    desk.view = { source: `source ${index}`, map: undefined }
    rememberShown(desk, { ...project, about: { ...project.about, id: `project ${index % 110}` } })
  }
  expect(desk.settings.shown).toHaveLength(100)
  expect(desk.settings.shown.at(-1)).toEqual({ project: 'project 9', source: 'source 119' })
})
