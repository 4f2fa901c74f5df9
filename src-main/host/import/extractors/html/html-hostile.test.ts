import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { blocksFit } from '#domain/document/integrity'
import { shallow } from './html-shallow'
import { PROSE, read } from './testing/read-page'

test('P11 a page of frames is refused with advice', async () => {
  await expect(read('<frameset><frame src=a></frameset>')).rejects.toThrow(/Open the inner page/)
})

test('P11 a binary file is refused', async () => {
  await expect(read(Buffer.alloc(500, 3))).rejects.toThrow(UnreadableError)
})

const MANY = 100_000

const HOSTILE: readonly (readonly [string, string])[] = [
  ['100,000 boxes in one another', '<div>'.repeat(MANY) + PROSE + '</div>'.repeat(MANY)],
  ['boxes that are never closed', '<div>'.repeat(MANY) + PROSE],
  ['ends of nothing', '<div>'.repeat(300) + '</p></b>'.repeat(MANY) + PROSE],
  ['lists in lists', '<ul><li>'.repeat(MANY) + PROSE],
  ['tables in tables', '<table><tr><td>'.repeat(MANY) + PROSE],
  ['quotes in quotes', '<blockquote><p>'.repeat(MANY) + PROSE],
  ['emphasis in emphasis', '<b><i>'.repeat(MANY) + PROSE],
  ['links in links', '<a href=https://a.example/>'.repeat(MANY) + PROSE],
  ['notes in notes', '<section class=footnotes><ol><li id=fn1>'.repeat(MANY) + PROSE],
  [
    'formulas in pictures',
    '<svg><math><foreignObject><p>'.repeat(MANY) + '</p></foreignObject></math></svg>'.repeat(MANY) + PROSE,
  ],
  ['10,000 paragraphs', `<p>${PROSE.slice(0, 30)}</p>`.repeat(MANY / 10)],
  ['100,000 line breaks', PROSE + '<br>'.repeat(MANY) + PROSE],
  ['20,000 spaces in marks', PROSE + '<b> </b>'.repeat(MANY / 5) + PROSE],
  ['one table of 20,000 rows', '<table>' + '<tr><td>a<td>b'.repeat(MANY / 5) + '</table>' + PROSE],
  ['cells and paragraphs without end tags', '<table>' + '<td><p>word '.repeat(MANY / 20) + PROSE],
  ['100,000 attributes', `<p ${'a=1 '.repeat(MANY)}>${PROSE}`],
  [
    'a bomb of entities',
    '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;' + '&amp;'.repeat(MANY) + PROSE,
  ],
  ['comments in comments', PROSE + '<!--'.repeat(MANY)],
  [
    'thousands of rules for one class',
    `<style>${'.a{vertical-align:super}'.repeat(MANY / 2)}</style>${`<p class=a>${PROSE}</p>`.repeat(5000)}`,
  ],
  ['comments without end in styles', `<style>${'/*'.repeat(MANY)}</style>${PROSE}`],
  ['attributes that never end', PROSE + '<a href="'.repeat(MANY)],
]

test.each(HOSTILE)('P11 %s end with the text of the page or a refusal', async (_case, page) => {
  const outcome = await read(page).catch((error: unknown) => error)
  if (!(outcome instanceof UnreadableError))
    expect((outcome as { text?: string }).text).toContain('The talks')
})

// The parser and Readability take time by length times depth, and by the square of a run of white space.
test.each(HOSTILE)('%s are parsed with limited depth and without growing', (_case, page) => {
  const { source } = shallow(page)
  expect(source.length).toBeLessThan(page.length * 2.5 + 200)
  expect(depthOf(source)).toBeLessThan(150)
  expect(source).not.toMatch(/\s{201}/)
})

/** How many elements are open at once. */
function depthOf(source: string): number {
  let [depth, deepest] = [0, 0]
  const parser = new Parser({
    onopentag: () => (deepest = Math.max(deepest, ++depth)),
    onclosetag: () => depth--,
  })
  parser.end(source)
  return deepest
}

test('whatever the page, blocks are in order in the text, or it is refused with a message', async () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'b',
    'ul',
    'li',
    'h2',
    'table',
    'td',
    'tr',
    'blockquote',
    'a href=https://a.example',
    'pre',
    'section',
  )
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name.split(' ')[0]}>`),
    fc.constantFrom(
      '<br>',
      '&amp;',
      '&#0;',
      '&#xD83D;',
      '\0',
      '\ud83d',
      '<!--',
      '-->',
      '🧭',
      '<script>',
      '</script>',
      '<![CDATA[',
      '<title>',
    ),
    fc.string({ maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const outcome = await read(Buffer.from(pieces.join(''))).catch((error: unknown) => error)
      if (outcome instanceof UnreadableError) return
      const article = outcome as Awaited<ReturnType<typeof read>>
      expect(blocksFit(article)).toBe(true)
      expect([article.title.trim() !== '', article.text.isWellFormed()]).toEqual([true, true])
    }),
    { numRuns: 300 },
  )
})
