import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { isDeeper } from './markdown-depth'
import type { Node } from './markdown-tally'

/** How deep quotes and list items are nested in what the parser makes of a text. */
function depthOf(node: Node): number {
  const own = node.type === 'blockquote' || node.type === 'listItem' ? 1 : 0
  const inside = 'children' in node ? (node.children as Node[]).map(depthOf) : []
  return own + Math.max(0, ...inside)
}

test('the depth of a text is never taken for less than the parser makes of it', () => {
  const mark = fc.constantFrom(
    '- ',
    '- ',
    '* ',
    '+\t',
    '1. ',
    '2) ',
    '> ',
    '>',
    '-',
    '  ',
    '    ',
    '\t',
    ' ',
    '      ',
  )
  const line = fc.tuple(
    fc.array(mark, { maxLength: 8 }),
    fc.constantFrom('a', 'a', 'a', '', '- - -', '***', '```', '# b', '=', '\uFEFF'),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n'),
  )
  const lines = fc.array(line, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lines, fc.constantFrom('', '', '\uFEFF'), (drawn, mark) => {
      const text = mark + drawn.map(([marks, words, end]) => marks.join('') + words + end).join('')
      const depth = depthOf(fromMarkdown(text))
      expect(depth === 0 || isDeeper(text, depth - 1)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('the depth of lists and quotes is counted as it is', () => {
  const deep = (text: string, depth: number) => {
    expect(isDeeper(text, depth - 1)).toBe(true)
    expect(isDeeper(text, depth)).toBe(false)
  }
  deep('* * * a', 3)
  deep('- - * * *', 2)
  deep('> - > a', 3)
  deep('- a\n  - b\n    - c\n- d\n  - e', 3)
  deep('> - a\n>   - b\n>     - c', 4)
  deep('-\t-\ta\n\t\t- b', 3)
  expect(isDeeper('* * * *\n\n- - - - -\n\n    - a\n\nWords - with - hyphens', 1)).toBe(false)
})
