import { expect, test } from 'vitest'
import type { AnyCommand } from '#domain/commands/command'
import { COMMANDS } from '#domain/commands/registry'
import { VIEW_COMMANDS, type ViewCommand } from './view-commands'

const commands: readonly AnyCommand[] = COMMANDS
const views: readonly ViewCommand[] = VIEW_COMMANDS

test('no two commands, of the document or of the view, have one name', () => {
  const names = [...commands, ...views].map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('a view command shares its keys with no other command', () => {
  const keys = views.flatMap((view) => view.keys ?? [])
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(commands.flatMap((command) => command.keys ?? []).filter((key) => keys.includes(key))).toEqual([])
})
