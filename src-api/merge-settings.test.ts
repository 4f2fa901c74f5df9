import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsChangeSchema, SettingsSchema } from './settings'
import { mergeSettings } from './merge-settings'

const defaults = v.parse(SettingsSchema, {})
const read = (source: string, offset = 0) => ({ source, offset, zoom: 1 })

test('P8 a change of settings has only the changed ones, without defaults', () => {
  expect(v.parse(SettingsChangeSchema, { theme: 'dark' })).toEqual({ theme: 'dark' })
  expect(v.parse(SettingsChangeSchema, {})).toEqual({})
})

test('a change keeps every other setting', () => {
  const changed = mergeSettings({ ...defaults, layout: 'map' }, { theme: 'dark' })
  expect(changed).toEqual({ ...defaults, layout: 'map', theme: 'dark' })
})

test('a reading place replaces the one of its source, is last, and keeps the others', () => {
  const settings = { ...defaults, reading: [read('a'), read('b')] }
  expect(mergeSettings(settings, { reading: [read('a', 7)] }).reading).toEqual([read('b'), read('a', 7)])
})

test('what was shown is remembered for the last hundred projects', () => {
  let settings = defaults
  for (let index = 0; index < 120; index++)
    settings = mergeSettings(settings, { shown: [{ project: `${index % 110}` }] })
  expect(settings.shown).toHaveLength(100)
  expect(settings.shown.at(-1)).toEqual({ project: '9' })
})
