import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { extract } from './docx'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document with this body and any further parts. */
function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
const paragraph = (...content: string[]) => `<w:p>${content.join('')}</w:p>`

async function read(bytes: Uint8Array) {
  const imported = await extract({ fileName: 'a.docx', bytes, progress: () => undefined })
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}

test('P9 tracked changes: insertions and moves are accepted, deletions left out, all counted', async () => {
  const article = await read(
    docx(
      paragraph(
        run('He said '),
        `<w:del w:id="1"><w:r><w:delText>yes</w:delText></w:r></w:del>`,
        `<w:ins w:id="2">${run('no')}</w:ins>`,
        `<w:moveFrom w:id="3">${run(' twice')}</w:moveFrom>`,
        run('.'),
      ) + paragraph(`<w:moveTo w:id="4">${run('Twice')}</w:moveTo>`, '<w:rPr><w:del w:id="5"/></w:rPr>'),
    ),
  )
  expect(article.text).toBe('He said no.\n\nTwice')
  expect(article.report).toEqual([
    { what: 'tracked deletions left out', count: 1 },
    { what: 'tracked insertions kept', count: 1 },
    { what: 'moved passages left out at their old places', count: 1 },
  ])
})

test('P9 headers, footers, comments, formulas and charts are counted in the report', async () => {
  const article = await read(
    docx(
      paragraph(
        run('Words.'),
        '<w:drawing><c:chart r:id="x"/></w:drawing>',
        '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>',
      ),
      {
        'word/comments.xml': `<w:comments ${W}><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>`,
        'word/header1.xml': `<w:hdr ${W}>${paragraph(run('Secret'))}</w:hdr>`,
        'word/footer1.xml': `<w:ftr ${W}><w:p/></w:ftr>`,
      },
    ),
  )
  expect(article.report).toEqual([
    { what: 'charts left out', count: 1 },
    { what: 'formulas left out', count: 1 },
    { what: 'comments left out', count: 2 },
    { what: 'headers and footers left out', count: 1 },
  ])
})

test('markup in the text of a document is text', async () => {
  const article = await read(docx(paragraph(run('&lt;script&gt;alert(1)&lt;/script&gt;'))))
  expect(article.text).toBe('<script>alert(1)</script>')
})

test.each<[string, Uint8Array, RegExp]>([
  ['no archive', strToU8('words'), /damaged/],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), /not a Word document/],
  [
    'a document without its text',
    zipSync({ 'word/a.xml': strToU8('<a/>') }),
    /damaged or not a Word document/,
  ],
  ['a document that is no XML', docx('<w:p>'), /damaged|no text/],
  ['a document without words', docx('<w:p/>'), /no text/],
  ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }), /far more/],
  ['a bomb of pictures', zipSync({ 'word/media/a.png': new Uint8Array(30_000_000) }), /far more/],
  ['30,000 tables in one another', docx('<w:tbl><w:tr><w:tc>'.repeat(30_000)), /nested too deeply|far more/],
  ['a bomb of entities', docx('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>'), /damaged|no text/],
])('P11 %s is refused in words', async (_case, bytes, words) => {
  const outcome = await read(bytes).catch((error: unknown) => error)
  if (!(outcome instanceof UnreadableError)) expect((outcome as { text: string }).text).toBe('&b;')
  else expect(outcome.message).toMatch(words)
})
