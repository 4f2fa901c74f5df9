import { expect, test } from 'vitest'
import { UnreadableError } from './format'
import { readMarkdown } from './markdown'

function read(text: string) {
  const imported = readMarkdown({ fileName: 'a.md', text, encoding: 'UTF-8' })
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}

test('front matter becomes details of the article and is not in its text', () => {
  const article = read(`---
title: "Talks: a history"
authors: [Ada Writer, { name: Bo Reader }]
date: 2019-08-06
source: The Desk
url: https://desk.example/talks
doi: doi:10.5555/abc.1
lang: en
tags: [a, b]
---
The talks went on.
`)
  expect(article).toMatchObject({
    title: 'Talks: a history',
    authors: ['Ada Writer', 'Bo Reader'],
    published: '2019-08-06',
    publisher: 'The Desk',
    url: 'https://desk.example/talks',
    doi: '10.5555/abc.1',
    language: 'en',
    text: 'The talks went on.',
    report: [{ what: 'other front matter fields left out', count: 1 }],
  })
})

test.each(['---\njust words\n---\ntext', '---\na: [\n---\ntext', '---\n\ntext', 'text\n\n---\na: b\n---'])(
  'text that is not front matter is kept: %j',
  (text) => {
    expect(read(text)).toMatchObject({ authors: [], url: '' })
    expect(read(text).text).toMatch(/text/)
  },
)

test('front matter gives only plain values: no YAML tags, no expanding aliases', () => {
  expect(read('---\ntitle: !!js/function "function () {}"\n---\ntext').text).toContain('text')
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefghijklmnop'
      .split('')
      .map((name, at) => `${name}: &${name} [*${'abcdefghijklmno'[at]!}, *${'abcdefghijklmno'[at]!}]`),
  ]
  expect(read(`---\n${bomb.join('\n')}\n---\ntext`).text).toContain('text')
  expect(read('---\n__proto__: { polluted: yes }\n---\ntext').text).toBe('text')
  expect('polluted' in {}).toBe(false)
})

test('footnotes stand at the end under the numbers of their marks, and none is lost', () => {
  const { text, blocks } = read(
    'One.[^b] Two.[^1] Three[^9] `[^1]`.\n\n[^1]: Ibid.\n[^b]: A long *note*\n    goes on.\n\n    And on.\n\nWords again.\n\n```\n[^1]: code\n```\n',
  )
  expect(text).toBe(
    'One.[1] Two.[2] Three[^9] [^1].\n\nWords again.\n\n[^1]: code\n\n1. A long note goes on.\n\nAnd on.\n\n2. Ibid.',
  )
  expect(blocks.slice(-3).map(({ role }) => role)).toEqual(['note', 'note', 'note'])
})

test.each([
  ['10^6^ people, 2019^3^', '10⁶ people, 2019³'],
  ['x^2 and y^2', 'x^2 and y^2'],
  ['H~2~O and CO~2~', 'H2O and CO2'],
  ['a ~gone~ word', 'a word'],
  ['~5 or ~6, and ~/home and file~', '~5 or ~6, and ~/home and file~'],
])('what raises, lowers and strikes out in other kinds of Markdown is read: %s', (words, expected) => {
  expect(read(words).text).toBe(expected)
})

test('a table has a line for each row, and bars in a paragraph are none', () => {
  expect(
    read('| Year | *Count* |\n|------|:-----:|\n| 2019 | 1<sup>2</sup> |\n|2020||\n\na | b\nc').text,
  ).toBe('Year | Count\n2019 | 1²\n2020 |\n\na | b c')
})

test('text that is left out is counted in the report', () => {
  const { text, report } = read(
    'A ![quay](a.png) <b>word</b>.\n\n<!-- one --><!-- two -->\n\n[a]: https://a.example\n',
  )
  expect(text).toBe('A quay word.')
  expect(report.map(({ count }) => count)).toEqual([2, 2, 1, 1])
})

