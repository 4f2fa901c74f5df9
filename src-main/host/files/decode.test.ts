import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode'
import { encodeIn } from './encode'

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('text is decoded, and its encoding named', () => {
  const TEXT = 'Ankara’s “hedging” – 5 € 🧭 עברית'
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(TEXT), TEXT, 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), TEXT, 'UTF-8'],
    ['UTF-16, little endian', utf16(TEXT, false), TEXT, 'UTF-16 (little endian)'],
    ['UTF-16, big endian', utf16(TEXT, true), TEXT, 'UTF-16 (big endian)'],
    ['plain ASCII', Buffer.from('Plain'), 'Plain', 'UTF-8'],
    ['nothing', new Uint8Array(), '', 'UTF-8'],
    [
      'windows-1252, with the quotes and dashes that Latin-1 does not have',
      Uint8Array.of(0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x80, 0x85, 0x8a, 0x9f, 0xe9, 0xff),
      '‘’“”–—€…ŠŸéÿ',
      'windows-1252',
    ],
  ])('%s', (_case, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding })
  })

  test('damage after a byte order mark is shown and named', () => {
    const damaged = Buffer.concat([Buffer.from('\uFEFFgood '), Uint8Array.of(0xe9), Buffer.from(' good')])
    expect(decode(damaged)).toEqual({ text: 'good \uFFFD good', encoding: 'UTF-8, damaged' })
  })

  test('any well-formed text is decoded from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(Buffer.from(`Words: ${text}`))).toEqual({ text: `Words: ${text}`, encoding: 'UTF-8' })
      }),
    )
  })

  test('in any other encoding, each byte becomes a character, and none becomes U+FFFD', () => {
    const bytes = fc.uint8Array({ min: 0x20, max: 0xff, minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(bytes, (drawn) => {
        const given = Buffer.concat([Buffer.from('x'), drawn])
        const { text, encoding } = decode(given)!
        expect(text.includes('\uFFFD') && !given.includes(Buffer.from('\uFFFD'))).toBe(false)
        if (encoding === 'windows-1252') expect(text).toHaveLength(given.length)
      }),
    )
  })
})

test.each<[string, Uint8Array]>([
  ['a picture', Buffer.concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47), Buffer.alloc(400, 1)])],
  ['nothing but zeros', Buffer.alloc(100)],
  ['a mark before what is no text', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.alloc(100, 2)])],
])('what is not text is told apart: %s', (_case, bytes) => {
  expect(decode(bytes)).toBeUndefined()
})

const SAMPLES: Readonly<Record<string, string>> = {
  Russian: 'Заметка о мосте. Старый мост через реку закрыли ночью, и никто не знает почему.',
  Ukrainian: 'Старий міст через річку зачинили вночі, і ніхто не знає, чому його закрили.',
  Greek: 'Η παλιά γέφυρα πάνω από το ποτάμι έκλεισε χθες το βράδυ και κανείς δεν ξέρει γιατί.',
  Hebrew: 'הגשר הישן מעל הנהר נסגר אתמול בלילה ואיש אינו יודע מדוע הוא נסגר.',
  Arabic: 'أغلق الجسر القديم فوق النهر الليلة الماضية ولا أحد يعرف لماذا أغلق.',
  Turkish:
    'Nehrin üzerindeki eski köprü dün gece kapatıldı ve kimse bunun nedenini bilmiyor. Şehir meclisi bugün görüşecek.',
  Polish:
    'Stary most nad rzeką został zamknięty w nocy i nikt nie wie, dlaczego tak się stało. Żądają odpowiedzi.',
  Japanese: '川にかかる古い橋は昨夜閉鎖されましたが、その理由は誰も知りません。',
  Chinese: '河上的旧桥昨晚被关闭了，没有人知道为什么。市议会今天将讨论这个问题。',
  Traditional: '河上的舊橋昨晚被關閉了，沒有人知道為什麼。市議會今天將討論這個問題。',
  Bulgarian: 'Старият мост над реката беше затворен през нощта и никой не знае защо.',
  Thai: 'สะพานเก่าข้ามแม่น้ำถูกปิดเมื่อคืนนี้ และไม่มีใครรู้ว่าทำไม สภาเมืองจะหารือเรื่องนี้ในวันนี้',
  Korean: '강 위의 오래된 다리가 어젯밤에 폐쇄되었지만 아무도 그 이유를 모릅니다.',
}

