import { tick } from 'svelte'
import type { AnyCommand, Menu } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import { COMMANDS, type CommandInputs } from '#domain/commands/registry'
import { VIEW_COMMANDS, type ViewCommand, type ViewCommandName } from '#api/view-commands'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import { copyPicture } from '../copy-picture'
import type { Workspace } from '../workspace.svelte'
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
  run(workspace: Workspace, key?: string): boolean
  applies(workspace: Workspace): boolean
}

const contextOf = (workspace: Workspace): ViewContext | undefined =>
  workspace.session && workspace.view.context(workspace.session.project)

function documentAction(command: AnyCommand): Action {
  const inputOf = (workspace: Workspace, key?: string) => {
    const context = contextOf(workspace)
    return context && command.from?.(context, key)
  }
  return {
    name: command.name,
    title: command.title,
    ...(command.menu && { menu: command.menu }),
    keys: command.keys ?? [],
    changes: true,
    always: false,
    applies: (workspace) => inputOf(workspace) !== undefined,
    run(workspace, key) {
      const input = inputOf(workspace, key)
      if (input === undefined) return false
      const result = workspace.run(command.name as keyof CommandInputs, input as never)
      if (result.done) after[command.name]?.(workspace)
      if (result.done) keepInMap(workspace)
      return true
    },
  }
}

/** The keyboard stays in the map when the card that had it goes. */
function keepInMap(workspace: Workspace): void {
  if (!isIn('Map')) return
  void tick().then(() => {
    if (document.activeElement === document.body) void goTo(workspace, 'Map')
  })
}

/** What the screen does once a command of the document is done. */
const after: Record<string, (workspace: Workspace) => void> = {
  'claim.fromSelection': dropSelection,
  'claim.fromSelectionToMap': dropSelection,
  'excerpt.add': dropSelection,
  'source.setBlockAside': dropSelection,
  'claim.remove': (workspace) =>
    workspace.notices.done('The claim was deleted.', { label: 'Undo', run: () => workspace.undo() }),
  'source.remove': (workspace) =>
    workspace.notices.done('The article was removed.', { label: 'Undo', run: () => workspace.undo() }),
  'map.remove': (workspace) =>
    workspace.notices.done('The map was deleted.', { label: 'Undo', run: () => workspace.undo() }),
}

/** The words are marked now; the browser's selection would hide the colour. */
function dropSelection(workspace: Workspace): void {
  getSelection()?.removeAllRanges()
  workspace.view.letGo()
  const claim = workspace.view.claims[0]
  if (claim) workspace.view.show(claim)
}

export interface Handler {
  readonly run: (workspace: Workspace) => void
  readonly applies?: (workspace: Workspace) => boolean
}

const whenOpen = (workspace: Workspace) => workspace.session !== undefined
const whenClaim = (workspace: Workspace) => whenOpen(workspace) && workspace.view.claims.length === 1
const whenReading = (workspace: Workspace) =>
  workspace.session?.project.sources.has(workspace.view.source ?? '') ?? false
const opens = (dialog: Workspace['dialog'], applies = whenOpen): Handler => ({
  run: (workspace) => (workspace.dialog = dialog),
  applies,
})
const shows = (layout: 'read' | 'both' | 'map'): Handler => ({
  run: (workspace) => workspace.set({ layout }),
  applies: whenOpen,
})

let passage = 0

