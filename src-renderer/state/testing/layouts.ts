import type { Layout } from '../keyboard/layout'

/** The keys of four rows, from left to right. */
const CODES = [
  ['Backquote', ...[...'1234567890'].map((digit) => `Digit${digit}`), 'Minus', 'Equal'],
  [...[...'QWERTYUIOP'].map((letter) => `Key${letter}`), 'BracketLeft', 'BracketRight'],
  [...[...'ASDFGHJKL'].map((letter) => `Key${letter}`), 'Semicolon', 'Quote', 'Backslash'],
  [...[...'ZXCVBNM'].map((letter) => `Key${letter}`), 'Comma', 'Period', 'Slash'],
].flat()

/** What the keys write without a modifier, with Shift, and with AltGr or Option. */
export interface TestLayout {
  readonly plain: Layout
  readonly shifted: Layout
  readonly third: Layout
}

/** In the rows, † stands for a dead key and ‡ for a key that writes two letters. */
function layout(plain: string, shifted: string, third: Record<string, string> = {}): TestLayout {
  const rows = (text: string) =>
    new Map(
      [...text.replaceAll('\n', '')].map((each, index) => [
        CODES[index]!,
        each === '†' ? 'Dead' : each === '‡' ? 'لا' : each,
      ]),
    )
  return { plain: rows(plain), shifted: rows(shifted), third: new Map(Object.entries(third)) }
}

const US = [
  "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
  '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?',
] as const

/** Ten keyboard layouts, for tests. */
export const LAYOUTS: Readonly<Record<string, TestLayout>> = {
  'US English': layout(...US),
  German: layout(
    '†1234567890ß†qwertzuiopü+asdfghjklöä#yxcvbnm,.-',
    '°!"§$%&/()=?†QWERTZUIOPÜ*ASDFGHJKLÖÄ\'YXCVBNM;:_',
    { Digit7: '{', Digit8: '[', Digit9: ']', Digit0: '}', KeyQ: '@', KeyE: '€', KeyL: '@', KeyM: 'µ' },
  ),
  French: layout(
    '²&é"\'(-è_çà)=azertyuiop†$qsdfghjklmù*wxcvbn,;:!',
    '²1234567890°+AZERTYUIOP†£QSDFGHJKLM%µWXCVBN?./§',
    { Digit4: '{', Digit5: '[', Minus: ']', Equal: '}', Digit0: '@', KeyE: '€' },
  ),
  Czech: layout(
    ';+ěščřžýáíé=†qwertzuiopú)asdfghjklů§†yxcvbnm,.-',
    '°1234567890%†QWERTZUIOP/(ASDFGHJKL"!\'YXCVBNM?:_',
    { KeyF: '[', KeyG: ']', KeyB: '{', KeyN: '}', KeyV: '@' },
  ),
  Spanish: layout(
    "º1234567890'¡qwertyuiop†+asdfghjklñ†çzxcvbnm,.-",
    'ª!"·$%&/()=?¿QWERTYUIOP†*ASDFGHJKLÑ†ÇZXCVBNM;:_',
    { BracketLeft: '[', BracketRight: ']', Quote: '{', Backslash: '}', Digit2: '@' },
  ),
  Polish: layout(...US, {
    ...{ KeyN: 'ń', KeyO: 'ó', KeyL: 'ł', KeyE: 'ę', KeyA: 'ą', KeyS: 'ś', KeyZ: 'ż', KeyX: 'ź', KeyC: 'ć' },
  }),
  Russian: layout(
    'ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.',
    'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,',
  ),
  Greek: layout(
    "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ†'\\ζχψωβνμ,./",
    '~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ†"|ΖΧΨΩΒΝΜ<>?',
  ),
  Hebrew: layout(
    ";1234567890-=/'קראטוןםפ][שדגכעיחלךף,\\זסבהנמצתץ.",
    '~!@#$%^&*)(_+QWERTYUIOP}{ASDFGHJKL:"|ZXCVBNM><?',
  ),
  Arabic: layout(
    'ذ1234567890-=ضصثقفغعهخحجدشسيبلاتنمكط\\ئءؤر‡ىةوزظ',
    '\u0651!@#$%^&*)(_+\u064e\u064b\u064f\u064c‡إ`÷×؛<>\u0650\u064d][‡أـ،/:"|~\u0652}{‡آ\',.؟',
  ),
}
