import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksFit } from '../../document/integrity'
import { article } from '../../testing/build'
import { articleWithLimitedMarks, limitCombiningMarks } from './combining-mark-limit'

const tower = (marks: number) => `a${'\u0301'.repeat(marks)}`

test('a letter can have thirty marks; more are spread over carriers, and none is lost', () => {
  for (const text of ['', 'plain', tower(30), 'ก็้ ที่', 'क्षि', '👩‍👩‍👧‍👦'])
    expect(limitCombiningMarks(text)).toBe(text)
  expect(limitCombiningMarks(tower(31))).toBe(`${tower(30)}\u25cc\u0301`)
  expect(limitCombiningMarks(tower(60))).toBe(`${tower(30)}\u25cc${'\u0301'.repeat(30)}`)
  const broken = limitCombiningMarks(tower(100_000))
  expect(broken.replaceAll('\u25cc', '')).toBe(tower(100_000))
  expect(broken).not.toMatch(/\p{M}{31}/u)
})

test('every block keeps its words, whatever their marks, and the report counts them', () => {
  const words = fc.array(fc.oneof(fc.nat(130).map(tower), fc.constant('𐨿'.repeat(40)), fc.constant('word ')), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const given = article('Towers', ...paragraphs.map((each) => each.join('').trim() || 'x'))
      const made = articleWithLimitedMarks(given)
      expect(blocksFit(made)).toBe(true)
      given.blocks.forEach(({ start, end }, at) => {
        const { start: from, end: to } = made.blocks[at]!
        expect(made.text.slice(from, to)).toBe(limitCombiningMarks(given.text.slice(start, end)))
      })
      expect(made.report).toHaveLength(made.text === given.text ? 0 : 1)
    }),
  )
})