test.each([
  ['Russian', 'windows-1251'],
  ['Russian', 'koi8-r'],
  ['Russian', 'iso-8859-5'],
  ['Ukrainian', 'windows-1251'],
  ['Greek', 'iso-8859-7'],
  ['Greek', 'windows-1253'],
  ['Hebrew', 'windows-1255'],
  ['Arabic', 'windows-1256'],
  ['Turkish', 'windows-1254'],
  ['Polish', 'iso-8859-2'],
  ['Japanese', 'shift_jis'],
  ['Japanese', 'euc-jp'],
  ['Chinese', 'gbk'],
  ['Traditional', 'big5'],
  ['Korean', 'euc-kr'],
  ['Russian', 'ibm866'],
  ['Ukrainian', 'koi8-u'],
  ['Bulgarian', 'windows-1251'],
  ['Thai', 'windows-874'],
])('%s in %s is read, and the guess is named', (language, label) => {
  const bytes = encodeIn(label, SAMPLES[language]!)!
  const decoded = decode(bytes)
  expect(decoded?.text).toBe(SAMPLES[language])
  expect(decoded?.encoding).toMatch(/, guessed$/)
  expect(decode(bytes, label)).toEqual({ text: SAMPLES[language], encoding: label })
})

test.each([
  ['Russian', 'windows-1251'],
  ['Ukrainian', 'koi8-u'],
  ['Hebrew', 'windows-1255'],
  ['Arabic', 'windows-1256'],
  ['Turkish', 'windows-1254'],
  ['Polish', 'windows-1250'],
  ['Thai', 'windows-874'],
  ['Japanese', 'shift_jis'],
  ['Korean', 'euc-kr'],
])('%s in %s is read below a letter in English as well', (language, label) => {
  const text = `${'Dear all, the words below came in the mail of this morning from the council. '.repeat(3)}\n\n${SAMPLES[language]!}\n`
  expect(decode(encodeIn(label, text)!)?.text).toBe(text)
})

test('Japanese mail is read, in which escape characters switch between scripts', () => {
  const bytes = Buffer.from('\x1b$B5D2q$O\x1b(B yes.', 'latin1')
  expect(decode(bytes)).toEqual({ text: '議会は yes.', encoding: 'iso-2022-jp, guessed' })
})

test.each([
  'Le conseil a décidé de fermer le pont après l’été, déjà vieux.',
  'Die Brücke über den Fluß ist für Fußgänger geschlossen.',
  'El año pasado el señor Núñez cruzó el puente.',
  '“Quoted” words — and a naïve coöperation, £5 for a façade.',
  'Naïve',
  'Broen over åen blev lukket i går, og ingen ved hvorfor.',
  'Il ponte è stato chiuso perché è vecchio.',
])('a Western text stays windows-1252: %s', (text) => {
  expect(decode(encodeIn('windows-1252', text)!)).toEqual({ text, encoding: 'windows-1252' })
})

test.each([
  ['utf-16le', 'Ankara signed for the S-400.', false],
  ['utf-16be', 'Ankara signed for the S-400.', true],
  ['utf-16le', SAMPLES['Russian']!, false],
  ['utf-16le', `${SAMPLES['Japanese']!}\n`, false],
  ['utf-16be', SAMPLES['Japanese']!, true],
  ['utf-16le', SAMPLES['Chinese']!, false],
  ['utf-16be', `${SAMPLES['Traditional']!}\r\n`, true],
  ['utf-16be', SAMPLES['Korean']!, true],
  ['utf-16le', '🧭🧭🧭 words', false],
])('UTF-16 without a mark is read: %s', (label, text, big) => {
  const bytes = Buffer.from(text, 'utf16le')
  expect(decode(big ? bytes.swap16() : bytes)).toEqual({ text, encoding: `${label}, guessed` })
})

test('P a text is encoded as it was decoded', () => {
  const bytes = fc.uint8Array({ min: 0, max: 0xff, maxLength: 60 })
  fc.assert(
    fc.property(bytes, fc.constantFrom('windows-1252', 'koi8-r', 'windows-1251'), (drawn, label) => {
      const text =
        label === 'windows-1252' ? decode(drawn, label)!.text : new TextDecoder(label).decode(drawn)
      expect(encodeIn(label, text)).toEqual(new Uint8Array(drawn))
    }),
  )
})
