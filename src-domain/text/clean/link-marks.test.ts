import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markLink, unmarked, withoutMarks } from './link-marks'

const A = 'https://example.org/a'

test('a marked link survives changes of white space', () => {
  const marked = `see  ${markLink('\n the   ministry ', A)} for`.replace(/\s+/g, ' ')
  expect(unmarked(marked)).toEqual({
    text: 'see the ministry for',
    links: [{ start: 4, end: 16, address: A }],
  })
})

test('a link over two lines is two links, and one without words is none', () => {
  expect(unmarked(markLink('one\n\ntwo', A)).links).toEqual([
    { start: 0, end: 3, address: A },
    { start: 5, end: 8, address: A },
  ])
  expect(markLink(' \n ', A)).toBe(' \n ')
})

test('of links in one another the inner one counts', () => {
  expect(unmarked(markLink(`a ${markLink('b', A)} c`, 'https://example.org/outer'))).toEqual({
    text: 'a b c',
    links: [{ start: 2, end: 3, address: A }],
  })
})

test('taking the marks out gives the words back, and links are in order within them', () => {
  const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '🧭', '\uFDD0', '\uFDD2'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.boolean()), { maxLength: 8 }), (parts) => {
      const clean = parts.map(([text, linked]) => [withoutMarks(text), linked] as const)
      const { text, links } = unmarked(
        clean.map(([part, linked]) => (linked ? markLink(part, A) : part)).join(''),
      )
      expect(text).toBe(clean.map(([part]) => part).join(''))
      let last = 0
      for (const { start, end } of links) {
        expect([start >= last, end > start, end <= text.length]).toEqual([true, true, true])
        last = end
      }
    }),
  )
})
