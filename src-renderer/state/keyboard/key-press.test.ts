import { describe, expect, test } from 'vitest'
import { ACTIONS } from '../actions/actions'
import { canonical, labelOf } from '../actions/keys'
import { meaningsOf, pressOf, writesText, type KeyPress, type System } from './key-press'
import { capOf, isLatin } from './layout'
import { LAYOUTS, type TestLayout } from '../testing/layouts'

const SYSTEMS = ['mac', 'windows', 'linux'] as const

interface Held {
  readonly shift?: boolean
  /** AltGr, or Option on a Mac. */
  readonly third?: boolean
  readonly mod?: boolean
  readonly alt?: boolean
}

/** The event of a key on a keyboard, as Chromium tells it. */
function press(layout: TestLayout, system: System, code: string, held: Held): KeyPress {
  const { shift = false, third = false, mod = false, alt = false } = held
  const isMac = system === 'mac'
  const level = shift ? layout.shifted : layout.plain
  // Option writes something with nearly every key.
  const onThird = (shift && isMac ? undefined : layout.third.get(code)) ?? (isMac ? '¬' : undefined)
  const key = (third || (isMac && alt) ? onThird : undefined) ?? level.get(code)!
  return {
    key,
    code,
    shiftKey: shift,
    ctrlKey: (mod && !isMac) || (third && system === 'windows'),
    metaKey: mod && isMac,
    altKey: alt || (third && system !== 'linux'),
    altGraph: third && !isMac,
  }
}

const KEYS = new Set(ACTIONS.flatMap(({ keys }) => keys).map(canonical))
/** Keys that write a character, which differ between keyboards. */
const CHARACTERS = [...KEYS].filter((key) => /(?:^|\+)[!-~]$/.test(key))

/** The first shortcut that a press means. */
const meant = (pressed: KeyPress, system: System, layout?: TestLayout) =>
  meaningsOf(pressed, system, layout?.plain).find((key) => KEYS.has(key))

/** All shortcuts that can be pressed on a keyboard. */
function reachable(layout: TestLayout, system: System): ReadonlySet<string | undefined> {
  const flags = [false, true]
  const held = flags.flatMap((shift) =>
    flags.flatMap((third) => flags.flatMap((mod) => flags.map((alt) => ({ shift, third, mod, alt })))),
  )
  return new Set(
    [...layout.plain.keys()].flatMap((code) =>
      held.map((each) => meant(press(layout, system, code, each), system, layout)),
    ),
  )
}

describe.each(Object.entries(LAYOUTS))('on a %s keyboard', (_name, layout) => {
  test.each(SYSTEMS)('every shortcut can be pressed (%s)', (system) => {
    // Where Option writes a sign that is a shortcut itself, it is that one.
    const signs =
      system === 'mac'
        ? [...layout.third].flatMap(([code, sign]) => [
            `Alt+${sign}`,
            `Alt+${layout.plain.get(code)}`,
            `Alt+${code.replace('Digit', '')}`,
          ])
        : []
    const there = reachable(layout, system)
    // On the keys of another script, the shortcut of the letter at that place comes before a sign that the key writes.
    const onLetters = isLatin(layout.plain)
      ? []
      : [...layout.plain, ...layout.shifted].flatMap(([code, sign]) => (code.startsWith('Key') ? [sign] : []))
    const yields = new Set([...signs, ...onLetters])
    const unreachable = CHARACTERS.filter((key) => !yields.has(key) && !there.has(key))
    expect(unreachable).toEqual([])
  })

  test.each(SYSTEMS)('no press that writes something is taken from a field (%s)', (system) => {
    for (const code of layout.plain.keys())
      for (const shift of [false, true])
        for (const third of [false, true])
          expect(writesText(press(layout, system, code, { shift, third }), system)).toBe(true)
  })

  test('a Latin letter means itself', () => {
    for (const [code, letter] of layout.plain)
      if (/^[a-z]$/.test(letter))
        expect(meaningsOf(press(layout, 'linux', code, {}), 'linux', layout.plain)).toEqual([letter])
  })

  test('the key that is shown for a shortcut is one that does it', () => {
    for (const key of CHARACTERS.filter((each) => !each.includes('alt+') && !each.includes('Alt+'))) {
      const name = key.at(-1)!
      const isHeld = key.includes('$mod')
      const cap = capOf(name, layout.plain, isHeld)
      if (cap === undefined) continue
      const shift = key.includes('Shift+')
      const did = [...layout.plain]
        .filter(([, written]) => written.toUpperCase() === cap)
        .map(([code]) => meant(press(layout, 'linux', code, { mod: isHeld, shift }), 'linux', layout))
      expect(did).toContain(key)
    }
  })
})

