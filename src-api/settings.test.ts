import * as v from 'valibot'
import { expect, test } from 'vitest'
import { VIEW_COMMANDS } from './view-commands'
import type { ViewCommand } from './view-commands/view-command'
import { SettingsSchema } from './settings'

const read = (keys: unknown) => v.parse(SettingsSchema, { theme: 'dark', keys })

test.each([['j'], ['$mod+Shift+z'], ['$mod++'], ['('], ['Shift+?'], ['Meta+ArrowUp'], ['й']])(
  'P8 %s may be an action’s key',
  (key) => expect(read({ 'reading.next': [key] }).keys).toEqual({ 'reading.next': [key] }),
)

test('every default key is a valid setting', () => {
  const views: readonly ViewCommand[] = VIEW_COMMANDS
  for (const { name, keys } of views) expect(read({ [name]: keys ?? [] }).keys[name]).toEqual(keys ?? [])
})

test.each([[{ a: ['(('] }], [{ a: ['(a+)+'] }], [{ a: ['j k'] }], [{ a: 'j' }], ['j'], [null]])(
  'P8 %j is no set of keys: the defaults hold, and the other settings stay',
  (keys) => {
    expect(read(keys).keys).toEqual({})
    expect(read(keys).theme).toBe('dark')
  },
)
