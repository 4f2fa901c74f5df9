import type { ViewCommand } from './view-command'

/** The menu Edit: undo, search and what is to be decided. */
export const EDIT_MENU = [
  { name: 'history.undo', title: 'Undo', menu: 'Edit', keys: ['$mod+z'], always: true },
  { name: 'history.redo', title: 'Redo', menu: 'Edit', keys: ['$mod+Shift+z', '$mod+y'], always: true },
  { name: 'decisions.open', title: 'Decide between two versions', menu: 'Edit' },
  {
    name: 'review.open',
    title: 'Review passages that moved or changed',
    menu: 'Edit',
    context: { on: ['article'] },
  },
  { name: 'menu.open', title: 'Open context menu', menu: 'Edit', keys: ['ContextMenu', 'Shift+F10'] },
  { name: 'palette.open', title: 'Commands…', menu: 'Edit', keys: ['$mod+k'], always: true },
  { name: 'search.open', title: 'Find in everything…', menu: 'Edit', keys: ['$mod+Shift+f'], always: true },
  { name: 'selection.clear', title: 'Clear selection', menu: 'Edit', keys: ['Escape'] },
  {
    name: 'reader.find',
    title: 'Find in this article',
    menu: 'Edit',
    keys: ['$mod+f'],
    always: true,
    context: { on: ['article', 'words'] },
  },
] as const satisfies readonly ViewCommand[]
