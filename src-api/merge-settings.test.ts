import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SettingsChangeSchema, SettingsSchema } from './endpoints'
import { mergeSettings } from './merge-settings'

const defaults = v.parse(SettingsSchema, {})
const read = (source: string, offset = 0) => ({ source, offset, zoom: 1 })

test('P8 a change of settings says only what it changes: nothing is filled in', () => {
  expect(v.parse(SettingsChangeSchema, { theme: 'dark' })).toEqual({ theme: 'dark' })
  expect(v.parse(SettingsChangeSchema, {})).toEqual({})
})

test('a change leaves every other setting as it is', () => {
  const changed = mergeSettings({ ...defaults, layout: 'map' }, { theme: 'dark' })
  expect(changed).toEqual({ ...defaults, layout: 'map', theme: 'dark' })
})

test('a reading place replaces the one of its source, stands last, and leaves the others', () => {
  const settings = { ...defaults, reading: [read('a'), read('b')] }
  expect(mergeSettings(settings, { reading: [read('a', 7)] }).reading).toEqual([read('b'), read('a', 7)])
})

test('what was shown is kept for the hundred projects that were shown last', () => {
  let settings = defaults
  for (let index = 0; index < 120; index++)
    settings = mergeSettings(settings, { shown: [{ project: `${index % 110}` }] })
  expect(settings.shown).toHaveLength(100)
  expect(settings.shown.at(-1)).toEqual({ project: '9' })
})
