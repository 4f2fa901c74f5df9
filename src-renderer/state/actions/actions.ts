import type { AnyCommand, InContext, Menu } from '#domain/commands/command'
import { COMMANDS, type CommandInputs } from '#domain/commands/registry'
import { VIEW_COMMANDS, type ViewCommandName } from '#api/view-commands'
import type { ViewCommand } from '#api/view-commands/view-command'
import { copyPicture } from '../copy-picture'
import type { Workspace } from '../workspace.svelte'
import { focusRegion, nextPassage } from '../navigate'
import { contextOf, type Handler } from './handler'
import { ON_MAP } from './map-actions'
import { IN_MENUS } from './menu-actions'
import { READING } from './reading-actions'
import { clearSelection, WEIGHING } from './weighing-actions'
import { cardInHand, editWording, onOtherCard, typeNew, typeUnder } from '../view/typing'
import { chooseImports } from '../importing/receive'

/** The name of an action. A misspelt name does not compile. */
export type ActionName = keyof CommandInputs | ViewCommandName

/** Anything that a key, a menu item or the palette can start: a command on the document or on the view. */
export interface Action {
  readonly name: ActionName
  readonly title: string
  readonly menu?: Menu
  /** The default keys. */
  readonly keys: readonly string[]
  /** Whether it changes the document. */
  readonly changes: boolean
  readonly always: boolean
  readonly context?: InContext
  /** Runs it on the current view. Returns false if it does not apply. */
  run(workspace: Workspace, key?: string): boolean
  /** @param key the key that would be pressed, for an action that depends on it */
  applies(workspace: Workspace, key?: string): boolean
}

