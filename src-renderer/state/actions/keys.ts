/** Keys in tinykeys notation: `$mod+Shift+z`. `$mod` is Ctrl, or Command on a Mac. */
type Keys = readonly string[]

/** The user's keys by action name. Other actions have their default keys. */
export type OwnKeys = Readonly<Record<string, Keys>>

export interface Keyed {
  readonly name: string
  readonly keys: Keys
  /** Whether it changes the document. Several such actions may share a key: the first that applies runs. */
  readonly changes: boolean
}

export const keysOf = (action: Keyed, own: OwnKeys): Keys => own[action.name] ?? action.keys

/** Whether its keys are those of the categories, `1` to `9`. */
export const isCategoryKeys = ({ keys }: Keyed): boolean =>
  keys.length > 0 && keys.every((key) => /^[1-9]$/.test(key))

/** The part of a keyboard event that matters here. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const NO_KEY = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process']
/** Keys that must always move the focus or leave. */
const KEPT = ['Tab', 'Escape']

/** The pressed key combination; undefined if it cannot be an action's. */
export function combinationOf(event: Pressed, isMac: boolean): string | undefined {
  if (NO_KEY.includes(event.key) || KEPT.includes(event.key)) return undefined
  const [mod, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  const parts = [
    mod && '$mod',
    other && (isMac ? 'Control' : 'Meta'),
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((part) => typeof part === 'string')
  return [...parts, nameOf(event, isMac)].join('+')
}

function nameOf({ key, code, altKey }: Pressed, isMac: boolean): string {
  // On a Mac, Option types other letters: use the physical key.
  const physical = isMac && altKey ? /^(?:Key([A-Z])|Digit(\d))$/.exec(code) : null
  if (physical) return (physical[1] ?? physical[2]!).toLowerCase()
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toLowerCase() : key
}

/** A key as the listener needs it: with Option on a Mac, by its physical position. */
export const listenFor = (key: string, isMac: boolean): string =>
  isMac && key.includes('Alt+')
    ? key.replace(/\+(?:([a-z])|(\d))$/, (_, letter?: string, digit?: string) =>
        letter ? `+Key${letter.toUpperCase()}` : `+Digit${digit}`,
      )
    : key

/** The consequences for other actions if an action gets a key. */
export type Verdict<Action extends Keyed> =
  | { readonly kind: 'free' }
  /** Both actions keep the key, and the first that applies runs. */
  | { readonly kind: 'shared' | 'taken' | 'category'; readonly by: Action }

export function verdictOn<Action extends Keyed>(
  actions: readonly Action[],
  own: OwnKeys,
  action: Action,
  key: string,
): Verdict<Action> {
  const others = actions.filter(
    (other) => other.name !== action.name && keysOf(other, own).some((each) => same(each, key)),
  )
  const category = others.find(isCategoryKeys)
  if (category) return { kind: 'category', by: category }
  const taken = others.find((other) => !(other.changes && action.changes))
  if (taken) return { kind: 'taken', by: taken }
  return others[0] ? { kind: 'shared', by: others[0] } : { kind: 'free' }
}

/** The user's keys after an action gets this key. Another action that had it loses it. */
export function withKey<Action extends Keyed>(
  own: OwnKeys,
  action: Action,
  key: string,
  from?: Action,
): OwnKeys {
  const left = from && { [from.name]: keysOf(from, own).filter((each) => !same(each, key)) }
  const next = { ...own, ...left, [action.name]: [key] }
  return action.keys.length === 1 && same(action.keys[0]!, key) ? withoutKeys(next, action) : next
}

/** The user's keys after an action gets its default keys back. */
export function withoutKeys(own: OwnKeys, action: Keyed): OwnKeys {
  const { [action.name]: _, ...others } = own
  return others
}

const same = (one: string, other: string): boolean => canonical(one) === canonical(other)

function canonical(key: string): string {
  const at = key.slice(0, -1).lastIndexOf('+')
  const parts = key.slice(0, Math.max(at, 0)).split('+').sort()
  return [...parts, key.slice(at + 1).toLowerCase()].join('+')
}

/** A key as it is shown to users: `⌘K` or `Ctrl K`. */
export function labelOf(key: string, isMac: boolean): string {
  const at = key.slice(0, -1).lastIndexOf('+')
  const last = key.slice(at + 1)
  // A character that needs Shift already implies it.
  const isSign = last.length === 1 && !/[\p{L}\p{N}]/u.test(last)
  const parts = (at > 0 ? key.slice(0, at).split('+') : []).filter((part) => !(isSign && part === 'Shift'))
  const names = isMac ? MAC_NAMES : NAMES
  const shown = [...parts, last].map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return shown.join(isMac ? '' : ' ')
}

const BOTH = {
  Escape: 'Esc',
  ContextMenu: 'Menu',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const NAMES: Record<string, string> = { ...BOTH, $mod: 'Ctrl', Delete: 'Del' }
const MAC_NAMES: Record<string, string> = {
  ...BOTH,
  $mod: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌦',
  Backspace: '⌫',
}

/** The labels of an action's keys. Nine in a row are shown as a range. */
export function labelsOf(keys: Keys, isMac: boolean): string[] {
  const labels = [...new Set(keys.map((key) => labelOf(key, isMac)))]
  return labels.length > 3 ? [`${labels[0]} … ${labels.at(-1)}`] : labels
}