test.each([
  ['F04 Russian Ctrl Z', { key: 'я', code: 'KeyZ', ctrlKey: true }, 'windows', '$mod+z'],
  ['F04 Russian N', { key: 'т', code: 'KeyN' }, 'linux', 'n'],
  ['F05 French 1', { key: '&', code: 'Digit1' }, 'windows', '1'],
  ['F05 French Shift 1', { key: '1', code: 'Digit1', shiftKey: true }, 'windows', '1'],
  ['F05 French full stop', { key: '.', code: 'Comma', shiftKey: true }, 'windows', '.'],
  ['F05 French slash', { key: '/', code: 'Period', shiftKey: true }, 'windows', '/'],
  ['F06 Option L in German', { key: '@', code: 'KeyL', altKey: true }, 'mac', 'Alt+l'],
  [
    'F07 AltGr 8 in German',
    { key: '[', code: 'Digit8', altGraph: true, ctrlKey: true, altKey: true },
    'windows',
    '[',
  ],
  ['F07 AltGr 8 without Ctrl', { key: '[', code: 'Digit8', altGraph: true }, 'windows', '['],
  ['AltGr N in Polish', { key: 'ń', code: 'KeyN', altGraph: true }, 'linux', undefined],
  ['Q in French, at the place of A', { key: 'q', code: 'KeyA' }, 'linux', 'q'],
  ['a dead key with Option', { key: 'Dead', code: 'KeyI', altKey: true }, 'mac', 'Alt+i'],
  ['a digit of the number block', { key: '1', code: 'Numpad1' }, 'linux', '1'],
  ['CapsLock', { key: 'J', code: 'KeyJ' }, 'linux', 'j'],
  ['Shift itself', { key: 'Shift', code: 'ShiftLeft', shiftKey: true }, 'linux', undefined],
] as const)('%s', (_name, pressed, system, key) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false }
  expect(meant({ ...none, ...pressed }, system)).toBe(key === undefined ? undefined : canonical(key))
})

test('Ctrl and Alt are AltGr on Windows if they write a sign', () => {
  const event = (key: string) =>
    ({
      key,
      code: 'KeyQ',
      ctrlKey: true,
      altKey: true,
      getModifierState: () => false,
    }) as unknown as KeyboardEvent
  expect(pressOf(event('@'), 'windows').altGraph).toBe(true)
  expect(pressOf(event('n'), 'windows').altGraph).toBe(false)
  expect(pressOf(event('@'), 'linux').altGraph).toBe(false)
})

test.each([
  ['1', 'French', '&'],
  ['1', 'Czech', '+'],
  ['$mod+z', 'Russian', 'Ctrl Я'],
  ['z', 'Hebrew', 'ז'],
  ['[', 'German', 'Ü'],
  ['Shift+{', 'German', '{'],
  ['Shift+?', 'German', '?'],
  ['j', 'German', 'J'],
  ['F1', 'Russian', 'F1'],
])('%s is shown on a %s keyboard as %s', (key, name, label) =>
  expect(labelOf(key, false, LAYOUTS[name]!.plain)).toBe(label),
)
