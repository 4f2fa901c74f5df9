import { expect, test } from 'vitest'
import { citation, locator, paragraphNumbers, quotation } from './citation'
import { article } from '../testing/build'

const source = {
  ...article('Insurance', 'First paragraph.', 'Set aside.', 'Second paragraph.'),
  id: 's',
  added: '2026-01-01T00:00:00Z',
  authors: ['A. Author', 'B. Writer'],
  publisher: 'A Review',
  published: '2019',
}
const aside = {
  ...source,
  blocks: source.blocks.map((block, index) => (index === 1 ? { ...block, aside: 'a caption' } : block)),
}
const second = source.text.indexOf('Second')

test('paragraphs are numbered, except those set aside', () => {
  expect([...paragraphNumbers(aside).values()]).toEqual([1, 2])
  expect(locator(aside, second + 3)).toBe('para. 2')
})

test('a document with pages is cited by page', () => {
  const paged = { ...source, blocks: source.blocks.map((block, index) => ({ ...block, page: index + 4 })) }
  expect(locator(paged, second)).toBe('p. 6')
})

test('a citation has author, title, publisher and date, without unknown ones', () => {
  expect(citation(source, 0)).toBe('A. Author, B. Writer, “Insurance”, A Review, 2019, para. 1')
  expect(citation({ ...source, authors: [], publisher: '', published: '' }, 0)).toBe('“Insurance”, para. 1')
})

test('a quotation has the author’s words on one line', () => {
  expect(quotation(source, 'two\n\nparagraphs', 0)).toMatch(/^“two paragraphs” \(A\. Author/)
})
