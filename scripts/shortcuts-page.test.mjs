import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '#domain/commands/registry'
import { VIEW_COMMANDS } from '#api/view-commands'
import { labelsOf } from '../src-renderer/state/actions/keys'
import { root } from './run.mjs'

const MENUS = ['Reading', 'Claim', 'Map', 'Edit', 'View', 'File', 'Help']

const keysOf = (command, isMac) =>
  labelsOf(command.keys, isMac)
    .map((key) => `\`${key}\``)
    .join(', ')

/** A table of a menu's commands with keys, and a line of those without. */
function section(menu) {
  const commands = [...COMMANDS, ...VIEW_COMMANDS].filter((command) => command.menu === menu)
  const rows = commands
    .filter(({ keys }) => keys)
    .map((command) => `| ${command.title} | ${keysOf(command, false)} | ${keysOf(command, true)} |`)
  const without = commands.filter(({ keys }) => !keys).map(({ title }) => title.replace(/…$/, ''))
  return [
    `## ${menu}`,
    '',
    ...(rows.length ? ['| command | keys | keys on a Mac |', '|---|---|---|', ...rows, ''] : []),
    ...(without.length ? [`Without a key: ${without.join(' · ')}.`, ''] : []),
  ]
}

const page = [
  '# Keyboard shortcuts',
  '',
  '<!-- Generated from the command registries: npx vitest run scripts/shortcuts-page -u -->',
  '',
  'Keys without `Ctrl` or `Alt` work while you are not typing in a field. Where one key has several commands, the first',
  'that applies runs: `M` marks the selected words if there are any, otherwise it adds the selected claim to the map.',
  '',
  'Press `?` to see this list in the program. There you can change the keys of any command and reset them. The keys',
  '`1` to `9` belong to the categories; change them in the codebook. The native menu shows changed keys after a restart.',
  'Commands without a key are in the menus and in the command palette (`Ctrl K`).',
  '',
  'On the map, `Ctrl C`, `Ctrl X` and `Ctrl V` copy the selected cards, remove them from this map, and paste. `Tab` and',
  '`Shift Tab` add a claim while a card has the focus; press `Esc` first to move on with `Tab`.',
  '',
  'In the lists of the library and the list of an article’s marks, the arrow keys, `Page Up`, `Page Down`, `Home` and',
  '`End` move from row to row, and `Tab` leaves the list.',
  '',
  ...MENUS.flatMap(section),
].join('\n')

test('the page of shortcuts in the guide lists every command with its current keys', async () => {
  await expect(page).toMatchFileSnapshot(join(root, 'docs', 'guide', 'shortcuts.md'))
})

test('the page of shortcuts has a section for every menu', () => {
  const menus = [...COMMANDS, ...VIEW_COMMANDS].flatMap(({ menu }) => menu ?? [])
  expect([...new Set(menus)].sort()).toEqual([...MENUS].sort())
})
