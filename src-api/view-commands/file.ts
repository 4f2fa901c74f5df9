import type { ViewCommand } from './view-command'

/** The menu File: projects, files that come in, and exports. */
export const FILE_MENU = [
  { name: 'project.new', title: 'New project…', menu: 'File', keys: ['$mod+Alt+n'], always: true },
  { name: 'project.open', title: 'Open project…', menu: 'File', keys: ['$mod+o'], always: true },
  { name: 'project.start', title: 'Close project', menu: 'File' },
  {
    name: 'import.choose',
    title: 'Import articles or a map…',
    menu: 'File',
    keys: ['$mod+i'],
    always: true,
    context: { on: ['article'] },
  },
  { name: 'import.report', title: 'Show last import report', menu: 'File' },
  {
    name: 'export.dialog',
    title: 'Export…',
    menu: 'File',
    keys: ['$mod+e'],
    always: true,
    context: { on: ['card', 'claim', 'map', 'article'] },
  },
  { name: 'project.history', title: 'History…', menu: 'File' },
] as const satisfies readonly ViewCommand[]
