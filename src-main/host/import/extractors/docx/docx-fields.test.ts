import { expect, test } from 'vitest'
import { docx, paragraph, read, run } from './testing/docx'

test('the words of simple fields are read, also in one another', async () => {
  const field = (...content: string[]) => `<w:fldSimple w:instr="REF a">${content.join('')}</w:fldSimple>`
  const article = await read(
    docx(
      paragraph(
        run('In '),
        field(run('Table '), field(run('7'))),
        '<w:fldSimple w:instr="x"/>',
        run(', he wrote.'),
      ),
    ),
  )
  expect(article.text).toBe('In Table 7, he wrote.')
})

const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (words: string) => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
/** A complex field. */
const field = (instruction: string, result: string) =>
  `${sign('begin')}${instruction}${sign('separate')}${result}${sign('end')}`

test('fields in the instruction of a field are no words of the sentence', async () => {
  const name = field(code(' MERGEFIELD name '), run('Smith'))
  const question = `${code(' IF ')}${name}${code(' = "Smith" "')}${field(code(' REF a '), run('Yes'))}${code('" "No" ')}`
  const article = await read(
    docx(
      paragraph(run('Said '), field(question, run('Yes')), run('.')) +
        paragraph(run('Left '), `${sign('begin')}${code(' SET a ')}${name}${sign('end')}`, run('out.')) +
        paragraph(run('Kept '), field(code(' REF b '), `${run('in ')}${name}`), run('.')),
    ),
  )
  expect(article.text).toBe('Said Yes.\n\nLeft out.\n\nKept in Smith.')
})

test('what stands behind a field that never ends is read', async () => {
  const article = await read(
    docx(paragraph(sign('begin'), code(' IF '), run('One.')) + paragraph(run('Two.'), sign('begin'))),
  )
  expect(article.text).toBe('One.\n\nTwo.')
})

test.each([
  [
    'with a tip and a window',
    field(code(' HYPERLINK "https://a.test/" \\o "Tip" \\t "_blank" '), run('law')),
  ],
  ['with a place', field(code(' HYPERLINK "https://a.test/" \\l "s1" '), run('law')), '#s1'],
  [
    'with a field for its address',
    field(
      `${code(' HYPERLINK "')}${field(code(' REF a '), run('https://a.test/'))}${code('" ')}`,
      run('law'),
    ),
  ],
  [
    'of a simple field',
    `<w:fldSimple w:instr="HYPERLINK &quot;https://a.test/&quot;">${run('law')}</w:fldSimple>`,
  ],
])('the address of a link is kept beside its words: %s', async (_case, xml, place = '') => {
  const article = await read(docx(paragraph(run('The '), xml, run(' holds.'))))
  expect(article.text).toBe('The law holds.')
  expect(article.links).toEqual([{ start: 4, end: 7, address: `https://a.test/${place}` }])
})
