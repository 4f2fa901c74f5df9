import fc from 'fast-check'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { blocksOf, definitionsIn } from './markdown-blocks'
import { sharedLabels } from './markdown-labels'
import { NoteNumbers } from './markdown-notes'
import { piecesOf } from './markdown-pieces'
import type { Root } from './markdown-tally'

/** The blocks of pieces that are parsed one after the other. */
function blocksIn(pieces: () => Iterable<Root>) {
  const notes = new NoteNumbers(new Map())
  const tally = { comments: 0, tags: 0, pictures: 0, struck: 0, notes, definitions: definitionsIn(pieces()) }
  return [...pieces()].flatMap((root) => blocksOf(root, 'paragraph', tally, 0))
}

/** Counts how often the parser begins to read a block. */
function counted(): { options: Options; begun: () => number } {
  let begun = 0
  const count: NonNullable<Options['extensions']>[number] = {
    flow: {
      null: {
        name: 'count',
        tokenize(_effects, _ok, nok) {
          begun++
          return nok
        },
      },
    },
  }
  return { options: { extensions: [count] }, begun: () => begun }
}

test('a list of plain items is read as the parser reads it, wherever it is cut', () => {
  const line = fc.record({
    indent: fc.constantFrom(0, 0, 0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 8),
    mark: fc.constantFrom('-', '-', '-', '*', '+', '1.', '1.', '2.', '3)', '12.', '', '>', '> -'),
    space: fc.constantFrom(' ', ' ', ' ', ' ', '  ', ''),
    words: fc.constantFrom(
      ...[
        'one',
        'two words',
        'é 2',
        '2019',
        'x!',
        'a: b',
        '3.c',
        '[ ] task',
        '[x] done',
        '[x]',
        '~~x~~',
        '> a',
      ],
      ...[
        '',
        ' ',
        'end ',
        '# a',
        '---',
        '*em*',
        'a_b_c',
        '\\',
        '&amp;',
        'x|y',
        '[x]: https://x.example/',
        'a\u00a0',
      ],
    ),
    end: fc.constantFrom('\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n\n\n', '\n \n'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.boolean(), (lines, isEnded) => {
      const all = lines
        .map(({ indent, mark, space, words, end }) => `${' '.repeat(indent)}${mark}${space}${words}${end}`)
        .join('')
      const text = isEnded ? all : all.trimEnd()
      const options = { extensions: [sharedLabels()] }
      expect(blocksIn(() => piecesOf(text, options, 1))).toEqual(blocksIn(() => [fromMarkdown(text)]))
    }),
    { numRuns: 500 },
  )
})

test('an item that begins with a number is a list within it', () => {
  const text = '- one\n- 3. three\n- two\n- four\n'
  expect(blocksIn(() => piecesOf(text, {}, 1))).toEqual(blocksIn(() => [fromMarkdown(text)]))
})

test.each([
  ['one list', (at: number) => `- item ${at}`],
  ['a numbered list', (at: number) => `${at + 1}. item`],
  ['tasks', (at: number) => `- [${at % 2 ? 'x' : ' '}] task`],
  ['a loose list', (at: number) => `- item ${at}\n`],
  ['lists within lists', (at: number) => `${'  '.repeat(at % 4)}- item`],
  ['one list within an item', (at: number) => `${at === 0 ? '' : '  '}- item`],
])('%s of a hundred thousand items is read without the parser', (_what, item) => {
  const text = Array.from({ length: 100_000 }, (_, at) => item(at)).join('\n')
  const { options, begun } = counted()
  const items = [...piecesOf(text, options)].flatMap((root) => root.children.flatMap(itemsIn))
  expect([items.length, begun()]).toEqual([100_000, 0])
})

/** The items of a list and of the lists in them. */
function itemsIn(node: Root['children'][number]): string[] {
  if (node.type !== 'list') return []
  return node.children.flatMap((item) => [item.type, ...item.children.flatMap(itemsIn)])
}

test('other items are read in pieces of a few, so that the parser has little in memory', () => {
  for (const item of ['- *item*', '> - *item*']) {
    const text = Array.from({ length: 3000 }, () => item).join('\n')
    expect(Math.max(...[...piecesOf(text, {})].map((root) => root.position!.end.line))).toBeLessThan(1000)
  }
})
