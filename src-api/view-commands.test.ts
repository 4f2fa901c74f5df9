import { expect, test } from 'vitest'
import type { AnyCommand } from '#domain/commands/command'
import { COMMANDS } from '#domain/commands/registry'
import { VIEW_COMMANDS } from './view-commands'
import type { ViewCommand } from './view-commands/view-command'

const commands: readonly AnyCommand[] = COMMANDS
const views: readonly ViewCommand[] = VIEW_COMMANDS

test('names of document commands and view commands are unique', () => {
  const names = [...commands, ...views].map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the default keys of a view command are unique', () => {
  const keys = views.flatMap((view) => view.keys ?? [])
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(commands.flatMap((command) => command.keys ?? []).filter((key) => keys.includes(key))).toEqual([])
})
