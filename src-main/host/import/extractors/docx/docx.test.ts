import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { docx, paragraph, read, run, W } from './testing/docx'

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

test('words that run in another direction or have their pronunciation above them are read', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>`
  const article = await read(
    docx(
      paragraph(
        run('A '),
        `<w:bdo w:val="rtl">${run('b')}</w:bdo>`,
        `<w:dir w:val="rtl">${run('c')}</w:dir>`,
        ruby,
      ),
    ),
  )
  expect(article.text).toBe('A bc漢字')
})

test('a document with a link without an address, or a mark of a missing note, is read', async () => {
  const article = await read(
    docx(
      paragraph(
        run('See '),
        `<w:hyperlink r:id="gone">${run('the law')}</w:hyperlink>`,
        '<w:r><w:footnoteReference w:id="7"/></w:r>',
        run('.'),
      ),
    ),
  )
  expect(article.text).toBe('See the law.')
})

test('words are raised, struck out or hidden by their position, a double line or a style as well', async () => {
  const styled = (properties: string, words: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const style = (id: string, content: string, kind = 'character') =>
    `<w:style w:type="${kind}" w:styleId="${id}">${content}</w:style>`
  const styles = `<w:styles ${W}>${[
    style('Hoch', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    style('Noch', '<w:basedOn w:val="Hoch"/>'),
    style('Weg', '<w:rPr><w:strike/></w:rPr>'),
    style('Gone', '<w:rPr><w:vanish/></w:rPr>', 'paragraph'),
    style('Mark', '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', 'paragraph'),
  ].join('')}</w:styles>`
  const article = await read(
    docx(
      paragraph(
        run('The plan of 2019'),
        styled('<w:position w:val="6"/>', '3'),
        run(' and 2020'),
        styled('<w:rStyle w:val="Noch"/>', '4'),
        styled('<w:rStyle w:val="Noch"/><w:vertAlign w:val="baseline"/>', ' and 5'),
        styled('<w:position w:val="-2"/>', '6'),
        styled('<w:dstrike/>', ' failed'),
        styled('<w:rStyle w:val="Weg"/>', ' twice'),
        styled('<w:rStyle w:val="Weg"/><w:strike w:val="0"/>', ' passed.'),
      ) +
        paragraph('<w:pPr><w:pStyle w:val="Gone"/></w:pPr>', run('Secret')) +
        paragraph('<w:pPr><w:pStyle w:val="Mark"/></w:pPr>', run('Open')),
      { 'word/styles.xml': styles },
    ),
  )
  expect(article.text).toBe('The plan of 2019³ and 2020⁴ and 56 passed.\n\nOpen')
})

test('hidden and struck-out words are left out and counted, raised figures are kept apart', async () => {
  const styled = (properties: string, words: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const styles = `<w:styles ${W}><w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
  const article = await read(
    docx(
      paragraph(
        run('The plan of 2019'),
        styled('<w:vertAlign w:val="superscript"/>', '3'),
        styled('<w:vanish/>', ' a draft'),
        styled('<w:rStyle w:val="Secret"/>', ' or less'),
        styled('<w:strike/>', ' failed'),
        styled('<w:vanish w:val="0"/>', ' passed.'),
      ),
      { 'word/styles.xml': styles },
    ),
  )
  expect(article.text).toBe('The plan of 2019³ passed.')
  expect(article.report).toEqual([
    { what: 'pieces of hidden text left out', count: 2 },
    { what: 'struck-out words left out', count: 1 },
  ])
})

test('the items of lists and numbered headings have the numbers that Word shows', async () => {
  const level = (at: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', 4)}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Part %1')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
  const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`
  const item = (list: number, depth: number, words: string) =>
    paragraph(
      `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`,
      run(words),
    )
  const heading = (words: string) => paragraph('<w:pPr><w:pStyle w:val="H1"/></w:pPr>', run(words))
  const article = await read(
    docx(
      heading('The harbour') +
        item(1, 0, 'to the town') +
        item(1, 1, 'in summer') +
        item(1, 1, 'in winter') +
        item(1, 0, 'to the crown') +
        item(1, 1, 'always') +
        item(2, 0, 'a bullet') +
        heading('The dues'),
      { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
    ),
  )
  expect(article.text.split(/\n+/)).toEqual([
    'Part I The harbour',
    '4. to the town',
    '4.a) in summer',
    '4.b) in winter',
    '5. to the crown',
    '5.a) always',
    'a bullet',
    'Part II The dues',
  ])
})

test('a text box is read after its paragraph, once, with or without a copy for older programs', async () => {
  const box = (words: string) =>
    `<w:drawing><wps:txbx><w:txbxContent>${paragraph(run(words))}</w:txbxContent></wps:txbx></w:drawing>`
  const old = `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('In a box.'))}</w:txbxContent></v:textbox></v:shape></w:pict>`
  const both = `<mc:AlternateContent><mc:Choice>${box('In a box.')}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`
  for (const drawn of [box('In a box.'), both]) {
    const article = await read(
      docx(paragraph(run('Before '), `<w:r>${drawn}</w:r>`, run('after.')) + paragraph(run('End.'))),
    )
    expect(article.text).toBe('Before after.\n\nIn a box.\n\nEnd.')
    expect(article.report).toEqual([])
  }
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

test('a style of a publisher’s own is what it is based on; a level of the outline makes a heading', async () => {
  const style = (id: string, name: string, more: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const styles = `<w:styles ${W}>${[
    style('berschrift2', 'heading 2', ''),
    style('Zitat', 'Quote', ''),
    style('House', 'House Heading', '<w:basedOn w:val="HouseBase"/>'),
    style('HouseBase', 'House Base', '<w:basedOn w:val="berschrift2"/>'),
    style('HouseQuote', 'House Quote', '<w:basedOn w:val="Zitat"/>'),
    style('Levelled', 'Chapter', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    style('TOC', 'TOC Heading', '<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
  ].join('')}</w:styles>`
  const styled = (id: string, words: string) =>
    paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, run(words))
  const { text, blocks } = await read(
    docx(
      styled('House', 'The harbour') +
        styled('HouseQuote', 'It was dredged.') +
        styled('Levelled', 'The dues') +
        paragraph('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', run('The ships')) +
        styled('TOC', 'What is in it') +
        styled('Loop', 'Words.') +
        paragraph(
          '<w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="House"/></w:pPr></w:pPrChange></w:pPr>',
          run('No heading any more.'),
        ),
      { 'word/styles.xml': styles },
    ),
  )
  expect(blocks.map(({ role, level, start, end }) => [role, level, text.slice(start, end)])).toEqual([
    ['heading', 2, 'The harbour'],
    ['quote', undefined, 'It was dredged.'],
    ['heading', 3, 'The dues'],
    ['heading', 1, 'The ships'],
    ['paragraph', undefined, 'What is in it'],
    ['paragraph', undefined, 'Words.'],
    ['paragraph', undefined, 'No heading any more.'],
  ])
})
