import { createKeybindingsHandler } from 'tinykeys'
import { ACTIONS } from './actions'
import type { Desk } from './desk.svelte'

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform)

/** A key as people know it: `⌘K` or `Ctrl K`. */
export function keyLabel(key: string): string {
  const names: Record<string, string> = IS_MAC
    ? { $mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Backspace: '⌫' }
    : { $mod: 'Ctrl', Delete: 'Del' }
  const parts = key.split('+').filter((part, _, all) => !(part === 'Shift' && all.includes('?')))
  const shown = parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return shown.join(IS_MAC ? '' : ' ')
}

/** The first key of an action, to be shown beside its name; undefined when it has none. */
export function keyOf(name: string): string | undefined {
  const key = ACTIONS.find((action) => action.name === name)?.keys[0]
  return key && keyLabel(key)
}

/**
 * What takes typing itself: there, only keys that work always reach the commands. A dialog does, also when what had the
 * focus in it has gone.
 */
const takesTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog:modal') !== null ||
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog') !== null)

/** What acts on Enter and the space bar itself. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, [role=button], [role=option], [role=tab], summary') !== null

/** A listener for keydown that runs the commands of the registries. Of several that share a key, the first that applies. */
export function shortcuts(desk: Desk): (event: KeyboardEvent) => void {
  const keys = new Set(ACTIONS.flatMap((action) => action.keys))
  const bindings = Object.fromEntries(
    [...keys].map((key) => [
      key,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented || (key === 'Enter' && isButton(event.target))) return
        const typing = takesTyping(event.target)
        const ran = ACTIONS.some(
          (action) => action.keys.includes(key) && (action.always || !typing) && action.run(desk, key),
        )
        if (ran) event.preventDefault()
      },
    ]),
  )
  return createKeybindingsHandler(bindings)
}
