import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainText, type ReadText } from './plain-text'
import { readTexCodes } from '../clean/tex-codes'
import { lettersAndDigits } from '../testing/letters-and-digits'

const blockTexts = ({ text, blocks }: ReadText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end))

const messyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '',
    '\f',
    '12',
    '- item',
    '1. First',
    'IN CAPITALS',
    '> reply',
    'half a wo-',
    'rd and on',
    'Notes',
  ),
  fc.lorem({ mode: 'sentences', maxCount: 2 }),
  fc.lorem({ mode: 'words', maxCount: 9 }),
)
const messyText = fc
  .array(fc.tuple(messyLine, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r', '\u2028')), { maxLength: 40 })
  .map((lines) => lines.flat().join(''))

describe('any text', () => {
  it('blocks are in order, never empty, never overlap, and only line breaks stand between them', () => {
    fc.assert(
      fc.property(messyText, (raw) => {
        const { text, blocks } = readPlainText(raw)
        let end = 0
        for (const [index, block] of blocks.entries()) {
          expect(text.slice(end, block.start)).toMatch(index === 0 ? /^$/ : /^\n\n?$/)
          expect(text.slice(block.start, block.end).trim()).not.toBe('')
          end = block.end
        }
        expect(end).toBe(text.length)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('no letter or digit is lost or invented, except for TeX codes', () => {
    fc.assert(
      fc.property(messyText, (raw) => {
        expect(lettersAndDigits(readPlainText(raw).text)).toBe(lettersAndDigits(readTexCodes(raw).text))
      }),
    )
  })

  it('reading the canonical text of ordinary paragraphs again changes nothing', () => {
    const paragraph = fc.array(fc.lorem({ mode: 'sentences', maxCount: 4 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const once = readPlainText(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'))
        expect(blockTexts(readPlainText(once.text))).toEqual(blockTexts(once))
      }),
    )
  })

  it('paragraphs wrapped at any width are rejoined', () => {
    const word = fc.constantFrom(
      'harbour',
      'toll',
      'of',
      'the',
      'officers',
      'by',
      'merchants',
      'and',
      'levied',
      'a',
    )
    const sentence = fc
      .array(word, { minLength: 14, maxLength: 22 })
      .map((words) => `The ${words.join(' ')}.`)
    const paragraph = fc
      .array(sentence, { minLength: 5, maxLength: 8 })
      .map((sentences) => sentences.join(' '))
    fc.assert(
      fc.property(
        fc.uniqueArray(paragraph, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 40, max: 60 }),
        (texts, width) => {
          const raw = texts.map((text) => wrap(text, width)).join('\n\n')
          expect(blockTexts(readPlainText(raw))).toEqual(texts)
        },
      ),
    )
  })

  it('an empty text and one of only white space have no blocks and no title', () => {
    for (const raw of ['', ' \n\t\r\n \f\u2028', '\ufeff\0']) {
      expect(readPlainText(raw)).toMatchObject({ title: '', text: '', blocks: [] })
    }
  })

  it('megabytes in one line, of one letter or of one pattern, are read', () => {
    expect(readPlainText('a'.repeat(10_000_000)).blocks).toHaveLength(1)
    for (const pattern of [' ', 'cut- ', '\ud800']) {
      expect(readPlainText(pattern.repeat(1_000_000 / pattern.length)).blocks.length).toBeLessThan(2)
    }
    for (const pattern of ['-', '(', '“', '1. ', 'A. ', 'Title Case ', "'s", '[1]', '. . ']) {
      expect(readPlainText(pattern.repeat(300_000 / pattern.length)).blocks).toHaveLength(1)
    }
  })

  it('fifty thousand characters of short, repeated or unfinished lines are read', () => {
    const sentence = 'Over and over the very same sentence is printed in this text.\n\n'
    for (const line of [
      sentence,
      'and so on\n\n',
      '12\n',
      'A-\n',
      'NO END\n',
      '1 Note\n',
      'Related articles\n',
    ]) {
      expect(readPlainText(line.repeat(50_000 / line.length)).text).not.toBe('')
    }
  })
})

function wrap(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}
