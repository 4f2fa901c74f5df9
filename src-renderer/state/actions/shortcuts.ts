import { createKeybindingsHandler } from 'tinykeys'
import { ACTIONS, actionNamed, type Action, type ActionName } from './actions'
import { leaveField } from './leave-field'
import { askOrExplain } from './needs'
import type { Workspace } from '../workspace.svelte'
import { combinationOf, keysOf, labelOf, labelsOf, listenFor } from './keys'

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform)

/** A key as it is shown to users: `⌘K` or `Ctrl K`. */
export const keyLabel = (key: string): string => labelOf(key, IS_MAC)

export const keyLabels = (keys: readonly string[]): string[] => labelsOf(keys, IS_MAC)

/** The pressed key combination; undefined if it cannot be an action's. */
export const combination = (event: KeyboardEvent): string | undefined => combinationOf(event, IS_MAC)

/** The first of an action's current keys, to show beside its name; undefined if it has none. */
export function keyOf(workspace: Workspace, name: ActionName): string | undefined {
  const [key] = keysOf(actionNamed(name), workspace.settings.keys)
  return key && keyLabel(key)
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

/**
 * A keydown listener that runs the action of the pressed key. Of several with the same key, the first that applies
 * runs.
 */
export function shortcuts(workspace: Workspace): (event: KeyboardEvent) => void {
  let own: Workspace['settings']['keys'] | undefined
  let listener = (_: Event): void => undefined
  return (event) => {
    if (!event.defaultPrevented && leaveField(event)) return event.preventDefault()
    const now = workspace.settings?.keys ?? {}
    if (own !== now) listener = listenerFor(workspace, (own = now))
    listener(event)
  }
}

function listenerFor(workspace: Workspace, own: Workspace['settings']['keys']): (event: Event) => void {
  const all = new Set(ACTIONS.flatMap((action) => keysOf(action, own)))
  const bindings = [...all].map((key) => {
    const actions = ACTIONS.filter((action) => keysOf(action, own).includes(key))
    return [listenFor(key, IS_MAC), (event: KeyboardEvent) => press(workspace, event, key, actions)] as const
  })
  return createKeybindingsHandler(Object.fromEntries(bindings))
}

function press(workspace: Workspace, event: KeyboardEvent, key: string, actions: readonly Action[]): void {
  if (event.defaultPrevented || ((key === 'Enter' || key === 'Space') && isButton(event.target))) return
  const typing = takesTyping(event.target)
  const ran =
    actions.some((action) => (action.always || !typing) && action.run(workspace, key)) ||
    (!typing && askOrExplain(workspace, actions))
  if (ran) event.preventDefault()
}
