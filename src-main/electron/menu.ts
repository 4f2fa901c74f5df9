import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '#api/settings'
import { VIEW_COMMANDS } from '#api/view-commands'
import type { ViewCommand } from '#api/view-commands/view-command'
import type { AnyCommand, Menu as MenuName } from '#domain/commands/command'
import { COMMANDS } from '#domain/commands/registry'
import { acceleratorOf } from './accelerator'
import { sectionsOf } from './menu-sections'

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }
const isMac = process.platform === 'darwin'

/** The items of each menu that the operating system provides. */
const ROLES: Record<MenuName, Item[]> = {
  File: isMac ? [{ role: 'close' }] : [{ role: 'quit' }],
  Edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  Reading: [],
  Claim: [],
  Map: [],
  View: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ],
  Help: isMac ? [] : [{ role: 'about' }],
}

const DEVELOPER: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }]

/**
 * Builds the menu bar from the registries, with the user's keys as they were at the start. The id of an item is the
 * name of its command, which is passed to `run`.
 */
export function buildMenu(run: (name: string) => void, forDevelopers: boolean, own: Settings['keys']): Menu {
  const commands: readonly (ViewCommand | AnyCommand)[] = [...VIEW_COMMANDS, ...COMMANDS]
  const item = ({ name, title, keys }: ViewCommand | AnyCommand): Item => {
    const accelerator = acceleratorOf(own[name] ?? keys ?? [])
    // The page handles the keys, in text fields and outside; the menu only shows them.
    const shown: Item = accelerator ? { accelerator, registerAccelerator: false } : {}
    return { id: name, label: title, click: () => run(name), ...shown }
  }
  const menu = (label: MenuName): Item => {
    const sections = sectionsOf(commands.filter((each) => each.menu === label)).map((section) =>
      section.map((each) =>
        'commands' in each ? { label: each.label, submenu: each.commands.map(item) } : item(each),
      ),
    )
    const roles = label === 'View' && forDevelopers ? [...ROLES.View, ...DEVELOPER] : ROLES[label]
    // The system’s commands for editing belong to Undo and Redo, which are first. Elsewhere its commands are last.
    const all = label === 'Edit' ? sections.toSpliced(1, 0, roles) : [...sections, roles]
    const shown = all.filter(({ length }) => length > 0)
    return { label, submenu: shown.flatMap((each, at) => (at === 0 ? each : [separator, ...each])) }
  }
  const appMenu: Item[] = isMac ? [{ label: app.name, role: 'appMenu' }] : []
  const window: Item = { label: 'Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] }
  const menus = [...(['File', 'Edit', 'Reading', 'Claim', 'Map', 'View'] as const).map(menu), window]
  return Menu.buildFromTemplate([...appMenu, ...menus, { ...menu('Help'), role: 'help' }])
}
