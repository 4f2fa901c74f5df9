import { ACTIONS, actionNamed, findAction, type Action, type ActionName } from './actions'
import { leaveField } from './leave-field'
import { askOrExplain } from './needs'
import type { Workspace } from '../workspace.svelte'
import { meaningsOf, pressOf, writesText } from '../keyboard/key-press'
import { canonical, keysOf, labelOf, labelsOf } from './keys'

/** A key as it is shown to users: `⌘K` or `Ctrl K`. */
export const keyLabel = ({ keyboard }: Workspace, key: string): string =>
  labelOf(key, keyboard.isMac, keyboard.layout)

export const keyLabels = ({ keyboard }: Workspace, keys: readonly string[]): string[] =>
  labelsOf(keys, keyboard.isMac, keyboard.layout)

/** Keys that must always move the focus or leave. */
const KEPT = ['Tab', 'Escape']

/** The pressed key combination, to be given to an action; undefined if it cannot be an action's. */
export function combination({ keyboard }: Workspace, event: KeyboardEvent): string | undefined {
  const { system, layout } = keyboard
  return KEPT.includes(event.key) ? undefined : meaningsOf(pressOf(event, system), system, layout)[0]
}

/** Whether a key without Ctrl, Command or Alt was pressed that means this letter. */
export function meansLetter({ keyboard }: Workspace, event: KeyboardEvent, letter: string): boolean {
  const { system, layout } = keyboard
  return meaningsOf(pressOf(event, system), system, layout).some(
    (key) => key === letter || key === `Shift+${letter}`,
  )
}

/** The first of an action's current keys, to show beside its name; undefined if it has none. */
export function keyOf(workspace: Workspace, name: ActionName): string | undefined {
  const [key] = keysOf(actionNamed(name), workspace.settings.keys)
  return key && keyLabel(workspace, key)
}

/** A tooltip: the label of a button, with its key. */
export function withKeyOf(workspace: Workspace, name: ActionName, label: string): string {
  const key = keyOf(workspace, name)
  return key ? `${label} (${key})` : label
}

/**
 * Elements that handle typing themselves: in them, only keys that always work reach the commands. A dialog is one,
 * even if its focused element was removed.
 */
const takesTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog:modal') !== null ||
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog, [role=menu]') !== null)

/** Elements that handle Enter and the space bar themselves. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, [role=button], [role=option], [role=tab], summary') !== null

/** The actions of one key, and the key as the actions have it. */
interface Binding {
  readonly key: string
  readonly actions: Action[]
}

/**
 * A keydown listener that runs the action of the pressed key. Of several with the same key, the first that applies
 * runs.
 */
export function shortcuts(workspace: Workspace): (event: KeyboardEvent) => void {
  let own: Workspace['settings']['keys'] | undefined
  let bindings: ReadonlyMap<string, Binding> = new Map()
  return (event) => {
    if (!event.defaultPrevented && leaveField(event)) return event.preventDefault()
    const now = workspace.settings?.keys ?? {}
    if (own !== now) bindings = bindingsOf((own = now))
    const { system, layout } = workspace.keyboard
    const pressed = pressOf(event, system)
    if (takesTyping(event.target) && writesText(pressed, system)) return
    const meant = meaningsOf(pressed, system, layout).find((key) => bindings.has(key))
    const binding = bindings.get(meant ?? '')
    if (binding) press(workspace, event, binding)
  }
}

function bindingsOf(own: Workspace['settings']['keys']): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>()
  for (const action of ACTIONS)
    for (const key of keysOf(action, own)) {
      const binding = bindings.get(canonical(key)) ?? { key, actions: [] }
      if (!binding.actions.includes(action)) binding.actions.push(action)
      bindings.set(canonical(key), binding)
    }
  return bindings
}

function press(workspace: Workspace, event: KeyboardEvent, { key, actions }: Binding): void {
  if (event.defaultPrevented || ((key === 'Enter' || key === 'Space') && isButton(event.target))) return
  const typing = takesTyping(event.target)
  const ran =
    actions.some(({ name }) => travelInField(workspace, name)) ||
    actions.some((action) => (action.always || !typing) && action.run(workspace, key)) ||
    (!typing && askOrExplain(workspace, actions))
  if (ran) event.preventDefault()
}

/** Runs the action that was chosen in the window's menu. */
export function runChosen(workspace: Workspace, name: string): void {
  if (!travelInField(workspace, name)) findAction(name)?.run(workspace)
}

/** In a text field, Undo and Redo concern what was typed there, and never the project. */
function travelInField({ fields }: Workspace, name: string): boolean {
  if (name === 'history.undo') return fields.undo()
  return name === 'history.redo' && fields.redo()
}
