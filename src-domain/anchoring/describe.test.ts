import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from './describe'
import { find } from './find'

test.each([
  ['a span inside', 'one two three', 4, 7, 'two'],
  ['white space at its ends left out', 'one  two \n three', 3, 10, 'two'],
  ['the whole text', 'one', 0, 3, 'one'],
  ['ends beyond the text pulled in', 'one two', 4, 99, 'two'],
  ['a start that cuts a pair moved before it', 'a🧭b', 2, 4, '🧭b'],
  ['an end that cuts a pair moved behind it', 'a🧭b', 0, 2, 'a🧭'],
  ['a span across blocks', 'The end.\n\nA heading\n\nThe next', 4, 24, 'end.\n\nA heading\n\nThe'],
  ['no-break spaces at its ends left out', 'one\u00a0two\u00a0three', 3, 8, 'two'],
])('a passage is described: %s', (_case, text, start, end, exact) => {
  expect(describe(text, start, end)).toMatchObject({ exact, start: text.indexOf(exact) })
})

test.each([
  ['nothing selected', 'one two', 3, 3],
  ['only white space', 'one \n\t two', 3, 7],
  ['start after end', 'one two', 5, 2],
  ['behind the text', 'one', 8, 12],
  ['an empty text', '', 0, 0],
])('there is no passage: %s', (_case, text, start, end) => {
  expect(describe(text, start, end)).toBeUndefined()
})

test('the context has up to 64 units on each side', () => {
  const text = `${'a'.repeat(100)}WORD${'b'.repeat(30)}`
  expect(describe(text, 100, 104)).toMatchObject({ prefix: 'a'.repeat(64), suffix: 'b'.repeat(30) })
})

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\n', '🧭', '👩‍🚀', 'é'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 300,
})

test('P7 a passage has the words at its place, splits no surrogate pair, and is found there exactly', () => {
  fc.assert(
    fc.property(anyText, fc.nat({ max: 400 }), fc.nat({ max: 400 }), (text, start, end) => {
      const passage = describe(text, start, end)
      if (!passage) return
      expect(text.slice(passage.start, passage.end)).toBe(passage.exact)
      expect(text.slice(0, passage.start).endsWith(passage.prefix)).toBe(true)
      expect(text.slice(passage.end).startsWith(passage.suffix)).toBe(true)
      for (const words of [passage.exact, passage.prefix, passage.suffix])
        expect(words.isWellFormed()).toBe(true)
      expect(passage.exact.trim()).toBe(passage.exact)
      expect(find(text, passage)).toMatchObject({ state: 'exact', start: passage.start, end: passage.end })
    }),
  )
})

test('the context on each side ends at whole characters', () => {
  const side = 'x'.repeat(63)
  const text = `🧭${side}words${side}🧭`
  const start = 2 + side.length
  expect(describe(text, start, start + 5)).toMatchObject({ exact: 'words', prefix: side, suffix: side })
})
