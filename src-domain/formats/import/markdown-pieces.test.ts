import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { blocksOf, definitionsIn } from './markdown-blocks'
import { sharedLabels } from './markdown-labels'
import { readMarkdown } from './markdown'
import { bounded } from './markdown-marks'
import { NoteNumbers } from './markdown-notes'
import { piecesOf } from './markdown-pieces'
import type { Root } from './markdown-tally'

const LINES = [
  ...[
    '',
    '',
    '',
    ' ',
    'words',
    'other words',
    '2019 was a year',
    '  indented',
    '    code',
    '\ttab',
    '\u00A0x',
  ],
  ...['- one', '- two', '* other', '+ [a] b', '  - nested', '-', '- ', '---', '- - -', '=', '==='],
  ...['1. one', '2. two', '7. seven', '1) one', '2) two', '   1. nested', '12. [a][]', '1.', '1.x'],
  ...['> quote', '> - list', '> 1. list', '>', '- > quote', '> ```', '- ```', '1. ```'],
  ...['```', '~~~', '````', '  ```', '<div>', '</div>', '<!--', '-->', '<pre>', '</pre>', '<b>x</b>', '<?x'],
  ...[
    '[a]: https://a.example/',
    '[b]:',
    'https://b.example/',
    '  [c]: <x> "t',
    't"',
    '> [a]: https://q.example/',
  ],
  ...[
    'See [a], [b] and [c].',
    '*em',
    'em*',
    '![a]',
    '# Heading',
    '#',
    '[a',
    ']',
    '\\',
    'end  ',
    'text\uFEFF',
  ],
]

/** The blocks of pieces that are parsed one after the other. */
function blocksIn(pieces: () => Iterable<Root>) {
  const notes = new NoteNumbers(new Map())
  const tally = { comments: 0, tags: 0, pictures: 0, struck: 0, notes, definitions: definitionsIn(pieces()) }
  const blocks = [...pieces()].flatMap((root) => blocksOf(root, 'paragraph', tally, 0))
  return { blocks, tally }
}

test('pieces have the blocks of the whole text, wherever it can be cut', () => {
  const lines = fc.array(
    fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 40 }), (each, size) => {
      const text = each.flat().join('')
      const { extensions } = bounded(text)
      const options = { extensions: [...extensions, sharedLabels()] }
      expect(blocksIn(() => piecesOf(text, options, size))).toEqual(
        blocksIn(() => [fromMarkdown(text, { extensions })]),
      )
    }),
    {
      numRuns: 500,
      examples: [
        [
          [
            ['- one', '\n'],
            ['2. is not a second item', '\n'],
            ['3. and this no third', '\n'],
          ],
          1,
        ],
      ],
    },
  )
})

test('a numbered list goes on from piece to piece, and a link has its address from another', () => {
  const items = Array.from({ length: 4000 }, () => '1. See [a] and [b].').join('\n')
  const text = `[A]: https://a.example/\n\n${items}\n\n[b]: https://b.example/`
  const read = readMarkdown({ fileName: 'a.md', text, encoding: 'UTF-8' })
  if (read.kind !== 'article') throw new Error('it is no article')
  expect(read.article.text).toMatch(/^1\. See a and b\.\n2\. See[^]*\n4000\. See a and b\.$/)
  expect(read.article.links).toHaveLength(8000)
  expect(read.article.links!.at(-1)).toMatchObject({ address: 'https://b.example/' })
})
