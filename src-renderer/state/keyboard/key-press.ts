import { canonical } from '../actions/keys'
import { isLatin, placeOf, type Layout } from './layout'

export type System = 'mac' | 'windows' | 'linux'

/** A press of a key: what it writes (`key`), where it is (`code`), and what is held. */
export interface KeyPress extends Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
> {
  /** Whether AltGr is held. Windows reports Ctrl and Alt as held with it. */
  readonly altGraph: boolean
}

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'OS']
/** A key whose character is not known yet: a dead key, or one of an input method. */
const UNKNOWN = ['Dead', 'Unidentified', 'Process']

const isAscii = (key: string): boolean => /^[!-~]$/.test(key)
const isLetterOrDigit = (key: string): boolean => /^[a-z0-9]$/i.test(key)
/** Keys such as `Enter` and `F2`. A key may write several characters, as the Arabic `لا` does. */
const isNamed = (key: string): boolean => key === ' ' || /^[A-Z][A-Za-z0-9]+$/.test(key)

export function pressOf(event: KeyboardEvent, system: System): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  // A Mac has no AltGr. Ctrl and Alt do the same on Windows, which not every browser says.
  const isAltGraph = event.getModifierState?.('AltGraph') ?? false
  const writes = ctrlKey && altKey && !isNamed(key) && !isLetterOrDigit(key)
  const altGraph = system !== 'mac' && (isAltGraph || (system === 'windows' && writes))
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph }
}

/** Whether the press writes something in a text field, or begins to. No shortcut may take such a press from a field. */
export function writesText(press: KeyPress, system: System): boolean {
  const { key, ctrlKey, metaKey, altKey, altGraph } = press
  if (isNamed(key) && key !== ' ' && !UNKNOWN.includes(key)) return false
  if (altGraph) return true
  // Option writes further letters on a Mac.
  return !ctrlKey && !metaKey && (system === 'mac' || !altKey)
}

/**
 * What a press can mean as a shortcut, in canonical notation, the likeliest first: the key by what it writes, else by
 * its place on a US keyboard. A key that writes a Latin letter always means that letter.
 * @param layout what the keys of this keyboard write, if the browser tells it
 */
export function meaningsOf(press: KeyPress, system: System, layout?: Layout): readonly string[] {
  const { key, code, shiftKey, altGraph } = press
  if (MODIFIERS.includes(key)) return []
  if (isNamed(key) && !UNKNOWN.includes(key)) return [combined(press, system, key === ' ' ? 'Space' : key)]
  const place = placeOf(code, shiftKey)
  const atPlace = place === undefined ? [] : [combined(press, system, place)]
  const written = isAscii(key) ? [key] : []
  const unheld = { ...press, ctrlKey: false, altKey: false }
  if (altGraph) {
    const held = press.ctrlKey && press.altKey ? atPlace : []
    return [...written.map((name) => combined(unheld, system, name)), ...held]
  }
  if (system === 'mac' && press.altKey) {
    const base = layout?.get(code) ?? ''
    const bases = isAscii(base) && (!shiftKey || isLetterOrDigit(base)) ? [combined(press, system, base)] : []
    const signs = written.filter((name) => !isLetterOrDigit(name))
    return [...signs.map((name) => combined({ ...press, altKey: false }, system, name)), ...bases, ...atPlace]
  }
  const isShiftedDigit = shiftKey && /^\d$/.test(key)
  const byWriting = [
    ...written.map((name) => combined(press, system, name)),
    ...(isShiftedDigit ? [combined({ ...press, shiftKey: false }, system, key)] : []),
  ]
  // Letters of another script need their places, also where Shift writes a sign, as on Arabic keyboards.
  if (isKeyOfOtherScript(press, layout)) return [...atPlace, ...byWriting]
  return goesByPlace(press, layout) ? [...byWriting, ...atPlace] : byWriting
}

const isKeyOfOtherScript = ({ key, code }: KeyPress, layout?: Layout): boolean =>
  code.startsWith('Key') && !isLetterOrDigit(key) && layout !== undefined && !isLatin(layout)

/**
 * Whether a key that is no shortcut by what it writes may be one by its place: it writes no Latin letter, and it is a
 * digit's key, or a letter's on a keyboard of another script, or it writes nothing that a shortcut is named by, or it is
 * pressed with Ctrl or Alt and thus not meant as a sign.
 */
function goesByPlace({ key, code, ctrlKey, metaKey, altKey }: KeyPress, layout?: Layout): boolean {
  if (isLetterOrDigit(key)) return false
  if (!isAscii(key) || code.startsWith('Digit')) return true
  if (code.startsWith('Key')) return layout === undefined || !isLatin(layout)
  return ctrlKey || metaKey || altKey
}

function combined(press: KeyPress, system: System, name: string): string {
  const [mod, other] = system === 'mac' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  const held = [
    mod && '$mod',
    other && (system === 'mac' ? 'Control' : 'Meta'),
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ].filter((part) => typeof part === 'string')
  return canonical([...held, name].join('+'))
}
