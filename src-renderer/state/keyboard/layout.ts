/** What the keys of a keyboard write without modifiers, by their `code`, as `navigator.keyboard.getLayoutMap` tells. */
export type Layout = ReadonlyMap<string, string>

/** The signs of a US keyboard, without and with Shift. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
}

/** What a US keyboard has at a place, for a sign with or without Shift; undefined for keys that write nothing there. */
export function placeOf(code: string, shift: boolean): string | undefined {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? []
  return letter?.toLowerCase() ?? digit ?? SIGNS[code]?.[shift ? 1 : 0]
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `Key${letter.toUpperCase()}`)
const CODES = [...LETTERS, ...[...'0123456789'].map((digit) => `Digit${digit}`), ...Object.keys(SIGNS)]

/** Whether a keyboard writes Latin letters without a modifier. */
export const isLatin = (layout: Layout): boolean => [...layout.values()].includes('a')

/**
 * The key to press for a shortcut's character, as it is printed: the one at its place, if no key writes the character.
 * Undefined if one does, and for signs that need Shift or AltGr, because the layout does not tell where they are.
 * @param held whether Ctrl, Command or Alt is pressed with it
 */
export function capOf(character: string, layout: Layout, held: boolean): string | undefined {
  const code = CODES.find((each) => placeOf(each, false) === character)
  const written = layout.get(code ?? '')
  if (code === undefined || written === undefined || /^[a-z0-9]$/i.test(written)) return undefined
  if ([...layout.values()].includes(character)) return undefined
  const isOtherLetter = code.startsWith('Key') && !isLatin(layout)
  const isTaken = !/^[!-~]$/.test(written) || code.startsWith('Digit') || isOtherLetter || held
  return isTaken ? written.toUpperCase() : undefined
}
