import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readImport } from '../import-file'

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])))

const CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
const OPF =
  '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'

const book = (chapter: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    'META-INF/container.xml': CONTAINER,
    'b.opf': OPF,
    'a.xhtml': `<html><body>${chapter}</body></html>`,
    ...more,
  })

const text = (content: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({ 'content.xml': `<office:document-content>${content}</office:document-content>`, ...more })

async function textOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const imported = await readImport(fileName, bytes)
  return imported.kind === 'article' ? imported.article.text : ''
}

const LOCKED = '<e><CipherReference URI="a.xhtml"/></e>'

test.each<[string, string, Uint8Array, RegExp]>([
  ['a book that is no archive', 'a.epub', strToU8('words'), /damaged/],
  [
    'a book without a list of its parts',
    'a.epub',
    zip({ 'a.xhtml': '<p>x</p>' }),
    /list of contents is missing/,
  ],
  ['a book without chapters', 'a.epub', book('', { 'a.xhtml': '' }), /has no text/],
  ['a book of pictures', 'a.epub', book('<img src="a.png"/>'), /has no text/],
  ['a protected book', 'a.epub', book('<p>x</p>', { 'META-INF/encryption.xml': LOCKED }), /copy-protected/],
  ['a text without content', 'a.odt', zip({ 'meta.xml': '<a/>' }), /text is missing/],
  ['an empty text', 'a.odt', text('<text:p/>'), /has no text/],
  [
    'a text with a password',
    'a.odt',
    text('<text:p>x</text:p>', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }),
    /password/,
  ],
  ['a rich text that is none', 'a.rtf', strToU8('Just words.'), /not rich text/],
  ['an empty rich text', 'a.rtf', strToU8('{\\rtf1{\\pict 00ff}}'), /has no text/],
  ['references that are none', 'a.bib', strToU8('Just words.'), /has no references/],
  ['references that are broken', 'a.bib', strToU8('@article{a, title = {x'), /None of its references/],
  ['references of no kind', 'a.csl.json', strToU8('{"a": '), /JSON is not valid/],
  ['references that are a picture', 'a.ris', new Uint8Array(500), /not text/],
])('P11 %s is refused in words', async (_case, fileName, bytes, words) => {
  await expect(readImport(fileName, bytes)).rejects.toThrow(words)
})

test('a book with only its fonts encrypted is read', async () => {
  const locked = '<e><CipherReference URI="fonts/a.otf"/></e>'
  expect(await textOf('a.epub', book('<p>Words.</p>', { 'META-INF/encryption.xml': locked }))).toBe('Words.')
})

test('words that the style sheet of a book raises, strikes out or hides are told apart', async () => {
  const chapter =
    '<p>The pact of 2019<span class="Hoch">3</span> was <span class="weg">not </span>signed<span class="no"> here</span>.</p>'
  const style =
    '@charset "utf-8"; span.Hoch { vertical-align: super } .weg { text-decoration: line-through } .no { display: none }'
  expect(await textOf('a.epub', book(chapter, { 'css/a.css': style }))).toBe('The pact of 2019³ was signed.')
})

test('a self-closing element does not swallow text, and nothing outside the archive is read', async () => {
  const chapter = '<title/><div id="a"/><p>One<a id="b"/> two.</p><p>Three.</p>'
  expect(await textOf('a.epub', book(chapter))).toBe('One two.\n\nThree.')
  const out = OPF.replace('a.xhtml', '../../../../etc/passwd')
  await expect(readImport('a.epub', book('', { 'b.opf': out }))).rejects.toThrow(/has no text/)
})

test('declared entities are not expanded', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
  const bytes = zip({ 'content.xml': `${bomb}<d><text:p>Words &b; &c;</text:p></d>` })
  expect(await textOf('a.odt', bytes)).not.toMatch(/bbbb|root:/)
})

