import { describe, expect, it } from 'vitest'
import type { PositionedLine } from './positioned'
import { type Document } from './read-paged-text'
import { BODY, column, read, REST } from './testing/paged'

const WIDTH = 300

/** A page with a head, a body and a foot. */
const page = (number: number, body: readonly string[]) => [
  ...column(number, [{ text: `Annals of the Harbour, ${number} June`, y: 40, size: 8 }]),
  ...column(number, body),
  ...column(number, [{ text: String(300 + number), y: 500, size: 8, x: 190 }]),
]

describe('a line at the edge of pages', () => {
  it('is set aside if it recurs, ignoring numbers, and page numbers are recognised', () => {
    const { pieces } = read([...page(1, BODY), ...page(2, REST)])
    expect(pieces).toEqual([
      '1 furniture (running head): Annals of the Harbour, 1 June',
      `1 paragraph: ${BODY.join(' ')}`,
      '1 furniture (page number): 301',
      '2 furniture (running head): Annals of the Harbour, 2 June',
      `2 paragraph: ${REST.join(' ')}`,
      '2 furniture (page number): 302',
    ])
  })

  it('stays in the text if it occurs once, or at different places', () => {
    const [first, second] = ['Annals of the Harbour', 'annals of the harbour']
    const moved = [
      ...column(1, [{ text: first, y: 40 }, ...BODY]),
      ...column(2, [{ text: second, y: 60 }, ...REST]),
    ]
    expect(read(moved).pieces.filter((piece) => piece.includes('furniture'))).toEqual([])
  })

  it('is set aside if a browser printed it, with date and page count', () => {
    const printed = [
      ...column(1, [{ text: '3/5/24, 10:00 AM', y: 20, size: 8 }]),
      ...column(1, [{ text: 'A title of the window', y: 20, size: 8, x: 200, column: 1 }]),
      ...column(1, BODY),
      ...column(1, [{ text: 'https://example.org/a 1/1', y: 700, size: 8 }]),
    ]
    expect(read(printed).pieces).toEqual([
      '1 furniture (running head): 3/5/24, 10:00 AM',
      '1 furniture (running head): A title of the window',
      `1 paragraph: ${BODY.join(' ')}`,
      '1 furniture (running foot): https://example.org/a 1/1',
    ])
  })
})

describe('a paragraph', () => {
  it('continues across columns and pages, with words rejoined at the break', () => {
    const left = column(1, [
      ...BODY.slice(0, 2),
      'hand, as the harbour-master of those days did, and the fig-',
    ])
    const right = column(1, ['ures lean towards the sea.']).map((line) => ({
      ...line,
      column: 1,
      x: 400,
      right: 530,
    }))
    expect(read([...left, ...right]).pieces).toEqual([
      `1 paragraph: ${BODY.slice(0, 2).join(' ')} hand, as the harbour-master of those days did, and the figures lean towards the sea.`,
    ])
    const pages = [
      ...page(
        1,
        left.map(({ text }) => text),
      ),
      ...page(2, ['ures lean towards the sea.', ...REST.slice(0, 2)]),
    ]
    expect(read(pages).pieces[1]).toMatch(/^1 paragraph: The ledger.*the figures lean towards the sea\. His/)
  })

  it('continues after a sentence that ends with the page, if others begin with an indent and this one does not', () => {
    const indented = { text: 'It was the custom of the place, and nobody asked why so.', x: 62 }
    const full = { text: 'The last line of this page is as full as a line can be.', right: 50 + WIDTH }
    const flowing = (first: Partial<PositionedLine>) => [
      ...column(1, [...BODY, indented, ...BODY.slice(0, 2), 'hand.', indented, BODY[0]!, BODY[1]!, full]),
      ...column(2, [
        { text: 'The next page begins a sentence and goes on with it for', ...first },
        'one more line.',
      ]),
    ]
    expect(read(flowing({})).pieces.at(-1)).toMatch(/^1 paragraph: It was.*can be\. The next page/)
    expect(read(flowing({ x: 62 })).pieces.at(-1)).toMatch(/^2 paragraph: The next page/)
  })

  it('ends at a gap that is wider than the line spacing', () => {
    const lines = [...column(1, BODY), ...column(1, REST).map((line) => ({ ...line, y: line.y + 44 }))]
    expect(read(lines).pieces).toEqual([`1 paragraph: ${BODY.join(' ')}`, `1 paragraph: ${REST.join(' ')}`])
  })
})

