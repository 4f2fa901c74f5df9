/** Keys are written in tinykeys' notation: `$mod+Shift+z`; `$mod` is Ctrl, or Command on a Mac. */
type Keys = readonly string[]

/** The keys that the user gave to actions, by their names; all others have the keys of the registries. */
export type OwnKeys = Readonly<Record<string, Keys>>

export interface Keyed {
  readonly name: string
  readonly keys: Keys
  /** Whether it changes the document: of such actions several may have one key, and the first that applies runs. */
  readonly changes: boolean
}

export const keysOf = (action: Keyed, own: OwnKeys): Keys => own[action.name] ?? action.keys

/** Whether its keys are the categories' own, which say them: `1` to `9`. */
export const isCategoryKeys = ({ keys }: Keyed): boolean =>
  keys.length > 0 && keys.every((key) => /^[1-9]$/.test(key))

/** What a keyboard event says of itself, as far as it matters here. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const NO_KEY = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process']
/** What moves the focus or leaves must always do so. */
const KEPT = ['Tab', 'Escape']

/** The combination that was pressed; undefined for one that cannot be an action's. */
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
  // Option writes other letters on a Mac: what is meant is the key.
  const physical = isMac && altKey ? /^(?:Key([A-Z])|Digit(\d))$/.exec(code) : null
  if (physical) return (physical[1] ?? physical[2]!).toLowerCase()
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toLowerCase() : key
}

/** A key as it must be listened for: on a Mac, with Option held, by where it is. */
export const listenFor = (key: string, isMac: boolean): string =>
  isMac && key.includes('Alt+')
    ? key.replace(/\+(?:([a-z])|(\d))$/, (_, letter?: string, digit?: string) =>
        letter ? `+Key${letter.toUpperCase()}` : `+Digit${digit}`,
      )
    : key

/** What giving a key to an action would mean for the others. */
export type Verdict<Action extends Keyed> =
  | { readonly kind: 'free' }
  /** Both keep it, and the first that applies runs. */
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

/** The user's keys once an action has this one, and an action that had it has it no longer. */
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

/** The user's keys once an action has the keys of the registry again. */
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

/** A key as people know it: `⌘K` or `Ctrl K`. */
export function labelOf(key: string, isMac: boolean): string {
  const at = key.slice(0, -1).lastIndexOf('+')
  const last = key.slice(at + 1)
  // A sign that is typed with Shift says so itself.
  const isSign = last.length === 1 && !/[\p{L}\p{N}]/u.test(last)
  const parts = (at > 0 ? key.slice(0, at).split('+') : []).filter((part) => !(isSign && part === 'Shift'))
  const names = isMac ? MAC_NAMES : NAMES
  const shown = [...parts, last].map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return shown.join(isMac ? '' : ' ')
}

const BOTH = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
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

/** All keys of an action in one line; nine in a row are one range to a reader. */
export function labelsOf(keys: Keys, isMac: boolean): string[] {
  const labels = [...new Set(keys.map((key) => labelOf(key, isMac)))]
  return labels.length > 3 ? [`${labels[0]} … ${labels.at(-1)}`] : labels
}
