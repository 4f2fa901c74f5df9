import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SettingsSchema } from '#api/settings'
import { temporaryFolder } from '../testing/folder'
import { JsonFile } from './json-file'
import { StoredSettingsSchema } from './stored-settings'

const DEFAULTS = v.parse(SettingsSchema, {})
/** A value other than the default for each setting. */
const CHOSEN = {
  theme: 'dark',
  interfaceSize: 'large',
  layout: 'map',
  libraryWidth: 25,
  libraryIn: ['map'],
  readerShare: 45,
  inspector: 'never',
  inspectorWidth: 30,
  reading: [{ source: 'a', offset: 7, zoom: 1.2 }],
  shown: [{ project: 'p', source: 'a' }],
  viewed: [{ map: 'm', x: 10, y: 20, zoom: 0.5 }],
  verdicts: true,
  verdictChanges: true,
  samples: ['p'],
  hintsDismissed: ['map'],
  libraryList: 'claims',
  keys: { 'reading.next': ['w'] },
  mapFlow: 'right',
  wheel: 'zoom',
  author: { id: 'x', initials: 'AK' },
} as const

test.each(Object.keys(SettingsSchema.entries))(
  'an invalid value of %s is replaced by its default, and the other settings stay',
  (key) => {
    for (const bad of [null, 'nonsense', -1, [{}]])
      expect(v.parse(StoredSettingsSchema, { ...CHOSEN, [key]: bad })).toEqual({
        ...CHOSEN,
        [key]: DEFAULTS[key as keyof typeof DEFAULTS],
      })
  },
)

test('an invalid and an unknown setting are not written again', async () => {
  const path = join(await temporaryFolder(), 'settings.json')
  await writeFile(path, JSON.stringify({ ...CHOSEN, theme: 'pink', future: true }))
  await new JsonFile(path, StoredSettingsSchema, {}).update((settings) => settings)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...CHOSEN, theme: DEFAULTS.theme })
})
