import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '#api/settings'
import { VIEW_COMMANDS, type ViewCommand } from '#api/view-commands'
import type { AnyCommand, Menu as MenuName } from '#domain/commands/command'
import { COMMANDS } from '#domain/commands/registry'
import { acceleratorOf } from './accelerator'

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
    const items = commands.filter((each) => each.menu === label).map(item)
    const roles = label === 'View' && forDevelopers ? [...ROLES.View, ...DEVELOPER] : ROLES[label]
    return {
      label,
      submenu: items.length > 0 && roles.length > 0 ? [...items, separator, ...roles] : [...items, ...roles],
    }
  }
  const appMenu: Item[] = isMac ? [{ label: app.name, role: 'appMenu' }] : []
  const window: Item = { label: 'Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] }
  const menus = [...(['File', 'Edit', 'Reading', 'Claim', 'Map', 'View'] as const).map(menu), window]
  return Menu.buildFromTemplate([...appMenu, ...menus, { ...menu('Help'), role: 'help' }])
}