test('nested lists keep their order, and an item can have two paragraphs', () => {
  const { blocks, text } = read('- one\n\n  more of one\n  - inner\n- two\n')
  expect(blocks.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`)).toEqual([
    'list-item: one',
    'list-item: more of one',
    'list-item: inner',
    'list-item: two',
  ])
})

test('a first-level heading is the title, even with text before it', () => {
  expect(read('A motto.\n\n# Talks\n\nWords.').title).toBe('Talks')
})

test('a line of hyphens is a rule, however long', () => {
  expect(read(`a\n\n${'- '.repeat(300)}\n\nb`).text).toBe('a\n\nb')
})

const inner = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')

test.each([
  ['20,000 quotes in one another', '> '.repeat(20_000) + 'a'],
  ['20,000 quotes without spaces', '>'.repeat(20_000) + 'a'],
  ['20,000 lists on a line', '- + '.repeat(10_000) + 'a'],
  ['numbered lists on a line', '1. '.repeat(20_000) + 'a'],
  ['20,000 plus signs', '+ '.repeat(20_000) + 'a'],
  ['20,000 asterisks before a word', `words\n${'* '.repeat(20_000)}a`],
  ['20,000 hyphens, tabs and a word', `words\r${'-\t'.repeat(20_000)}a`],
  ['20,000 asterisks behind a byte-order mark', `\uFEFF${'* '.repeat(20_000)}a`],
  ['20,000 hyphens before a rule', `${'- '.repeat(20_000)}* * *`],
  ['lists on a line in a quote', `> ${'> - '.repeat(20_000)}a`],
  [
    '20 lists on each of a hundred lines',
    Array.from({ length: 100 }, (_, line) => `${' '.repeat(line * 40)}${'- '.repeat(20)}a`).join('\n'),
  ],
  ['400 lists in one another', inner],
])('P11 %s are refused with a message', (_case, text) => {
  expect(() => read(text)).toThrow(UnreadableError)
  expect(() => read(text)).toThrow(/nested too deeply/)
})

test('P11 a paragraph in a quote or list that goes on for thousands of lines without a mark is refused', () => {
  const lines = (count: number) => 'and on\n'.repeat(count)
  for (const first of ['> a\n', '> > a\n> b\n', '1. a\n', '> - a\n'])
    expect(() => read(first + lines(20_000))).toThrow(/more than 3000 lines/)
  expect(() => read(`> - a\n${'> b\n'.repeat(20_000)}`)).toThrow(/more than 3000 lines/)
  for (const text of [`> a\n${lines(1000)}`, '> b\n'.repeat(5000), lines(5000)])
    expect(read(text).blocks).toHaveLength(1)
})

test.each(['*_', '*a ', 'a* ', 'a*b', '*[a', '[', '![a '])(
  'forty thousand characters of “%s” are not parsed as marks, and stay as typed',
  (piece) => {
    const typed = piece.repeat(40_000 / piece.length).trim()
    const { text, report } = read(`# Marks\n\n${typed}\n\nAnd *this* is read.`)
    expect(text).toContain(typed)
    expect(report).toEqual([{ what: expect.stringMatching(/kept as typed/) as string, count: 1 }])
  },
)

test('a long list of links is read as links', () => {
  const items = Array.from({ length: 1500 }, (_, at) => `- [*Nr* ${at}](https://a.example/${at})`)
  const { text, report } = read(items.join('\n'))
  expect(text).toContain('Nr 7\n')
  expect(report).toEqual([])
})

test('ten thousand underlined headings, or a line with a hundred thousand blanks, are read without delay', () => {
  expect(read('Heading\n=\n'.repeat(10_000)).blocks).toHaveLength(10_000)
  expect(read('A heading\nof two lines\n---\nText').blocks).toMatchObject([{ role: 'heading' }, {}])
  expect(read(`one${' '.repeat(100_000)}two`).text).toMatch(/^one +two$/)
}, 20_000)
