import type { ViewCommand } from './view-command'

/** The menu View: panes, verdicts, windows and settings. */
export const VIEW_MENU = [
  { name: 'reader.larger', title: 'Larger text', menu: 'View', keys: ['Alt+='], always: true },
  { name: 'reader.smaller', title: 'Smaller text', menu: 'View', keys: ['Alt+-'], always: true },
  { name: 'go.library', title: 'Go to library', menu: 'View', keys: ['Alt+l'], always: true },
  { name: 'go.reader', title: 'Go to reader', menu: 'View', keys: ['Alt+r'], always: true },
  { name: 'go.map', title: 'Go to map', menu: 'View', keys: ['Alt+m'], always: true },
  { name: 'go.inspector', title: 'Go to inspector', menu: 'View', keys: ['Alt+i'], always: true },
  { name: 'view.library', title: 'Show or hide the library', menu: 'View', keys: ['Alt+Shift+l'] },
  { name: 'view.inspector', title: 'Show or hide the inspector', menu: 'View', keys: ['Alt+Shift+i'] },
  { name: 'view.read', title: 'Reader only', menu: 'View', keys: ['Alt+1'], always: true },
  { name: 'view.both', title: 'Reader and map', menu: 'View', keys: ['Alt+2'], always: true },
  { name: 'view.map', title: 'Map only', menu: 'View', keys: ['Alt+3'], always: true },
  { name: 'view.matrix', title: 'Matrix', menu: 'View', keys: ['Alt+4'], always: true },
  { name: 'view.verdicts', title: 'Show or hide verdicts', menu: 'View', keys: ['v'] },
  {
    name: 'suppose.list',
    title: 'Show or hide the list of changed verdicts',
    menu: 'View',
    keys: ['Shift+u'],
  },
  { name: 'suppose.end', title: 'Suppose nothing', menu: 'View' },
  { name: 'scenarios.open', title: 'Scenarios…', menu: 'View', keys: ['Shift+x'] },
  { name: 'lists.open', title: 'Lists of assumptions, sources, questions and indicators…', menu: 'View' },
  { name: 'view.theme', title: 'Switch between light and dark theme', menu: 'View' },
  { name: 'view.systemTheme', title: 'Use system theme', menu: 'View' },
  { name: 'window.open', title: 'Open a second window', menu: 'View', keys: ['Alt+Shift+n'] },
  { name: 'window.follow', title: 'Follow or leave the selection of the other window', menu: 'View' },
  { name: 'settings.open', title: 'Settings…', menu: 'View', keys: ['$mod+,'], always: true },
] as const satisfies readonly ViewCommand[]
