import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marked, snippet } from './snippet'
import { queryTerms } from './words'

/** The pieces on one line, marked words in brackets. */
const shown = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

const find = (text: string, query: string, length?: number) =>
  snippet(text, new Set(queryTerms(query)), length)

test('a short text is shown in full, with the words marked', () => {
  expect(shown(find('Ankara bought the S-400 in 2017.', 's400 ankara').pieces)).toBe(
    '[Ankara] bought the [S-400] in 2017.',
  )
})

test('the part of a joined word is marked alone', () => {
  expect(shown(marked('Turkey-US relations', new Set(['us'])))).toBe('Turkey-[US] relations')
})

test('a long text is cut at words, around the part with the most matches', () => {
  const filler = 'and so it went on for a long while '.repeat(10)
  const text = `Sanctions came. ${filler}Then sanctions and a purchase met. ${filler}`
  const { pieces, found } = find(text, 'purchase sanctions', 120)
  expect(shown(pieces)).toMatch(/^… .*\[sanctions\] and a \[purchase\] met\. .* …$/)
  expect(text.slice(found.start, found.end)).toBe('sanctions and a purchase')
})

test('a text without the words is shown from its beginning', () => {
  const text = 'word '.repeat(100)
  expect(shown(find(text, 'missing', 60).pieces)).toMatch(/^word .* …$/)
})

test('for any text, a snippet is a part of it, cut between characters', () => {
  const text = fc
    .array(fc.constantFrom('Turkey-US', 'İs', 'a'.repeat(300), '🧭'.repeat(40), ' ', 'no\n', ''))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.constantFrom('us', 'is no', 'turkeyus', ''), (text, query) => {
      const { pieces, found } = find(text, query, 60)
      const words = pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/^… /, '')
        .replace(/ …$/, '')
      expect(text).toContain(words)
      expect(words.isWellFormed()).toBe(true)
      expect(found.start).toBeLessThanOrEqual(found.end)
      expect(found.end).toBeLessThanOrEqual(text.length)
    }),
  )
})
