import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksFit } from '../../document/integrity'
import { readTexCodes } from '../clean/tex-codes'
import { BODY, column, read, REST } from './testing/paged'

describe('a block in the middle of a page', () => {
  it('is text if it is set like the text, and a pull quote if it is set off, when its words recur', () => {
    const said = 'His colleague kept it by day, and wrote so small that the pages of a summer fill a drawer.'
    const again = ['As one clerk put it: His colleague kept it by day,', said.slice(30) + ' Then he left.']
    const small = column(1, [
      ...BODY,
      { text: said, y: 160 },
      ...again.map((text, at) => ({ text, y: 190 + at * 12 })),
    ])
    expect(read(small).pieces).toContain(`1 paragraph: ${said}`)
    const large = small.map((line) => (line.text === said ? { ...line, size: 14 } : line))
    expect(read(large).pieces).toContain(`1 pull-quote (repeats words of the article): ${said}`)
  })

  it('is not a page number, even if it is only a number', () => {
    const { pieces } = read(
      column(1, [
        ...BODY.slice(0, 2),
        { text: '2', y: 140 },
        ...REST.map((text, at) => ({ text, y: 160 + at * 12 })),
      ]),
    )
    expect(pieces.some((piece) => piece.includes('page number'))).toBe(false)
  })

  it('is not a running foot if it ends a sentence, even if it recurs at the foot of pages', () => {
    const caption = [
      'Figure: what the two clerks wrote in a year, by the day',
      'shown for the night clerk alone, as far as it is known.',
    ]
    const pages = [1, 2].flatMap((number) => [
      ...column(number, number === 1 ? BODY : REST),
      ...column(
        number,
        caption.map((text, at) => ({
          text: at === 0 ? `${text} ${'ab'[number - 1]!}` : text,
          y: 400 + at * 12,
        })),
      ),
    ])
    expect(read(pages).pieces.some((piece) => piece.includes('running'))).toBe(false)
  })
})

it('lines that are already set aside keep their reason', () => {
  const lines = column(1, [...BODY, { text: 'stamp', y: 300 }])
  const { pieces } = read(lines, { setAside: new Map([[lines[3]!, 'printed sideways']]) })
  expect(pieces[1]).toBe('1 furniture (printed sideways): stamp')
})

it('whatever the lines, blocks fit the text, pages are kept, and no letter is lost or invented', () => {
  const line = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.lorem({ mode: 'sentences', maxCount: 1 }),
    ),
    page: fc.integer({ min: 1, max: 3 }),
    column: fc.nat(2),
    x: fc.integer({ min: 0, max: 400 }),
    right: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 800 }),
    size: fc.integer({ min: 1, max: 30 }),
    bold: fc.boolean(),
  })
  const letters = (text: string) =>
    [...text.toWellFormed().matchAll(/[\p{L}\p{N}]/gu)].map(String).sort().join('')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (given) => {
      const lines = given.sort((one, other) => one.page - other.page)
      const { text, blocks } = read(lines)
      expect(blocksFit({ text, blocks })).toBe(true)
      expect(blocks.every(({ page: number }) => number !== undefined && number >= 1)).toBe(true)
      expect(letters(text)).toBe(letters(lines.map((each) => readTexCodes(each.text).text).join('\n')))
    }),
  )
})
