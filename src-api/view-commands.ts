import type { Menu } from '#domain/commands/command'

/** A command that changes the view or opens a dialog. It does not change the document, so it cannot be undone. */
export interface ViewCommand {
  readonly name: string
  readonly title: string
  readonly menu?: Menu
  /** In tinykeys notation; `$mod` is Ctrl, or Command on a Mac. */
  readonly keys?: readonly string[]
  /** Whether its keys also work in a text field. */
  readonly always?: boolean
}

/** All view commands. The compiler requires a handler in the page for each. */
export const VIEW_COMMANDS = [
  { name: 'project.new', title: 'New project…', menu: 'File', keys: ['$mod+Alt+n'], always: true },
  { name: 'project.open', title: 'Open project…', menu: 'File', keys: ['$mod+o'], always: true },
  { name: 'project.start', title: 'Close project', menu: 'File' },
  { name: 'import.choose', title: 'Import articles or a map…', menu: 'File', keys: ['$mod+i'], always: true },
  { name: 'import.report', title: 'Show last import report', menu: 'File' },
  { name: 'review.open', title: 'Review passages that moved or changed', menu: 'Edit' },
  { name: 'export.dialog', title: 'Export…', menu: 'File', keys: ['$mod+e'], always: true },
  {
    name: 'map.copyPicture',
    title: 'Copy map as picture',
    menu: 'Map',
    keys: ['$mod+Shift+c'],
  },
  { name: 'project.history', title: 'History…', menu: 'File' },
  { name: 'history.undo', title: 'Undo', menu: 'Edit', keys: ['$mod+z'], always: true },
  { name: 'history.redo', title: 'Redo', menu: 'Edit', keys: ['$mod+Shift+z', '$mod+y'], always: true },
  { name: 'palette.open', title: 'Commands…', menu: 'Edit', keys: ['$mod+k'], always: true },
  { name: 'search.open', title: 'Find in everything…', menu: 'Edit', keys: ['$mod+Shift+f'], always: true },
  { name: 'selection.clear', title: 'Clear selection', menu: 'Edit', keys: ['Escape'] },
  { name: 'reading.next', title: 'Next sentence', menu: 'Reading', keys: ['j'] },
  { name: 'reading.previous', title: 'Previous sentence', menu: 'Reading', keys: ['k'] },
  { name: 'reading.extend', title: 'Extend to the next sentence', menu: 'Reading', keys: ['Shift+j'] },
  {
    name: 'reading.extendBack',
    title: 'Extend to the previous sentence',
    menu: 'Reading',
    keys: ['Shift+k'],
  },
  { name: 'reading.endLater', title: 'Move selection end forward by a word', menu: 'Reading', keys: [']'] },
  { name: 'reading.endEarlier', title: 'Move selection end back by a word', menu: 'Reading', keys: ['['] },
  {
    name: 'reading.startLater',
    title: 'Move selection start forward by a word',
    menu: 'Reading',
    keys: ['Shift+}', '}'],
  },
  {
    name: 'reading.startEarlier',
    title: 'Move selection start back by a word',
    menu: 'Reading',
    keys: ['Shift+{', '{'],
  },
  { name: 'passage.endLater', title: 'Move passage end forward by a word', menu: 'Reading', keys: ['Alt+]'] },
  {
    name: 'passage.endEarlier',
    title: 'Move passage end back by a word',
    menu: 'Reading',
    keys: ['Alt+['],
  },
  {
    name: 'passage.startLater',
    title: 'Move passage start forward by a word',
    menu: 'Reading',
    keys: ['Alt+Shift+}'],
  },
  {
    name: 'passage.startEarlier',
    title: 'Move passage start back by a word',
    menu: 'Reading',
    keys: ['Alt+Shift+{'],
  },
  { name: 'reading.nextMark', title: 'Next mark in the article', menu: 'Reading', keys: ['.'] },
  { name: 'reading.previousMark', title: 'Previous mark in the article', menu: 'Reading', keys: [','] },
  { name: 'claim.type', title: 'New claim on the map', menu: 'Claim', keys: ['n'] },
  { name: 'claim.typeGround', title: 'New ground under the selected card', menu: 'Map', keys: ['Tab'] },
  {
    name: 'claim.typeObjection',
    title: 'New objection under the selected card',
    menu: 'Map',
    keys: ['Shift+Tab'],
  },
  { name: 'claim.editWording', title: 'Edit wording of the selected claim', menu: 'Claim', keys: ['Enter'] },
  { name: 'claim.editNote', title: 'Write a note on the selected claim', menu: 'Claim', keys: ['o'] },
  { name: 'claim.editTags', title: 'Tag the selected claim…', menu: 'Claim', keys: ['g'] },
  { name: 'excerpt.toClaim', title: 'Add selection to a claim…', menu: 'Claim', keys: ['Shift+e'] },
  { name: 'codebook.open', title: 'Codebook…', menu: 'Claim' },
  { name: 'category.new', title: 'New category…', menu: 'Claim' },
  { name: 'claim.link', title: 'Link the selected claim to another…', menu: 'Claim', keys: ['l'] },
  { name: 'claim.nextPassage', title: 'Show next passage of the claim', menu: 'Claim', keys: ['p'] },
  { name: 'reader.find', title: 'Find in this article', menu: 'Edit', keys: ['$mod+f'], always: true },
  { name: 'reader.larger', title: 'Larger text', menu: 'View', keys: ['Alt+='], always: true },
  { name: 'reader.smaller', title: 'Smaller text', menu: 'View', keys: ['Alt+-'], always: true },
  { name: 'map.fit', title: 'Fit map', menu: 'Map', keys: ['f'] },
  { name: 'map.selectAll', title: 'Select all cards', menu: 'Map', keys: ['$mod+a'] },
  { name: 'map.zoomTo', title: 'Zoom to the selected cards', menu: 'Map', keys: ['z'] },
  { name: 'map.find', title: 'Find on the map', menu: 'Map', keys: ['/'] },
  { name: 'map.outline', title: 'Show map as outline or cards', menu: 'Map', keys: ['Shift+o'] },
  { name: 'tidy.map', title: 'Tidy the map', menu: 'Map', keys: ['Shift+t'] },
  { name: 'tidy.branch', title: 'Tidy this branch', menu: 'Map', keys: ['y'] },
  { name: 'tidy.selection', title: 'Tidy the selected cards', menu: 'Map', keys: ['Shift+y'] },
  { name: 'tidy.direction', title: 'Switch tidy direction', menu: 'Map' },
  { name: 'map.wheel', title: 'Zoom the map with the wheel, or pan it', menu: 'Map' },
  { name: 'map.focus', title: 'Focus on the selected cards', menu: 'Map', keys: ['Shift+f'] },
  { name: 'map.focusWider', title: 'Widen the focus by one relation', menu: 'Map', keys: ['w'] },
  { name: 'map.focusNarrower', title: 'Narrow the focus by one relation', menu: 'Map', keys: ['Shift+w'] },
  { name: 'follow.ground', title: 'Go to the claim below', menu: 'Map', keys: ['Alt+ArrowDown'] },
  { name: 'follow.target', title: 'Go to the claim above', menu: 'Map', keys: ['Alt+ArrowUp'] },
  { name: 'follow.next', title: 'Go to the next card in the row', menu: 'Map', keys: ['Alt+ArrowRight'] },
  {
    name: 'follow.previous',
    title: 'Go to the previous card in the row',
    menu: 'Map',
    keys: ['Alt+ArrowLeft'],
  },
  { name: 'present.start', title: 'Present the map', menu: 'Map', keys: ['$mod+Alt+p'], always: true },
  { name: 'present.steps', title: 'Set presentation steps…', menu: 'Map' },
  { name: 'go.library', title: 'Go to library', menu: 'View', keys: ['Alt+l'], always: true },
  { name: 'go.reader', title: 'Go to reader', menu: 'View', keys: ['Alt+r'], always: true },
  { name: 'go.map', title: 'Go to map', menu: 'View', keys: ['Alt+m'], always: true },
  { name: 'go.inspector', title: 'Go to inspector', menu: 'View', keys: ['Alt+i'], always: true },
  { name: 'view.library', title: 'Show or hide the library', menu: 'View', keys: ['Alt+Shift+l'] },
  { name: 'view.inspector', title: 'Show or hide the inspector', menu: 'View', keys: ['Alt+Shift+i'] },
  { name: 'view.read', title: 'Reader only', menu: 'View', keys: ['Alt+1'], always: true },
  { name: 'view.both', title: 'Reader and map', menu: 'View', keys: ['Alt+2'], always: true },
  { name: 'view.map', title: 'Map only', menu: 'View', keys: ['Alt+3'], always: true },
  { name: 'view.theme', title: 'Switch between light and dark theme', menu: 'View' },
  { name: 'view.systemTheme', title: 'Use system theme', menu: 'View' },
  { name: 'settings.open', title: 'Settings…', menu: 'View', keys: ['$mod+,'], always: true },
  { name: 'help.open', title: 'Help', menu: 'Help', keys: ['F1'], always: true },
  { name: 'help.shortcuts', title: 'Keyboard shortcuts', menu: 'Help', keys: ['Shift+?'] },
] as const satisfies readonly ViewCommand[]

export type ViewCommandName = (typeof VIEW_COMMANDS)[number]['name']
