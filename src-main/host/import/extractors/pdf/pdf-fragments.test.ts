import { expect, test } from 'vitest'
import { withAccents } from './pdf-accents'
import { joinPieces, type PlacedText } from './pdf-fragments'

const piece = (text: string, x: number, width: number, y = 100): PlacedText => ({
  text,
  x,
  y,
  width,
  size: 10,
  font: 'a',
  rightToLeft: false,
})
const words = (...pieces: PlacedText[]) => joinPieces(withAccents(pieces)).map(({ text }) => text)

test('an accent drawn before its letter is combined with it', () => {
  expect(words(piece('the m¨', 0, 30), piece('uhlen of Bogot´', 24.8, 70), piece('a', 90, 5))).toEqual([
    'the mühlen of Bogotá',
  ])
  expect(words(piece('garc´', 0, 25), piece('ıa', 21, 8))).toEqual(['garcía'])
})

test('a word that begins with such a letter keeps its space, and the accent can be higher over a capital', () => {
  expect(words(piece('der ¨', 0, 22), piece('alteste', 16.7, 30))).toEqual(['der älteste'])
  expect(words(piece('¨', 0, 5, 98), piece('Uber', 0, 22))).toEqual(['Über'])
})

test('a hat over a formula symbol, and an accent beside its letter, are not combined', () => {
  expect(words(piece('ˆ', 0, 5), piece('β', 0, 6))).not.toEqual(['β̂'])
  expect(words(piece('a ´', 0, 15), piece('b', 15.1, 5))).toEqual(['a ´b'])
})

test('a small raised letter that touches the one before it is in the same word', () => {
  const pieces = [piece('set in L', 0, 30), { ...piece('a', 26.4, 5.9, 98), size: 7 }, piece('TeX', 30.8, 18)]
  expect(joinPieces(pieces).map(({ text }) => text)).toEqual(['set in LaTeX'])
})
