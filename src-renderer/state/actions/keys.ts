import { capOf, type Layout } from '../keyboard/layout'

/** Keys, such as `$mod+Shift+z`. `$mod` is Ctrl, or Command on a Mac. */
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

/** A character that is neither a letter nor a digit. */
const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\p{N}]/u.test(key)

/**
 * The one notation of a key: modifiers in alphabetical order, and no Shift with a sign, because keyboards differ in
 * which signs need it.
 */
export function canonical(key: string): string {
  const { held, name } = partsOf(key)
  const kept = isSign(name) ? held.filter((each) => each !== 'Shift') : held
  return [...kept.sort(), name.toLowerCase()].join('+')
}

function partsOf(key: string): { held: string[]; name: string } {
  const at = key.slice(0, -1).lastIndexOf('+')
  return { held: at > 0 ? key.slice(0, at).split('+') : [], name: key.slice(at + 1) }
}

/**
 * A key as it is shown to users: `⌘K` or `Ctrl K`.
 * @param layout what the keys of this keyboard write, to name the key that has to be pressed on it
 */
export function labelOf(key: string, isMac: boolean, layout?: Layout): string {
  const { held, name } = partsOf(key)
  const isHeld = held.some((each) => each !== 'Shift')
  const cap = layout && name.length === 1 ? capOf(name, layout, isHeld) : undefined
  // A sign that needs Shift already implies it.
  const kept = isSign(name) ? held.filter((part) => part !== 'Shift') : held
  const parts = [...kept, cap ?? name]
  const names = isMac ? MAC_NAMES : NAMES
  const shown = parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
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
export function labelsOf(keys: Keys, isMac: boolean, layout?: Layout): string[] {
  const labels = [...new Set(keys.map((key) => labelOf(key, isMac, layout)))]
  return labels.length > 3 ? [`${labels[0]} … ${labels.at(-1)}`] : labels
}