function documentAction(command: AnyCommand & { readonly name: keyof CommandInputs }): Action {
  const inputOf = (workspace: Workspace, key?: string) => {
    const context = contextOf(workspace)
    return context && command.from?.(context, key)
  }
  return {
    name: command.name,
    title: command.title,
    ...(command.menu && { menu: command.menu }),
    ...(command.context && { context: command.context }),
    keys: command.keys ?? [],
    changes: true,
    always: false,
    applies: (workspace, key) => inputOf(workspace, key) !== undefined,
    run(workspace, key) {
      const input = inputOf(workspace, key)
      if (input === undefined) return false
      // The input comes from the command's own `from`, so it fits.
      workspace.run(command.name, input as never)
      return true
    },
  }
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

/** The handlers of the view commands. The compiler requires one for each. */
const HANDLERS: Record<ViewCommandName, Handler> = {
  'project.new': opens('new-project', () => true),
  'project.open': { run: (workspace) => void workspace.projects.choose() },
  'project.start': { run: (workspace) => void workspace.projects.leave(), applies: whenOpen },
  'import.choose': { run: (workspace) => void chooseImports(workspace), applies: whenOpen },
  'import.report': {
    run: (workspace) => workspace.view.select({ type: 'report' }),
    applies: (workspace) => whenOpen(workspace) && workspace.importing.lines.length > 0,
  },
  'decisions.open': {
    run: (workspace) => workspace.view.select({ type: 'decisions' }),
    applies: (workspace) => (workspace.session?.project.disagreements.size ?? 0) > 0,
  },
  'review.open': { run: (workspace) => workspace.view.select({ type: 'review' }), applies: whenOpen },
  'export.dialog': opens('export'),
  'map.copyPicture': {
    run: (workspace) => void copyPicture(workspace, workspace.theme.name),
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
    applies: (workspace) => whenClaim(workspace) && !onOtherCard(workspace, workspace.view.claims[0]),
  },
  'claim.editNote': {
    run({ desk, panes, view }) {
      desk.openInspector()
      panes.ask('claimDetails', (details) => details.editNote(), view.claims[0])
    },
    applies: whenClaim,
  },
  'claim.editTags': opens('tags', (workspace) => whenOpen(workspace) && workspace.view.claims.length > 0),
  'excerpt.toClaim': opens('add-passage', (workspace) => contextOf(workspace)?.passage !== undefined),
  'codebook.open': opens('codebook'),
  'category.new': opens('new-category'),
  'claim.link': opens('link', whenClaim),
  'claim.nextPassage': {
    run: (workspace) => nextPassage(workspace, workspace.view.claims[0]!),
    applies: whenClaim,
  },
  ...READING,
  'reader.find': {
    run({ panes, view }) {
      view.finding = true
      panes.ask('articleSearch', (search) => search.focus())
    },
    applies: whenReading,
  },
  'reader.details': {
    run(workspace) {
      const { desk, view } = workspace
      const ids = contextOf(workspace)?.sources ?? []
      if (view.sources.join() !== ids.join()) view.select({ type: 'sources', ids })
      desk.openInspector()
    },
    applies: (workspace) => (contextOf(workspace)?.sources.length ?? 0) > 0,
  },
  'reader.larger': { run: (workspace) => zoom(workspace, 0.1), applies: whenReading },
  'reader.smaller': { run: (workspace) => zoom(workspace, -0.1), applies: whenReading },
  ...IN_MENUS,
  ...ON_MAP,
  'map.fit': { run: ({ panes }) => panes.ask('canvas', (canvas) => canvas.fit()), applies: whenOpen },
  'go.library': { run: (workspace) => focusRegion(workspace, 'library'), applies: whenOpen },
  'go.reader': { run: (workspace) => focusRegion(workspace, 'reader'), applies: whenOpen },
  'go.map': { run: (workspace) => focusRegion(workspace, 'map'), applies: whenOpen },
  'go.inspector': { run: (workspace) => focusRegion(workspace, 'inspector'), applies: whenOpen },
  'view.library': { run: ({ desk }) => desk.toggleLibrary(), applies: whenOpen },
  'view.inspector': { run: ({ desk }) => desk.toggleInspector(), applies: whenOpen },
  'view.read': shows('read'),
  'view.both': shows('both'),
  'view.map': shows('map'),
  'view.matrix': { run: (workspace) => focusRegion(workspace, 'matrix'), applies: whenOpen },
  ...WEIGHING,
  'lists.open': opens('lists'),
  'view.theme': { run: (workspace) => workspace.set({ theme: workspace.theme.isDark ? 'light' : 'dark' }) },
  'view.systemTheme': { run: (workspace) => workspace.set({ theme: 'system' }) },
  'window.open': {
    run: ({ platform, session }) => platform.openWindow(session!.path),
    applies: whenOpen,
  },
  'window.follow': {
    run: ({ otherWindows, notices }) => {
      otherWindows.toggle()
      notices.done(
        otherWindows.follows
          ? 'This window follows the selection of the other window.'
          : 'This window no longer follows the selection of the other window.',
      )
    },
    applies: ({ otherWindows }) => otherWindows.count > 0 || otherWindows.follows,
  },
  'settings.open': opens('settings', () => true),
  'help.open': opens('help', () => true),
  'help.shortcuts': opens('shortcuts', () => true),
}

function zoom(workspace: Workspace, by: number): void {
  const source = workspace.view.source ?? ''
  const next = Math.min(2, Math.max(0.7, workspace.readingOf(source).zoom + by))
  workspace.rememberReading(source, { zoom: Math.round(next * 10) / 10 })
}

function viewAction(command: ViewCommand & { readonly name: ViewCommandName }): Action {
  const { run, applies = () => true }: Handler = HANDLERS[command.name]
  return {
    name: command.name,
    title: command.title,
    ...(command.menu && { menu: command.menu }),
    ...(command.context && { context: command.context }),
    keys: command.keys ?? [],
    changes: false,
    always: command.always ?? false,
    applies: (workspace) => applies(workspace),
    run(workspace) {
      if (!applies(workspace)) return false
      run(workspace)
      return true
    },
  }
}

/** All actions, in the order of the registries. */
export const ACTIONS: readonly Action[] = [...COMMANDS.map(documentAction), ...VIEW_COMMANDS.map(viewAction)]

const byName = new Map<string, Action>(ACTIONS.map((action) => [action.name, action]))

export const actionNamed = (name: ActionName): Action => byName.get(name)!

/** The action with a name from outside the page; undefined if there is none. */
export const findAction = (name: string): Action | undefined => byName.get(name)
