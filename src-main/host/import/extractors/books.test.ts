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