test('the form of words in an OpenDocument text that changes their meaning is kept or reported', async () => {
  const styles = `<office:automatic-styles>
    <style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>
    <style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>
    <style:style style:name="no"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="P1" style:parent-style-name="Heading_20_2"/>
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1" text:start-value="4"/>
    <text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/></text:list-style></office:automatic-styles>`
  const span = (style: string, words: string) => `<text:span text:style-name="${style}">${words}</text:span>`
  const item = (words: string) => `<text:list-item>${words}</text:list-item>`
  const p = (words: string) => `<text:p>${words}</text:p>`
  const cell = (words: string) => `<table:table-cell>${words}</table:table-cell>`
  const table = (...cells: string[]) =>
    `<table:table><table:table-row>${cells.join('')}</table:table-row></table:table>`
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Seen.</text:p></text:note-body></text:note>'
  const body = [
    '<text:p text:style-name="P1">Second part</text:p>',
    p(`2019${span('up', '3')} was ${span('gone', 'bad ')}good${span('no', ' at first')}, co\u00ADoperative.`),
    `<text:list text:style-name="L">${item(p('one'))}${item(p('two') + `<text:list>${item(p('in it'))}</text:list>`)}</text:list>`,
    `<text:list text:style-name="L" text:continue-numbering="true">${item(p('three'))}</text:list>`,
    table(cell(p(`a${note}`)), cell(table(cell(p('b')), cell(p('c'))))),
    p('<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>End.'),
  ].join('')
  const bytes = zip({ 'content.xml': `<d>${styles}<office:body>${body}</office:body></d>` })
  const imported = await readImport('a.odt', bytes)
  if (imported.kind !== 'article') throw new Error('no article')
  const { text, blocks, report } = imported.article
  expect(text.split(/\n+/)).toEqual([
    'Second part',
    '2019³ was good, cooperative.',
    '4. one',
    '5. two',
    'a) in it',
    '6. three',
    'a[1] | b | c',
    'In a box.',
    'End.',
    '1. Seen.',
  ])
  expect(blocks.map(({ role, level }) => `${role}${level ?? ''}`).slice(0, 6)).toEqual([
    'heading2',
    'paragraph',
    'list-item',
    'list-item',
    'list-item2',
    'list-item',
  ])
  expect(report.map(({ what }) => what)).toEqual([
    'struck-out words left out',
    'hidden text left out',
    'tables turned into text',
  ])
})

test('a very deeply nested text is read', async () => {
  const deep = 20_000
  const content = `${'<text:section>'.repeat(deep)}<text:p>Words.</text:p>${'</text:section>'.repeat(deep)}`
  expect(await textOf('a.odt', text(content))).toBe('Words.')
})

test('a file of references never causes a request', async () => {
  const ris =
    'TY  - JOUR\nTI  - https://example.org/a\nDO  - 10.1000/x\nUR  - https://example.org/b\nER  - \n'
  expect(await readImport('a.ris', strToU8(ris))).toMatchObject({
    references: [{ title: 'https://example.org/a', doi: '10.1000/x', url: 'https://example.org/b' }],
  })
  await expect(readImport('a.bib', strToU8('https://example.org/library.bib'))).rejects.toThrow(
    /no references/,
  )
})

test('a reference has its whole DOI, the day of access and “et al.” for other authors', async () => {
  const bib = `@article{a, title={Waves}, author={Hill, Ann and others}, doi={10.1000/0000-0493(1987)115<1606:WISHAR>2.0.CO;2}, urldate={2026-04-05}}
    @article{b, title={Tides}, doi={10.1000%2Fabc.1}}`
  expect(await readImport('a.bib', strToU8(bib))).toMatchObject({
    references: [
      {
        doi: '10.1000/0000-0493(1987)115<1606:wishar>2.0.co;2',
        authors: ['Ann Hill', 'et al.'],
        accessed: '2026-04-05',
      },
      { doi: '10.1000/abc.1' },
    ],
  })
})

test.each([
  ['CO$_2$ in the sea', 'CO2 in the sea'],
  ['A gain of $10^{6}$ and $x^2$', 'A gain of 10⁶ and x²'],
  ['$\\alpha$-particles and {$\\beta$} decay', 'α-particles and β decay'],
  ['The \\relax {LHC} at \\(\\sqrt{s} = 13\\,\\mathrm{TeV}\\)', 'The LHC at √s = 13 TeV'],
  ['From \\$5 to \\$10 a day', 'From $5 to $10 a day'],
  ['Growth of 5\\% in R\\&D', 'Growth of 5% in R&D'],
  ['Sp$\\ddot{a}$te $p \\leq 0.05$ values', 'Späte p ≤ 0.05 values'],
])('the title “%s” is read as “%s”', async (title, words) => {
  const read = await readImport('a.bib', strToU8(`@article{a, title = {${title}}, year = 2020}`))
  expect(read).toMatchObject({ references: [{ title: words }] })
})

