import { tick } from 'svelte'
import type { AnyCommand, Menu } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import { COMMANDS, type CommandInputs } from '#domain/commands/registry'
import { VIEW_COMMANDS, type ViewCommand, type ViewCommandName } from '#api/view-commands'
import { excerptsBy } from '#domain/queries/excerpt-index'
import { copyPicture } from '../copy-picture'
import type { Desk } from '../workspace.svelte'
import { ON_MAP } from './map-actions'
import { goTo, isIn } from '../view/panes'
import { READING } from './reading-actions'
import { cardInHand, editWording, onOtherCard, typeNew, typeUnder } from '../view/typing'

/** Anything that a key, a menu item or the palette can start, of the document or of the view. */
export interface Action {
  readonly name: string
  readonly title: string
  readonly menu?: Menu
  /** Those it has unless the user gave it others. */
  readonly keys: readonly string[]
  /** Whether it changes the document. */
  readonly changes: boolean
  readonly always: boolean
  /** Runs it with what is on screen; false when it does not apply there. */
  run(desk: Desk, key?: string): boolean
  applies(desk: Desk): boolean
}

const contextOf = (desk: Desk): ViewContext | undefined =>
  desk.session && desk.view.context(desk.session.project)

function documentAction(command: AnyCommand): Action {
  const inputOf = (desk: Desk, key?: string) => {
    const context = contextOf(desk)
    return context && command.from?.(context, key)
  }
  return {
    name: command.name,
    title: command.title,
    ...(command.menu && { menu: command.menu }),
    keys: command.keys ?? [],
    changes: true,
    always: false,
    applies: (desk) => inputOf(desk) !== undefined,
    run(desk, key) {
      const input = inputOf(desk, key)
      if (input === undefined) return false
      const result = desk.run(command.name as keyof CommandInputs, input as never)
      if (result.done) after[command.name]?.(desk)
      if (result.done) keepInMap(desk)
      return true
    },
  }
}

/** The keyboard stays in the map when the card that had it goes. */
function keepInMap(desk: Desk): void {
  if (!isIn('Map')) return
  void tick().then(() => {
    if (document.activeElement === document.body) void goTo(desk, 'Map')
  })
}

/** What the screen does once a command of the document is done. */
const after: Record<string, (desk: Desk) => void> = {
  'claim.fromSelection': dropSelection,
  'claim.fromSelectionToMap': dropSelection,
  'excerpt.add': dropSelection,
  'source.setBlockAside': dropSelection,
  'claim.remove': (desk) =>
    desk.notices.done('The claim was deleted.', { label: 'Undo', run: () => desk.undo() }),
  'source.remove': (desk) =>
    desk.notices.done('The article was removed.', { label: 'Undo', run: () => desk.undo() }),
  'map.remove': (desk) =>
    desk.notices.done('The map was deleted.', { label: 'Undo', run: () => desk.undo() }),
}

/** The words are marked now; the browser's selection would hide the colour. */
function dropSelection(desk: Desk): void {
  getSelection()?.removeAllRanges()
  desk.view.letGo()
  const claim = desk.view.claims[0]
  if (claim) desk.view.show(claim)
}

export interface Handler {
  readonly run: (desk: Desk) => void
  readonly applies?: (desk: Desk) => boolean
}

const whenOpen = (desk: Desk) => desk.session !== undefined
const whenClaim = (desk: Desk) => whenOpen(desk) && desk.view.claims.length === 1
const whenReading = (desk: Desk) => desk.session?.project.sources.has(desk.view.source ?? '') ?? false
const opens = (dialog: Desk['dialog'], applies = whenOpen): Handler => ({
  run: (desk) => (desk.dialog = dialog),
  applies,
})
const shows = (layout: 'read' | 'both' | 'map'): Handler => ({
  run: (desk) => desk.set({ layout }),
  applies: whenOpen,
})

let passage = 0

