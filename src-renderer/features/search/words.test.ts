import { expect, test } from 'vitest'
import { indexTerms, queryTerms, wordsIn } from './words'

test('a word is found without regard to case, accents and the kind of apostrophe', () => {
  expect(queryTerms('Erdoğan İstanbul ISPARTA ısrar')).toEqual(['erdogan', 'istanbul', 'isparta', 'israr'])
  expect(queryTerms('Turkey’s')).toEqual(queryTerms("turkey's"))
})

test('a compound word is found as a whole, with and without its hyphen, and by its parts', () => {
  const terms = ['the', 's400', '400', 'and', 'turkeyus', 'turkey', 'us', 'relations']
  expect(indexTerms('The S-400 and Turkey-US relations')).toEqual(terms)
  expect(queryTerms('S-400')).toEqual(['s400'])
  expect(queryTerms('s400')).toEqual(['s400'])
})

test('each term of a query is searched for once', () => {
  expect(queryTerms('the the THE')).toEqual(['the'])
  expect(queryTerms(' … — ! ')).toEqual([])
})

test('a word and its parts have their offsets', () => {
  const text = 'A “Turkey-US” quarrel 🧭 ends'
  const at = (word: { start: number; end: number }) => text.slice(word.start, word.end)
  expect(wordsIn(text).map(at)).toEqual(['A', 'Turkey-US', 'quarrel', 'ends'])
  expect(wordsIn(text)[1]!.parts.map(at)).toEqual(['Turkey', 'US'])
})
