import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readImport } from '../../import-file'

async function textOf(words: string): Promise<string> {
  const imported = await readImport('a.rtf', strToU8(words))
  return imported.kind === 'article' ? imported.article.text : ''
}

test.each([
  ['a file that ends too early', '{\\rtf1 One.\\par Two', 'One.\n\nTwo'],
  ['more ends of groups than groups', '{\\rtf1 One.}}}} Two', 'One. Two'],
  ['depth without end', `{\\rtf1 One${'{'.repeat(50_000)} two${'}'.repeat(50_000)} three}`, 'One two three'],
  ['signs with more than one stand-in', '{\\rtf1\\uc2 a\\u8212--b\\uc1\\u-3913?c}', 'a—b\uf0b7c'],
  ['half of a pair', '{\\rtf1 a\\u-10179?b}', 'a\ufffdb'],
  ['hidden words', '{\\rtf1 a{\\v b}\\v c\\v0 d}', 'ad'],
  ['hidden words that end with all properties', '{\\rtf1 a\\v c\\plain d}', 'ad'],
  ['one space where words were struck out', '{\\rtf1 a {\\strike b} c}', 'a c'],
  ['struck-out words', '{\\rtf1 a{\\strike b}\\strike c\\strike0 d}', 'ad'],
  ['raised and lowered figures', "{\\rtf1 2019{\\super 3} 10{\\up6 \\'36} 10{\\sub 2}.}", '2019³ 10⁶ 10₂.'],
  [
    'notes as LibreOffice writes them',
    '{\\rtf1 a{\\super \\chftn{\\*\\footnote \\chftn\\pard\\plain One.}} b{\\super \\chftn{\\*\\footnote \\chftn Two.}}.\\par}',
    'a[1] b[2].\n\n1. One.\n\n2. Two.',
  ],
  [
    'numbers of lists',
    '{\\rtf1 {\\listtext 4.\\tab}\\ls1 a\\par\\pard{\\listtext\\bullet\\tab}\\ls2 b\\par\\pard c}',
    '4. a\nb\n\nc',
  ],
  [
    'text boxes before their paragraphs',
    '{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt In a box.\\par}}{\\shprslt no}} b\\par}',
    'In a box.\n\na b',
  ],
  ['what nobody needs to know', '{\\rtf1 a{\\*\\unheard of}{\\unheard of} b}', 'aof b'],
])('rich text is read with %s', async (_case, words, expected) => {
  expect(await textOf(words)).toBe(expected)
})

const linkField = (instruction: string, result: string) =>
  `{\\field{\\*\\fldinst{\\lang9 ${instruction}}{\\*\\datafield 00d0}}{\\fldrslt{\\ul ${result}}}}`

test.each([
  ['a field', linkField('HYPERLINK "https://a.test/"', 'law')],
  ['a tip and a place', linkField('HYPERLINK "https://a.test/" \\\\l "s1" \\\\o "Tip"', 'law'), '#s1'],
  ['a field for its address', linkField(`HYPERLINK "${linkField('REF a', 'https://a.test/')}"`, 'law')],
])('rich text keeps the address of a link beside its words: %s', async (_case, field, place = '') => {
  const link = { address: `https://a.test/${place}` }
  const read = await readImport(
    'a.rtf',
    strToU8(`{\\rtf1 The ${field} holds.{\\footnote On ${field}.}\\par}`),
  )
  if (read.kind !== 'article') throw new Error('no article')
  expect(read.article.text).toBe('The law holds.\n\n1. On law.')
  expect(read.article.links).toEqual([
    { start: 4, end: 7, ...link },
    { start: 22, end: 25, ...link },
  ])
})

test.each([
  ['a place in the document', linkField('HYPERLINK \\\\l "s1"', 'law'), 'The law holds.'],
  ['another scheme', linkField('HYPERLINK "javascript:alert(1)"', 'law'), 'The law holds.'],
  ['a field in a question', linkField(`IF ${linkField('MERGEFIELD a', 'x')}`, 'law'), 'The law holds.'],
  [
    'a link over two paragraphs',
    linkField('HYPERLINK "https://a.test/"', 'law\\par no'),
    'The law\n\nno holds.',
  ],
  [
    'a field that never ends',
    '{\\field{\\*\\fldinst HYPERLINK "https://a.test/"}{\\fldrslt law',
    'The law holds.',
  ],
])('rich text has no link for %s', async (_case, field, text) => {
  const read = await readImport('a.rtf', strToU8(`{\\rtf1 The ${field} holds.\\par}`))
  expect(read.kind === 'article' && [read.article.text, read.article.links]).toEqual([text, undefined])
})

test('a style of rich text is a heading if it is based on one, or has a level of the outline', async () => {
  const sheet = [
    '{\\s0 Normal;}',
    '{\\s1\\sbasedon0 heading 1;}',
    '{\\s2\\sbasedon3 House Heading;}',
    '{\\s3\\sbasedon1 House Base;}',
    '{\\s4\\sbasedon0\\outlinelevel1 Chapter;}',
    '{\\s5\\sbasedon5 Loop;}',
  ].join('')
  const words = ['\\s2 The harbour', '\\s4 The dues', '\\s5 Words', '\\s0 More words']
  const file = `{\\rtf1{\\stylesheet${sheet}}${words.map((each) => `\\pard${each}.\\par`).join('')}}`
  const read = await readImport('a.rtf', strToU8(file))
  const blocks = read.kind === 'article' ? read.article.blocks : []
  expect(blocks.map(({ role, level }) => [role, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', undefined],
    ['paragraph', undefined],
  ])
})