/** What each view command does; the compiler asks for one for each row of their table. */
const HANDLERS: Record<ViewCommandName, Handler> = {
  'project.new': opens('new-project', () => true),
  'project.open': { run: (workspace) => void workspace.choose() },
  'project.start': { run: (workspace) => void workspace.leave(), applies: whenOpen },
  'import.choose': { run: (workspace) => void workspace.chooseImports(), applies: whenOpen },
  'import.report': {
    run: (workspace) => workspace.view.showInstead('report'),
    applies: (workspace) => whenOpen(workspace) && workspace.importing.lines.length > 0,
  },
  'review.open': { run: (workspace) => workspace.view.showInstead('review'), applies: whenOpen },
  'export.dialog': opens('export'),
  'map.copyPicture': {
    run: (workspace) => void copyPicture(workspace, isDark(workspace) ? 'dark' : 'light'),
    applies: (workspace) => workspace.session?.project.maps.has(workspace.view.map ?? '') ?? false,
  },
  'project.history': opens('history'),
  'history.undo': {
    run: (workspace) => workspace.undo(),
    applies: (workspace) => workspace.session?.undoLabel !== undefined,
  },
  'history.redo': {
    run: (workspace) => workspace.redo(),
    applies: (workspace) => workspace.session?.redoLabel !== undefined,
  },
  'palette.open': opens('palette'),
  'search.open': opens('search'),
  'selection.clear': { run: clearSelection, applies: whenOpen },
  'claim.type': {
    run: (workspace) => typeNew(workspace),
    applies: (workspace) => whenOpen(workspace) && !!workspace.view.map,
  },
  'claim.typeGround': {
    run: (workspace) => typeUnder(workspace, 'support'),
    applies: (workspace) => cardInHand(workspace) !== undefined,
  },
  'claim.typeObjection': {
    run: (workspace) => typeUnder(workspace, 'attack'),
    applies: (workspace) => cardInHand(workspace) !== undefined,
  },
  'claim.editWording': {
    run: editWording,
    applies: (workspace) => whenClaim(workspace) && !onOtherCard(workspace.view.claims[0]),
  },
  'claim.editNote': {
    run: (workspace) => (workspace.view.noting = workspace.view.claims[0]),
    applies: whenClaim,
  },
  'claim.editTags': opens('tags', whenClaim),
  'excerpt.toClaim': opens('add-passage', (workspace) => contextOf(workspace)?.passage !== undefined),
  'codebook.open': opens('codebook'),
  'category.new': opens('new-category'),
  'claim.link': opens('link', whenClaim),
  'claim.nextPassage': { run: nextPassage, applies: whenClaim },
  ...READING,
  'reader.find': { run: (workspace) => workspace.view.finding++, applies: whenReading },
  'reader.larger': { run: (workspace) => zoom(workspace, 0.1), applies: whenReading },
  'reader.smaller': { run: (workspace) => zoom(workspace, -0.1), applies: whenReading },
  ...ON_MAP,
  'map.fit': { run: (workspace) => workspace.view.fit++, applies: whenOpen },
  'go.library': { run: (workspace) => goTo(workspace, 'Library'), applies: whenOpen },
  'go.reader': { run: (workspace) => goTo(workspace, 'Reader'), applies: whenOpen },
  'go.map': { run: (workspace) => goTo(workspace, 'Map'), applies: whenOpen },
  'go.inspector': { run: (workspace) => goTo(workspace, 'Inspector'), applies: whenOpen },
  'view.read': shows('read'),
  'view.both': shows('both'),
  'view.map': shows('map'),
  'view.theme': { run: (workspace) => workspace.set({ theme: isDark(workspace) ? 'light' : 'dark' }) },
  'view.systemTheme': { run: (workspace) => workspace.set({ theme: 'system' }) },
  'help.shortcuts': opens('shortcuts', () => true),
}

function zoom(workspace: Workspace, by: number): void {
  const source = workspace.view.source ?? ''
  const next = Math.min(2, Math.max(0.7, workspace.readingOf(source).zoom + by))
  workspace.rememberReading(source, { zoom: Math.round(next * 10) / 10 })
}

function clearSelection(workspace: Workspace): void {
  // One thing at a time: what is selected stays in sight when the rest of the map comes back.
  if (workspace.view.onMap.focus) {
    workspace.view.onMap.focus = undefined
    return
  }
  getSelection()?.removeAllRanges()
  workspace.view.letGo()
  workspace.view.clear()
}

function nextPassage(workspace: Workspace): void {
  const claim = workspace.view.claims[0]
  if (claim && workspace.session && excerptsByClaim(workspace.session.project).has(claim))
    workspace.goToClaim(claim, ++passage)
}

/** Whether the workspace is dark now, by its setting or else by the system's. */
export const isDark = (workspace: Workspace): boolean =>
  workspace.settings.theme === 'system'
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : workspace.settings.theme === 'dark'

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
    run(workspace) {
      if (!applies(workspace)) return false
      run(workspace)
      return true
    },
  }
}

/** Every action, in the order of the registries. */
export const ACTIONS: readonly Action[] = [...COMMANDS.map(documentAction), ...VIEW_COMMANDS.map(viewAction)]

/** The action of that name; undefined when there is none. */
export const actionNamed = (name: string): Action | undefined =>
  ACTIONS.find((action) => action.name === name)