test.each([
  ['10.1000/0000-0493(1987)115<1606:WISHAR>2.0.CO;2'],
  ['10.1000/0000-0493(1987)115{\\textless}1606:WISHAR{\\textgreater}2.0.CO;2'],
  ['10.1000/0000-0493(1987)115$<$1606:WISHAR$>$2.0.CO;2'],
  ['10.1000/0000-0493(1987)115&lt;1606:WISHAR&gt;2.0.CO;2'],
  ['https://doi.org/10.1000%2F0000-0493%281987%29115%3C1606%3AWISHAR%3E2.0.CO%3B2'],
  ['10.1000/\\relax0000-0493(1987)115<1606:WISHAR>2.0.CO;2'],
])('the DOI “%s” is read whole', async (doi) => {
  const read = await readImport('a.bib', strToU8(`@article{a, title = {Waves}, doi = {${doi}}}`))
  expect(read).toMatchObject({ references: [{ doi: '10.1000/0000-0493(1987)115<1606:wishar>2.0.co;2' }] })
})

test.each([
  ['without a key', '@article{, title = {Broken}}'],
  ['without a comma', '@article{b title = {Broken}}'],
  ['with an open brace', '@article{b, title = {Bro{ken}, year = 2000}'],
  ['with an open quotation mark', '@article{b, title = "Broken, year = 2000}'],
  ['behind another on its line', '@article{b, title = {B}, year = {{2000}} @misc{b2, title = {'],
])('a broken reference %s does not stop the others', async (_case, broken) => {
  const others = [1, 2].map((at) => `@article{k${at}, title = {Number ${at}}}`)
  const read = await readImport('a.bib', strToU8(`${others[0]}\n${broken}\n${others[1]}\n`))
  const titles = read.kind === 'references' ? read.references.map(({ title }) => title) : []
  expect(titles).toEqual(expect.arrayContaining(['Number 1', 'Number 2']))
})

test('letters, addresses, spans and names of a BibTeX file are read as they are meant', async () => {
  const bib = String.raw`@article{a, title={\aa ngstr\"om, na\"{\i}ve, \O re, \ss{}}, author={Smith, A. and}, date={2018-03/2018-05}, url={\url{https://example.org/a\_b?x=1\%20}}, doi={10.1000\slash abc}}`
  expect(await readImport('a.bib', strToU8(bib))).toMatchObject({
    references: [
      {
        title: 'ångström, naïve, Øre, ß',
        authors: ['A. Smith'],
        published: '2018-03/2018-05',
        url: 'https://example.org/a_b?x=1%20',
        doi: '10.1000/abc',
      },
    ],
  })
})

test('both names of authors in RIS are read, and a date with words behind it', async () => {
  const ris =
    'TY  - JOUR\r\nA1  - Hill, Ann\r\nAU  - Baker, Bob\r\nTI  - Waves\r\nY1  - 2019/04/03/Spring\r\nER  - \r\n'
  expect(await readImport('a.ris', strToU8(ris))).toMatchObject({
    references: [{ authors: ['Ann Hill', 'Bob Baker'], published: '2019-04-03' }],
  })
})

test('one unclosed reference among three thousand is skipped alone', async () => {
  const entry = (at: number) =>
    `@article{k${at}, title = {On number ${at}}, author = {Doe, J.}, year = 2019}\n`
  const file = Array.from({ length: 3000 }, (_, at) =>
    at === 1700 ? '@misc{bad, title = {x\n' : entry(at),
  ).join('')
  const read = await readImport('a.bib', strToU8(file))
  expect(read.kind === 'references' && read.references.length).toBe(2999)
})

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
  expect(await textOf('a.rtf', strToU8(words))).toBe(expected)
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
