import { expect, test } from 'vitest'
import { VIEW_COMMANDS } from '#api/view-commands'
import type { ViewCommand } from '#api/view-commands/view-command'
import type { AnyCommand } from '#domain/commands/command'
import { COMMANDS } from '#domain/commands/registry'
import { sectionsOf } from './menu-sections'

const ALL: readonly (ViewCommand | AnyCommand)[] = [...VIEW_COMMANDS, ...COMMANDS]
const commandsOf = (menu: string) => ALL.filter((each) => each.menu === menu)

test('a menu is in sections, and every command is in it once', () => {
  for (const menu of ['File', 'Edit', 'Reading', 'Claim', 'Map', 'View', 'Help']) {
    const commands = commandsOf(menu)
    const shown = sectionsOf(commands).flatMap((section) =>
      section.flatMap((each) => ('commands' in each ? each.commands : [each])),
    )
    expect(shown.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort())
  }
})

test('the menu for editing begins with Undo and Redo', () => {
  expect(sectionsOf(commandsOf('Edit'))[0]).toMatchObject([
    { name: 'history.undo' },
    { name: 'history.redo' },
  ])
})

test('commands on one subject are behind one item where there are many', () => {
  const labels = sectionsOf(commandsOf('Map'))[1]!.map((each) => ('label' in each ? each.label : each.title))
  expect(labels).toEqual(['Relation', 'Tidy', 'Go to', 'Align and distribute'])
})
