// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article as articleOf } from '#domain/testing/build'
import { blockIndex } from './blocks'
import { keepWhole } from './keep-whole'
import { rangeOf, spanOf } from './offsets'

/** An article on the page, as `ArticleText` and `BlockView` have it: an element for each block. */
function onPage(...paragraphs: string[]) {
  const { text, blocks } = articleOf('Article', ...paragraphs)
  const article = document.createElement('article')
  for (const { start, end } of blocks) {
    const block = document.createElement('p')
    block.dataset['start'] = String(start)
    block.append(text.slice(start, end))
    keepWhole(block)
    article.append(block)
  }
  document.body.replaceChildren(article)
  return { article, text, nodes: [...article.children].map(({ firstChild }) => firstChild!) }
}

/** Selects from one point of the page to another. */
function selected(from: [Node, number], to: [Node, number]): Selection {
  const selection = getSelection()!
  selection.setBaseAndExtent(...from, ...to)
  return selection
}

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  // Designations are elements of their own.
  fc.array(fc.constantFrom('S-400', 'F-35', 'it', '-', ', '), { minLength: 1 }).map((all) => all.join(' ')),
)
const paragraphs = fc.array(words, { minLength: 1, maxLength: 5 })

test('a span covers its words on the page, and selecting them gives the span again', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (paragraphs, one, other) => {
      const { article, text } = onPage(...paragraphs)
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
      const range = start! < end! ? rangeOf(blockIndex(article), { start: start!, end: end! }) : undefined
      if (!range) return
      const { startContainer, startOffset, endContainer, endOffset } = range
      const span = spanOf(selected([startContainer, startOffset], [endContainer, endOffset]), article)
      // What lies between two blocks stands on no page: the span then is that of the words at its ends.
      const [from, to] = [span?.start ?? 0, span?.end ?? 0]
      expect(text.slice(from, to).trim()).toBe(span ? text.slice(start, end).trim() : '')
      expect(String(getSelection()).replaceAll(/\s/g, '')).toBe(text.slice(start, end).replaceAll(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})

test('a selection backwards covers the same words', () => {
  const { article, nodes } = onPage('One two', 'Three')
  expect(spanOf(selected([nodes[1]!, 3], [nodes[0]!, 4]), article)).toEqual({ start: 4, end: 12 })
})

test('a selection that ends outside the blocks ends at their text', () => {
  const { article, nodes } = onPage('One two', 'Three')
  expect(spanOf(selected([article, 0], [article, 2]), article)).toEqual({ start: 0, end: 14 })
  expect(spanOf(selected([nodes[0]!, 4], [article, 1]), article)).toEqual({ start: 4, end: 7 })
  expect(spanOf(selected([nodes[0]!, 4], [document.body, 1]), article)).toEqual({ start: 4, end: 14 })
})

test('no words are selected where the selection is empty or elsewhere', () => {
  const { article, nodes } = onPage('One two')
  expect(spanOf(selected([nodes[0]!, 2], [nodes[0]!, 2]), article)).toBeUndefined()
  const beside = document.createElement('p')
  beside.append('Beside it')
  document.body.append(beside)
  expect(spanOf(selected([beside.firstChild!, 0], [beside.firstChild!, 6]), article)).toBeUndefined()
})

test('blocks are found again after some are added or removed', () => {
  const { article } = onPage('One', 'Two')
  expect(blockIndex(article).map(({ start, end }) => [start, end])).toEqual([
    [0, 3],
    [5, 8],
  ])
  article.firstElementChild!.remove()
  expect(blockIndex(article).map(({ start }) => start)).toEqual([5])
})
