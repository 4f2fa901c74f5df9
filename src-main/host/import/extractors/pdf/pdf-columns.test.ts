import { describe, expect, test } from 'vitest'
import { columnsOf } from './pdf-columns'
import { joinPieces, type Fragment, type PlacedText } from './pdf-fragments'

const place = (text: string, x: number, y: number, width: number, size = 10): PlacedText => ({
  text,
  x,
  y,
  width,
  size,
  font: 'a',
  rightToLeft: false,
})
const fragment = (text: string, x: number, y: number, width: number): Fragment =>
  joinPieces([place(text, x, y, width)])[0]!

/** Two columns of full lines from a height on, each line with its column and number. */
const twoColumns = (from: number, count = 12): Fragment[] =>
  Array.from({ length: count }, (_, row) => [
    fragment(`left ${row}`, 60, from + row * 12.5, 225),
    fragment(`right ${row}`, 310, from + 4 + row * 12.5, 225),
  ]).flat()
const numbered = (name: string, count = 12) => Array.from({ length: count }, (_, row) => `${name} ${row}`)

const read = (fragments: readonly Fragment[]) =>
  columnsOf(fragments).map((column) =>
    [...column].sort((one, other) => one.y - other.y || one.x - other.x).map(({ text }) => text),
  )

describe('columns are read one after the other', () => {
  test('below a wide listing that is most of the page', () => {
    const listing = Array.from({ length: 24 }, (_, row) =>
      fragment(`code ${row}`, 60, 70 + row * 11, row % 5 === 4 ? 90 : 380),
    )
    const columns = read([...listing, ...twoColumns(360, 10)])
    expect(columns.flat().slice(-20)).toEqual([...numbered('left', 10), ...numbered('right', 10)])
    expect(columns.flat().slice(0, 24)).toEqual(numbered('code', 24))
  })

  test('above and below a wide figure with labels', () => {
    const labels = [80, 190, 250, 305, 420, 130].map((x, row) =>
      fragment(`label ${row}`, x, 260 + row * 17, 30),
    )
    const caption = fragment('Figure 1. What the figure shows', 60, 380, 470)
    const columns = read([...twoColumns(70, 12), ...labels, caption, ...twoColumns(410, 12)])
    const words = columns.flat().filter((text) => /^(?:left|right)/.test(text))
    const both = [...numbered('left'), ...numbered('right')]
    expect(words).toEqual([...both, ...both])
  })

  test('three of them, whose lines are at different heights', () => {
    const three = Array.from({ length: 14 }, (_, row) =>
      ['one', 'two', 'three'].map((name, at) =>
        fragment(`${name} ${row}`, 50 + at * 170, 70 + at * 5 + row * 12.5, 152),
      ),
    ).flat()
    expect(read(three)).toEqual(['one', 'two', 'three'].map((name) => numbered(name, 14)))
  })

  test('not at a river, where the spaces of justified lines stand below one another by chance', () => {
    const starts = [142, 135, 154, 142, 140, 182, 141]
    const lines = starts.flatMap((x, row) => [
      fragment(`first ${row}`, 60, 70 + row * 12.5, x - 70),
      fragment(`second ${row}`, x, 70 + row * 12.5, 285 - x),
    ])
    expect(read(lines)).toHaveLength(1)
  })

  test('the rows of a sparse table above them are read across', () => {
    const table = Array.from({ length: 6 }, (_, row) => [
      fragment(`row ${row}`, 60, 80 + row * 14, 40),
      fragment(`${row}1`, 200, 80 + row * 14, 15),
      ...(row % 2 ? [fragment(`${row}2`, 380, 80 + row * 14, 15)] : []),
      fragment(`${row}3`, 470, 80 + row * 14, 15),
    ]).flat()
    const columns = read([...table, ...twoColumns(190)])
    expect(columns[0]!.slice(0, 4)).toEqual(['row 0', '01', '03', 'row 1'])
    expect(columns.slice(1)).toEqual([numbered('left'), numbered('right')])
  })

  test('entries of a table of contents in two columns keep their page numbers', () => {
    const entries = Array.from({ length: 10 }, (_, row) => [
      fragment(`Chapter ${row}`, 60, 90 + row * 16, 80),
      fragment(String(row + 1), 275, 90 + row * 16, 10),
      fragment(`Section ${row}`, 310, 90 + row * 16, 70),
      fragment(String(row + 20), 523, 90 + row * 16, 12),
    ]).flat()
    const [left, right] = read(entries)
    expect([left![3], right![3]]).toEqual(['Chapter 3 4', 'Section 3 23'])
  })

  test('each author is read with the institution below the name', () => {
    const authors = ['Ada Hill', 'Bo Reed', 'Cy Moor'].flatMap((name, at) => [
      fragment(name, 70 + at * 160, 120, 50),
      fragment(`University of ${name.split(' ')[1]}`, 60 + at * 160, 133, 90),
    ])
    const columns = read([fragment('A title across the page', 120, 80, 300), ...authors, ...twoColumns(190)])
    expect(columns.slice(1, 4)).toEqual([
      ['Ada Hill', 'University of Hill'],
      ['Bo Reed', 'University of Reed'],
      ['Cy Moor', 'University of Moor'],
    ])
  })
})

test('raised and lowered figures are told apart from what stands before them', () => {
  const line = (word: string, figure: string, rise: number) =>
    joinPieces([place(word, 0, 100, 40), place(figure, 40, 100 - rise, 4, 6.5)]).map(({ text }) => text)
  expect(line('pact of 2019', '3', 3.6)).toEqual(['pact of 2019³'])
  expect(line('about 10', '6', 3.6)).toEqual(['about 10⁶'])
  expect(line('the words', '12,13', 3.6)).toEqual(['the words¹²,¹³'])
  expect(line('the 1', 'st', 3.6)).toEqual(['the 1st'])
  expect(line('x', '2', -2)).toEqual(['x2'])
  expect(line('10', '2', -2)).toEqual(['10₂'])
  expect(line('small', '19', 0)).toEqual(['small19'])
})