/** What each view command does; the compiler asks for one for each row of their table. */
const HANDLERS: Record<ViewCommandName, Handler> = {
  'project.new': opens('new-project', () => true),
  'project.open': { run: (desk) => void desk.choose() },
  'project.start': { run: (desk) => void desk.leave(), applies: whenOpen },
  'import.choose': { run: (desk) => void desk.chooseImports(), applies: whenOpen },
  'import.report': {
    run: (desk) => desk.view.showInstead('report'),
    applies: (desk) => whenOpen(desk) && desk.importing.lines.length > 0,
  },
  'review.open': { run: (desk) => desk.view.showInstead('review'), applies: whenOpen },
  'export.dialog': opens('export'),
  'map.copyPicture': {
    run: (desk) => void copyPicture(desk, isDark(desk) ? 'dark' : 'light'),
    applies: (desk) => desk.session?.project.maps.has(desk.view.map ?? '') ?? false,
  },
  'project.history': opens('history'),
  'history.undo': { run: (desk) => desk.undo(), applies: (desk) => desk.session?.undoLabel !== undefined },
  'history.redo': { run: (desk) => desk.redo(), applies: (desk) => desk.session?.redoLabel !== undefined },
  'palette.open': opens('palette'),
  'search.open': opens('search'),
  'selection.clear': { run: clearSelection, applies: whenOpen },
  'claim.type': { run: (desk) => typeNew(desk), applies: (desk) => whenOpen(desk) && !!desk.view.map },
  'claim.typeGround': {
    run: (desk) => typeUnder(desk, 'support'),
    applies: (desk) => cardInHand(desk) !== undefined,
  },
  'claim.typeObjection': {
    run: (desk) => typeUnder(desk, 'attack'),
    applies: (desk) => cardInHand(desk) !== undefined,
  },
  'claim.editWording': {
    run: editWording,
    applies: (desk) => whenClaim(desk) && !onOtherCard(desk.view.claims[0]),
  },
  'claim.editNote': { run: (desk) => (desk.view.noting = desk.view.claims[0]), applies: whenClaim },
  'claim.editTags': opens('tags', whenClaim),
  'excerpt.toClaim': opens('add-passage', (desk) => contextOf(desk)?.passage !== undefined),
  'codebook.open': opens('codebook'),
  'category.new': opens('new-category'),
  'claim.link': opens('link', whenClaim),
  'claim.nextPassage': { run: nextPassage, applies: whenClaim },
  ...READING,
  'reader.find': { run: (desk) => desk.view.finding++, applies: whenReading },
  'reader.larger': { run: (desk) => zoom(desk, 0.1), applies: whenReading },
  'reader.smaller': { run: (desk) => zoom(desk, -0.1), applies: whenReading },
  ...ON_MAP,
  'map.fit': { run: (desk) => desk.view.fit++, applies: whenOpen },
  'go.library': { run: (desk) => goTo(desk, 'Library'), applies: whenOpen },
  'go.reader': { run: (desk) => goTo(desk, 'Reader'), applies: whenOpen },
  'go.map': { run: (desk) => goTo(desk, 'Map'), applies: whenOpen },
  'go.inspector': { run: (desk) => goTo(desk, 'Inspector'), applies: whenOpen },
  'view.read': shows('read'),
  'view.both': shows('both'),
  'view.map': shows('map'),
  'view.theme': { run: (desk) => desk.set({ theme: isDark(desk) ? 'light' : 'dark' }) },
  'view.systemTheme': { run: (desk) => desk.set({ theme: 'system' }) },
  'help.shortcuts': opens('shortcuts', () => true),
}

function zoom(desk: Desk, by: number): void {
  const source = desk.view.source ?? ''
  const next = Math.min(2, Math.max(0.7, desk.readingOf(source).zoom + by))
  desk.rememberReading(source, { zoom: Math.round(next * 10) / 10 })
}

function clearSelection(desk: Desk): void {
  // One thing at a time: what is selected stays in sight when the rest of the map comes back.
  if (desk.view.onMap.focus) {
    desk.view.onMap.focus = undefined
    return
  }
  getSelection()?.removeAllRanges()
  desk.view.letGo()
  desk.view.clear()
}

function nextPassage(desk: Desk): void {
  const claim = desk.view.claims[0]
  if (claim && desk.session && excerptsBy(desk.session.project, 'claim').has(claim))
    desk.goToClaim(claim, ++passage)
}

/** Whether the desk is dark now, by its setting or else by the system's. */
export const isDark = (desk: Desk): boolean =>
  desk.settings.theme === 'system'
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : desk.settings.theme === 'dark'

function viewAction(command: ViewCommand): Action {
  const { run, applies = () => true } = HANDLERS[command.name as ViewCommandName]
  return {
    name: command.name,
    title: command.title,
    ...(command.menu && { menu: command.menu }),
    keys: command.keys ?? [],
    changes: false,
    always: command.always ?? false,
    applies,
    run(desk) {
      if (!applies(desk)) return false
      run(desk)
      return true
    },
  }
}

/** Every action, in the order of the registries. */
export const ACTIONS: readonly Action[] = [...COMMANDS.map(documentAction), ...VIEW_COMMANDS.map(viewAction)]

/** The action of that name; undefined when there is none. */
export const actionNamed = (name: string): Action | undefined =>
  ACTIONS.find((action) => action.name === name)