describe('small letters at the foot of a column', () => {
  const notes = ['1 Report of the council, p. 4, where the', 'sum is given.', '2 The same, p. 9.']
  const small = notes.map((text, index) => ({ text, size: 7.5, y: 160 + index * 9 }))

  it('are notes from the first number or mark on, one block each', () => {
    expect(read([...column(1, BODY), ...column(1, small)]).pieces.slice(1)).toEqual([
      '1 note: 1 Report of the council, p. 4, where the sum is given.',
      '1 note: 2 The same, p. 9.',
    ])
  })

  it('do not split the sentence above them', () => {
    const lines = [...column(1, BODY.slice(0, 2)), ...column(1, small), ...column(2, [BODY[2]!, ...REST])]
    expect(read(lines).pieces[0]).toContain(BODY.join(' '))
  })

  it('are not notes without a number or mark', () => {
    const lines = [
      ...column(1, BODY),
      ...column(1, [{ text: 'Printed by the harbour press.', size: 7.5, y: 180 }]),
    ]
    expect(read(lines).pieces.at(-1)).toMatch(/^1 paragraph: Printed/)
  })
})

describe('larger and bolder letters', () => {
  const under = (y: number) => column(1, BODY).map((line) => ({ ...line, y: line.y + y }))
  const lines = [
    ...column(1, [{ text: 'The two clerks', size: 20, y: 50 }]),
    ...column(1, [{ text: 'By night', size: 14, y: 80 }]),
    ...under(0),
    ...column(1, [{ text: 'What he wrote with', bold: true, y: 150 }]),
    ...under(62),
  ]

  it('are the title and headings, the larger the higher', () => {
    const { title, pieces } = read(lines)
    expect(title).toBe('The two clerks')
    expect(pieces.map((piece) => piece.slice(0, 30))).toEqual([
      '1 title: The two clerks',
      '1 heading2: By night',
      '1 paragraph: The ledger of the',
      '1 heading3: What he wrote with',
      '1 paragraph: The ledger of the',
    ])
  })

  it('have their level from the document’s outline, which also identifies headings in body type', () => {
    const plain = lines.map((line) => ({ ...line, bold: false }))
    const entries = ['The two clerks', 'By night', 'What he wrote with'].map((title, depth) => ({
      title,
      depth,
    }))
    const levels = (outline: Document['outline']) =>
      read(plain, { outline }).pieces.flatMap((piece) => /heading\d/.exec(piece)?.[0] ?? [])
    expect(levels(entries)).toEqual(['heading2', 'heading3'])
    expect(levels(entries.map(({ title }) => ({ title, depth: 3 })))).toEqual(['heading5', 'heading5'])
  })

  it('are not a heading if they form sentences, as in a pull quote', () => {
    const quote = { text: 'The figures lean towards the sea.', size: 16, y: 160 }
    const { pieces } = read([...column(1, BODY), ...column(1, [quote]), ...under(90)])
    expect(pieces.some((piece) => piece.includes('heading'))).toBe(false)
  })
})

describe('the title', () => {
  it('is the document’s own title, even if it starts in small type, not a section or a large formula', () => {
    const lines = column(1, [
      { text: 'ledgers: two clerks and the harbour', size: 14, y: 20 },
      { text: 'that both of them kept', size: 14, y: 44 },
      { text: '1 Opening', size: 14, y: 80 },
      ...BODY,
    ])
    expect(read(lines, { title: 'ledgers: Two Clerks and the Harbour That Both of Them Kept' }).title).toBe(
      'ledgers: two clerks and the harbour that both of them kept',
    )
    expect(read(lines).title).toMatch(/^ledgers: two clerks/)
    expect(read(lines).pieces).toContain('1 heading2: 1 Opening')
    const slogan = column(1, [{ text: 'way to keep your', size: 16, y: 20 }, ...BODY])
    expect(read(slogan).pieces[0]).not.toMatch(/title/)
    const formula = column(1, [{ text: 'the sum s = ab', size: 16, y: 20 }, ...BODY])
    expect(read(formula).pieces[0]).not.toMatch(/title/)
  })

  it('is the heading above the text, not the line above it with the name of a journal', () => {
    const lines = column(1, [
      { text: 'Annals of the Harbour', size: 9, y: 20 },
      { text: 'Two Clerks and a Ledger', bold: true, y: 50 },
      { text: 'Ann Lee', y: 70 },
      ...BODY,
    ])
    expect(read(lines).title).toBe('Two Clerks and a Ledger')
  })
})

it('a note at the foot of a column does not continue in the next column, where the text does', () => {
  const note = { text: '1 The first clerk, whose name is not known in the town,', size: 7, y: 300 }
  const right = column(1, REST).map((line) => ({ ...line, column: 1, x: 400, right: line.right + 350 }))
  const { pieces } = read([...column(1, BODY), ...column(1, [note]), ...right])
  expect(pieces).toContain(`1 note: ${note.text}`)
})
