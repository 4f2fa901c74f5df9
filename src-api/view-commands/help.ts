import type { ViewCommand } from './view-command'

/** The menu Help. */
export const HELP_MENU = [
  { name: 'help.open', title: 'Help', menu: 'Help', keys: ['F1'], always: true },
  { name: 'help.shortcuts', title: 'Keyboard shortcuts', menu: 'Help', keys: ['Shift+?'] },
] as const satisfies readonly ViewCommand[]
