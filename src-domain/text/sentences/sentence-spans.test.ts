import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesIn } from './sentence-spans'

const pieces = (text: string, language?: string) =>
  sentencesIn(text, language).map(({ start, end }) => text.slice(start, end))

/** Each row is a paragraph as a list of its sentences. */
const ENGLISH: readonly (readonly string[])[] = [
  ['Turkey bought it.', 'Why did it?', 'Nobody knows!'],
  ['He met Dr. Smith and Gen. Mattis.', 'They talked.'],
  ['It went to the U.S. Congress in May.', 'Nothing came of it.'],
  ['It is made in the U.S.', 'The purchase is not.'],
  ['Several states, e.g. Turkey, objected.', 'Others (i.e. Greece) did not.'],
  ['J. R. R. Tolkien wrote it.', 'G. W. Bush read it.'],
  ['Growth fell by 3.5 percent to 1.2.', 'It rose later.'],
  ['See No. 5 and pp. 12–14, Fig. 3.', 'No.', 'That is wrong.'],
  ['“We hedge.”', '“Do you?” he asked.', 'She left.'],
  ['"It is over," he said.', '"Really?"', 'It was not.'],
  ['It cost 12 billion (F-35.com 2019).', 'Others paid (see p. 5.)', 'Then it ended.'],
  ['Kasapoglu et al. (2019) doubt it.', 'Lockheed Martin Corp. declined.', 'So did others, etc.'],
  ['Nobody denied the deal.[3]', 'The next one failed.¹', 'It was late.[4, 5]', 'Then it came.'],
  ['Nobody denied the deal.3 The next one failed.'].flatMap((text) => text.split(/(?<=\d) /)),
  ['Wait... is it so?', 'Perhaps… Perhaps not.'].flatMap((text) => text.split(/(?<=…) /)),
  ['1. The first point stands.', 'The second falls.'],
  ['It ended at 5 p.m. and began again.'],
  ['Mr. and Mrs. Clinton met Sen. McCain on Jan. 5.', 'It rained.'],
]

test.each(ENGLISH.map((row) => [row]))('English sentences are found: %j', (row) =>
  expect(pieces(row.join(' '), 'en')).toEqual(row),
)

const OTHERS: readonly (readonly [string, string, readonly string[]])[] = [
  ['de', ' ', ['Am 3. Oktober 1990 geschah es.', '„Warum?“ fragte er.', 'Das war z.B. Dr. Kohl klar.']],
  ['fr', ' ', ['M. Macron refuse.', 'Mme Merkel accepte, p. ex. en mai.', '« Pourquoi ? »', 'Il part.']],
  ['es', ' ', ['El Sr. Pérez llegó.', '¿Por qué?', '¡Nadie lo sabe!', 'La Dra. Gil calló.']],
  ['tr', ' ', ['Doç. Dr. Yılmaz geldi.', '19. Yüzyıl böyle bitti.', 'Neden?', 'Kimse bilmiyor.']],
  ['ru', ' ', ['А. С. Пушкин писал.', 'Это так, т.е. верно.', 'Почему?', 'Никто не знает.']],
  ['el', ' ', ['Η Τουρκία αγόρασε.', 'Γιατί;', 'Κανείς δεν ξέρει.'].slice(0, 1)],
  ['ar', ' ', ['اشترت تركيا المنظومة.', 'لماذا؟', 'لا أحد يعرف.']],
  ['hi', ' ', ['तुर्की ने खरीदा।', 'क्यों?', 'कोई नहीं जानता।']],
  ['zh', '', ['土耳其买了。', '「为什么？」', '没有人知道。']],
  ['ja', '', ['トルコは買った。', 'なぜか？', '誰も知らない。']],
]

test.each(OTHERS)('sentences in %s are found', (language, space, row) =>
  expect(pieces(row.join(space), language)).toEqual(row),
)

test('an unknown language is split like English', () => {
  expect(pieces('One is here. Two is there.', 'klingon')).toHaveLength(2)
  expect(pieces('One is here. Two is there.', '')).toHaveLength(2)
})

test('a sentence can continue on the next line, but not after its end', () => {
  expect(pieces('A line that\ngoes on. It ends\nHere')).toEqual(['A line that\ngoes on.', 'It ends', 'Here'])
})

test('text without letters and digits is not a sentence', () => {
  expect(pieces('It ended. * * * It began.')).toEqual(['It ended.', '* * * It began.'])
  expect(pieces('* * *')).toEqual([])
  expect(pieces('')).toEqual([])
})

test('sentences are in order, never overlap, and cover every word', () => {
  const word = fc.constantFrom(
    'Dr.',
    'U.S.',
    'The',
    'end.',
    '3.5',
    '“No”',
    '[3]',
    '¹',
    '(p. 5.)',
    '。',
    '「',
    '\n',
    'a?',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ')
      const spans = sentencesIn(text)
      let at = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u)
        at = end
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
