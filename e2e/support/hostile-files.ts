import { strToU8, zipSync } from 'fflate'
import { deflateSync } from 'node:zlib'
import {
  billionLaughs,
  docx,
  docxLinks,
  epub,
  odt,
  onePage,
  outsideEntity,
  pdf,
  stream,
  wordRun,
  zip,
} from './hostile-documents'

/** A hostile file. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** What it attempts. */
  readonly tries: string
  /** The required outcome: an article of plain text, or a refusal with a message. */
  readonly ends: 'text' | 'refused'
}

const RUN = 'globalThis.__ran=1'
const MEGABYTE = 1024 * 1024
const CRAMMED = Buffer.alloc(40 * MEGABYTE, ' ')

/**
 * One file for each attempt. `trap` is a URL that nothing may request, `secret` the URL of a file that nothing may
 * read.
 */
export const hostileFiles = (trap: string, secret: string): HostileFile[] => [
  ...pages(trap),
  ...savedPages(trap),
  ...markdowns(trap),
  ...archives(),
  ...documents(trap, secret),
  ...pdfs(trap),
  ...references(trap),
  ...richTexts(trap),
  ...disguises(),
  ...names(),
  ...texts(),
]

const text = (name: string, tries: string, bytes: HostileFile['bytes']): HostileFile => ({
  name,
  bytes,
  tries,
  ends: 'text',
})
const refused = (name: string, tries: string, bytes: HostileFile['bytes']): HostileFile => ({
  ...text(name, tries, bytes),
  ends: 'refused',
})

/** A page with text of its own, so that no two look like the same article. */
const html = (name: string, tries: string, body: string, head = ''): HostileFile =>
  text(
    `${name}.html`,
    tries,
    `<!doctype html><html><head><meta charset="utf-8"><title>Page ${name}</title>${head}</head><body><p>Words of ${name}.</p>${body}</body></html>`,
  )

const pages = (trap: string): HostileFile[] => [
  html(
    'scripts',
    'scripts, of its own and fetched',
    `<script>${RUN};fetch('${trap}/fetch');open('${trap}/open');alert(1)</script><script src="${trap}/a.js"></script><script type="module">import '${trap}/m.js'</script>`,
  ),
  html(
    'handlers',
    'handlers of events',
    `<img src=x onerror="${RUN}"><svg onload="${RUN}"></svg><details open ontoggle="${RUN}">x</details><input autofocus onfocus="${RUN}"><marquee onstart="${RUN}">m</marquee>`,
  ),
  html(
    'links',
    'links that are scripts',
    `<a href="javascript:${RUN}">one</a><a href="JaVa\tScRiPt:${RUN}">two</a><a href="&#106;avascript:${RUN}">three</a><a href=" \u0001javascript:${RUN}">four</a>`,
  ),
  html(
    'data links',
    'links that are pages or old scripts',
    `<a href="data:text/html,<script>${RUN}</script>">one</a><a href="vbscript:MsgBox(1)">two</a><a href="blob:${trap}/x">three</a>`,
  ),
  html(
    'refresh',
    'going elsewhere by itself',
    '',
    `<meta http-equiv="refresh" content="0;url=${trap}/refresh">`,
  ),
  html(
    'frames',
    'pages in the page',
    `<iframe src="${trap}/frame"></iframe><iframe srcdoc="<script>parent.__ran=1</script>"></iframe><object data="${trap}/object"></object><embed src="${trap}/embed"><portal src="${trap}/portal"></portal>`,
  ),
  html(
    'pictures',
    'pictures and films that tell when they are seen',
    `<img src="${trap}/a.png" srcset="${trap}/b.png 2x"><picture><source srcset="${trap}/c.webp"></picture><video poster="${trap}/d.png" src="${trap}/e.mp4" autoplay></video><audio src="${trap}/f.mp3" autoplay></audio><input type="image" src="${trap}/g.png">`,
  ),
  html(
    'styles',
    'styles, letters and backgrounds from elsewhere',
    `<p style="background:url(${trap}/p.png)">styled</p><table background="${trap}/t.png"><tr><td>cell</td></tr></table>`,
    `<link rel="stylesheet" href="${trap}/s.css"><style>@import url("${trap}/i.css");@font-face{font-family:x;src:url(${trap}/x.woff2)}body{font-family:x;display:none}</style>`,
  ),
  html(
    'hints',
    'asking before anybody asks',
    '',
    ['prefetch', 'preload', 'dns-prefetch', 'preconnect', 'prerender', 'modulepreload', 'icon', 'manifest']
      .map((rel) => `<link rel="${rel}" href="${trap}/${rel}" as="image">`)
      .join(''),
  ),
  html(
    'forms',
    'another base, and a form that sends itself',
    `<form action="${trap}/form" id="f"><input name="a" value="b"><button formaction="javascript:${RUN}">go</button></form><a ping="${trap}/ping" href="${trap}/a">link</a>`,
    `<base href="${trap}/" target="_blank">`,
  ),
  html(
    'drawings',
    'a drawing with scripts',
    `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject><use href="${trap}/u.svg#a"/><a><animate attributeName="href" values="javascript:${RUN}"/><text>t</text></a><image href="${trap}/i.png"/></svg>`,
  ),
  html(
    'changelings',
    'markup that changes its meaning when it is read twice',
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">n</p></noscript><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;"></table></mtext></math><template shadowrootmode="open"><img src=x onerror="${RUN}"></template><svg></p><style><a title="</style><img src onerror=${RUN}>">`,
  ),
  html('depth', 'a hundred thousand elements in each other', '<div>'.repeat(100_000) + 'deep'),
  html('tables', 'thousands of tables in each other', '<table><tr><td>'.repeat(5000) + 'deep'),
  html(
    'attributes',
    'an element of a hundred thousand attributes',
    `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="${index}"`).join(' ')}>many</p>`,
  ),
  html('marked', 'twenty thousand marks', '<mark>x</mark> '.repeat(20_000)),
  html('linked', 'twenty thousand links', `<a href="${trap}/n">n</a> `.repeat(20_000)),
  html(
    'linked data',
    'keys of the prototype in what the page says of itself',
    '',
    `<script type="application/ld+json">{"@type":"Article","headline":"<img src=x onerror=${RUN}>","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"author":{"name":{"__proto__":{"polluted":1}}},"url":"javascript:${RUN}"}</script>`,
  ),
  html('unclosed', 'a comment and a tag without end', `<!-- <p>x <script>${RUN}`),
  html(
    'entities',
    'characters that are none',
    'a&#0;b&#xD800;c&#x110000;d&#99999999999;e&#x202E;f&amp;lt;script&gt;',
  ),
  html('nothing', 'NUL inside of tags', `<scr\0ipt>${RUN}</scr\0ipt><im\0g src=x on\0error="${RUN}">`),
  html('title', 'a title that is a script', `<h1>&lt;script&gt;${RUN}&lt;/script&gt;</h1>`),
  text(
    'utf-7.html',
    'letters that become a script in another encoding',
    `<meta charset="utf-7"><title>Page utf-7</title><p>Words of utf-7. +ADw-script+AD4-${RUN}+ADw-/script+AD4-</p>`,
  ),
  text(
    'entity.xhtml',
    'an entity from elsewhere',
    `${outsideEntity(trap)}<html><head><title>Page entity</title></head><body><p>Words of entity. &out;</p></body></html>`,
  ),
  text(
    'laughs.xhtml',
    'a thousand million words out of a hundred',
    `${billionLaughs}<html><head><title>Page laughs</title></head><body><p>Words of laughs. &l10;</p></body></html>`,
  ),
  refused(
    'drawing.htm',
    'a drawing that says it is a page',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script><text>Words of a drawing.</text></svg>`,
  ),
]

const mhtml = (body: string, more = ''): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${body}\r\n${more}--b--\r\n`

const savedPages = (trap: string): HostileFile[] => [
  text(
    'saved.mhtml',
    'scripts and pictures in a saved page',
    mhtml(
      `<title>Page saved</title><p>Words of saved.</p><script>${RUN}</script><img src="${trap}/m.png" onerror="${RUN}"><link rel="stylesheet" href="cid:s">`,
      `--b\r\nContent-Type: text/css\r\nContent-ID: <s>\r\n\r\n@import url(${trap}/m.css);\r\n`,
    ),
  ),
  text(
    'places.mht',
    'parts that say they lie elsewhere',
    mhtml(
      '<title>Page places</title><p>Words of places.</p><iframe src="file:///etc/passwd"></iframe>',
      `--b\r\nContent-Type: text/html\r\nContent-Location: file:///etc/passwd\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!\r\n`,
    ),
  ),
  refused(
    'endless.mhtml',
    'parts in parts in parts',
    Array.from(
      { length: 5000 },
      (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
    ).join(''),
  ),
  refused(
    'unbounded.mhtml',
    'parts without a boundary',
    `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--\r\n--\r\n`,
  ),
]

const markdowns = (trap: string): HostileFile[] => [
  text(
    'markup.md',
    'markup in Markdown',
    `# Markdown markup\n\nWords.\n\n<script>${RUN}</script>\n\n<img src=x onerror="${RUN}">\n\n<iframe src="${trap}/md"></iframe>`,
  ),
  text(
    'links.md',
    'links that are scripts, and pictures from elsewhere',
    `# Markdown links\n\n[one](javascript:${RUN}) [two][ref] <javascript:${RUN}> ![three](${trap}/md.png) [four](data:text/html,x)\n\n[ref]: vbscript:x "title"`,
  ),
  refused('quotes.md', 'fifty thousand quotes in each other', `${'>'.repeat(50_000)} deep`),
  refused(
    'lists.md',
    'thousands of lists in each other',
    Array.from({ length: 2000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  ),
  text('brackets.md', 'brackets that are never closed', `# Markdown brackets\n\n${'['.repeat(20_000)}x`),
  text('stars.md', 'emphasis that never ends', `# Markdown stars\n\n${'*a_ '.repeat(5000)}`),
  text(
    'ticks.md',
    'code that never ends',
    `# Markdown ticks\n\n${Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')}`,
  ),
  text(
    'aliases.md',
    'aliases of aliases in the front matter',
    `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`).join('\n')}\ntitle: *j\n---\n\nWords of aliases.`,
  ),
  text(
    'tags.md',
    'tags that are programs in the front matter',
    `---\ntitle: !!js/function 'function () { ${RUN} }'\nauthor: !!python/object/apply:os.system ['curl ${trap}']\n__proto__: { polluted: 1 }\n---\n\nWords of tags.`,
  ),
]

const texts = (): HostileFile[] => [
  text('nul.txt', 'NUL between the letters', 'The NUL article\n\nA word\0 and an\0other word of it.'),
  text(
    'surrogates.txt',
    'halves of characters',
    Buffer.concat([
      Buffer.from('\uFEFFHalves of characters\n\nBefore ', 'utf16le'),
      Buffer.from([0x00, 0xd8, 0x20, 0x00, 0x00, 0xdc]),
      Buffer.from(' after.', 'utf16le'),
    ]),
  ),
  text(
    'broken.txt',
    'bytes of no encoding',
    Buffer.concat([
      Buffer.from('Broken letters\n\nHe said '),
      Buffer.from([0xc3, 0x28, 0xa0, 0xff, 0xfe, 0xf0, 0x9f]),
      Buffer.from(' and went on as before.'),
    ]),
  ),
  text(
    'odd.txt',
    'half a letter at the end',
    Buffer.concat([
      Buffer.from('\uFEFFAn odd number of bytes\n\nIt ends in the middle', 'utf16le'),
      Buffer.of(1),
    ]),
  ),
  text(
    'bidi.txt',
    'words that turn round what is read',
    'Right \u202Eto left\u202C and \u2066isolated\u2069\n\nA \u200Bword\u200D of\uFEFF none \u202Etxt.exe',
  ),
  text('pile.txt', 'thousands of marks on one letter', `A pile of marks\n\nZ${'\u0301'.repeat(2000)} end.`),
  text(
    'lines.txt',
    'half a million lines',
    `Lines without end\n\n${'x\n\n'.repeat(100)}${'y\n'.repeat(400_000)}`,
  ),
  text(
    'controls.txt',
    'orders to a terminal',
    'Orders\u001B[2J\u001B]0;owned\u0007 to a terminal\n\nAnd words with them, so that they are a text.',
  ),
  text(
    'markup.txt',
    'markup in a text',
    `<script>${RUN}</script><img src=x onerror="${RUN}">\n\n{{constructor.constructor('${RUN}')()}} \${${RUN}} {@html x}`,
  ),
  text(
    'one line.txt',
    'ten megabytes on one line',
    `One line of ten megabytes ${'word '.repeat((10 * MEGABYTE) / 5)}`,
  ),
]

const archives = (): HostileFile[] => {
  const bomb = zipSync({ 'word/document.xml': CRAMMED, 'content.xml': CRAMMED, 'a.xhtml': CRAMMED })
  const lying = Buffer.from(docx(wordRun('x'), { 'word/big.xml': CRAMMED.subarray(0, 3 * MEGABYTE) }))
  const locked = Buffer.from(odt('<text:p>x</text:p>'))
  for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 4))
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
  for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
    lying.writeUInt32LE(10, at + 24)
  let nested: Uint8Array = zip({ 'a.txt': 'x' })
  for (let level = 0; level < 50; level++) nested = zip({ 'word/document.xml': nested })
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}.xml`, '']))
  return [
    refused('bomb.docx', 'a small archive of hundreds of megabytes', bomb),
    refused('bomb.odt', 'a small archive of hundreds of megabytes', bomb),
    refused('bomb.epub', 'a small archive of hundreds of megabytes', bomb),
    refused('nested.docx', 'archives in archives', nested),
    refused('many.epub', 'more parts than a book has', epub('<p>x</p>', many)),
    refused('lying.docx', 'sizes that are not so', lying),
    refused('locked.odt', 'parts that say they are locked', locked),
    refused(
      'out.docx',
      'a part that lies outside of the archive',
      docx(wordRun('x'), { '../../evil.xml': 'evil' }),
    ),
    refused(
      'root.epub',
      'a part that lies at the root of the disk',
      epub('<p>x</p>', { '/tmp/evil.xml': 'evil' }),
    ),
    refused(
      'windows.odt',
      'a part that lies on another disk',
      odt('<text:p>x</text:p>', { 'C:\\evil.xml': 'evil' }),
    ),
    refused('cut.docx', 'an archive cut short', docx(wordRun('x')).slice(0, 300)),
  ]
}

const documents = (trap: string, secret: string): HostileFile[] => [
  refused(
    'entity.docx',
    'an entity from elsewhere',
    docx(wordRun('Words of a Word entity. &out;'), {}, outsideEntity(secret)),
  ),
  refused(
    'laughs.docx',
    'a thousand million words out of a hundred',
    docx(wordRun('Words of Word laughs. &l10;'), {}, billionLaughs),
  ),
  text(
    'template.docx',
    'a template, a picture and an object from elsewhere',
    docx(
      `${wordRun('Words of a template.')}<w:p><w:hyperlink r:id="hyperlink"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>INCLUDEPICTURE "${trap}/w.png"</w:instrText></w:r></w:p>`,
      docxLinks(`${trap}/template.dotm`),
    ),
  ),
  text(
    'script link.docx',
    'a link that is a script',
    docx(
      `${wordRun('Words of a script link.')}<w:p><w:hyperlink r:id="hyperlink"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>`,
      docxLinks(`javascript:${RUN}`),
    ),
  ),
  refused(
    'tables.docx',
    'thousands of tables in each other',
    docx('<w:tbl><w:tr><w:tc>'.repeat(5000) + wordRun('deep') + '</w:tc></w:tr></w:tbl>'.repeat(5000)),
  ),
  text(
    'entity.odt',
    'an entity from elsewhere',
    odt('<text:p>Words of an ODT entity. &out;</text:p>', {}, outsideEntity(secret)),
  ),
  text(
    'laughs.odt',
    'a thousand million words out of a hundred',
    odt('<text:p>Words of ODT laughs. &l10;</text:p>', {}, billionLaughs),
  ),
  text(
    'links.odt',
    'links that are scripts, and a picture from elsewhere',
    odt(
      `<text:p>Words of ODT links. <text:a xlink:href="javascript:${RUN}">a</text:a><draw:image xlink:href="${trap}/o.png"/></text:p>`,
      { 'Basic/Standard/Module1.xml': `<script>Shell("curl ${trap}")</script>` },
    ),
  ),
  text(
    'depth.odt',
    'thousands of parts in each other',
    odt(
      '<text:p>Top.</text:p>' +
        '<text:section>'.repeat(5000) +
        '<text:p>deep</text:p>' +
        '</text:section>'.repeat(5000),
    ),
  ),
  text(
    'spaces.odt',
    'a thousand million spaces',
    odt('<text:p>Words of spaces.<text:s text:c="999999999"/>end</text:p>'),
  ),
  text(
    'entity.epub',
    'an entity from elsewhere',
    epub('<p>Words of a book entity. &out;</p>', {}, outsideEntity(secret)),
  ),
  text(
    'laughs.epub',
    'a thousand million words out of a hundred',
    epub('<p>Words of book laughs. &l10;</p>', {}, billionLaughs),
  ),
  text(
    'scripts.epub',
    'a book with scripts and letters from elsewhere',
    epub(
      `<p>Words of a book with scripts.</p><script>${RUN}</script><script src="${trap}/b.js"></script><iframe src="${trap}/b"></iframe><img src="${trap}/b.png" onerror="${RUN}"/><style>@font-face{src:url(${trap}/b.woff)}</style>`,
    ),
  ),
  refused(
    'places.epub',
    'a book whose chapters lie outside of it',
    epub('<p>x</p>', {
      'b.opf': `<package><manifest><item id="a" href="../../../../etc/passwd"/><item id="b" href="${trap}/chapter"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    }),
  ),
]

const pdfs = (trap: string): HostileFile[] => [
  text(
    'actions.pdf',
    'scripts, programs and addresses when it is opened',
    onePage(
      'Words of actions.',
      {
        catalog: `/OpenAction 5 0 R /AA << /WC 6 0 R >> /Names << /JavaScript << /Names [(a) 5 0 R] >> >>`,
        page: `/AA << /O 6 0 R >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A 7 0 R >>]`,
      },
      `<< /S /JavaScript /JS (app.alert\\(1\\); ${RUN}; app.launchURL\\('${trap}/js'\\)) >>`,
      '<< /S /Launch /F (/bin/sh) >>',
      `<< /S /URI /URI (javascript:${RUN}) /Next << /S /SubmitForm /F (${trap}/form) >> >>`,
    ),
  ),
  text(
    'letters.pdf',
    'a program in the matrix of a typeface',
    onePage(
      'Words of letters.',
      { resources: '/Font << /F 5 0 R >>' },
      `<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FontDescriptor << /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 1 1] >> /FontMatrix [1 2 3 4 5 (0\\); ${RUN}; fetch\\('${trap}/font'\\)//)] >>`,
    ),
  ),
  refused(
    'circle.pdf',
    'pages that hold each other',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2 >>',
      '<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 2 >>',
    ),
  ),
  refused(
    'endless.pdf',
    'a thousand million pages',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ),
  ),
  refused('deep.pdf', 'lists in lists in lists', pdf(`<< /Type /Catalog /Pages ${'['.repeat(100_000)} >>`)),
  text(
    'mirror.pdf',
    'a drawing that draws itself',
    onePage(
      'Words of a mirror.',
      {
        resources:
          '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >>',
        page: '/Contents [4 0 R 6 0 R]',
      },
      stream(
        '/X Do /X Do',
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
      ),
      stream('/X Do'),
    ),
  ),
  text(
    'outline.pdf',
    'an outline that goes round',
    onePage(
      'Words of an outline.',
      { catalog: '/Outlines 5 0 R' },
      '<< /Type /Outlines /First 6 0 R /Last 6 0 R >>',
      `<< /Title (<script>${RUN}</script>) /Parent 5 0 R /Next 6 0 R /First 6 0 R /Dest [3 0 R /Fit] >>`,
    ),
  ),
  text(
    'crammed.pdf',
    'a hundred megabytes of nothing on a page',
    onePage(
      'Words of a crammed page.',
      { page: '/Contents [4 0 R 5 0 R]' },
      stream(deflateSync(CRAMMED), '/Filter /FlateDecode'),
    ),
  ),
  refused('cut.pdf', 'a PDF cut short', onePage('Cut.').slice(0, 60)),
  refused(
    'before.pdf',
    'tables that send each other round',
    Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF',
    ),
  ),
]

const json = (value: string) => value

const references = (trap: string): HostileFile[] => [
  refused(
    'prototype.json',
    'keys of the prototype in a project',
    json(
      '{"format":"counterpoint","version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ),
  ),
  refused('deep.json', 'lists in lists in lists', json('['.repeat(200_000))),
  refused(
    'deep objects.json',
    'a project in a project in a project',
    json('{"format":"counterpoint","version":1,"sources":'.repeat(20_000) + '0' + '}'.repeat(20_000)),
  ),
  refused(
    'numbers.json',
    'numbers that are none',
    json('{"format":"counterpoint","version":1e999,"revision":-1e999}'),
  ),
  refused(
    'scripts.csl.json',
    'references with scripts',
    json(
      `[{"title":"<img src=x onerror=${RUN}><script>${RUN}</script>","URL":"javascript:${RUN}","author":[{"literal":"<svg onload=${RUN}>"}]}]`,
    ),
  ),
  refused(
    'prototype.csl.json',
    'keys of the prototype in references',
    json(
      '[{"title":"Prototype","__proto__":{"polluted":1},"author":{"__proto__":{"polluted":1}},"issued":{"date-parts":[[1e999,{}]]}}]',
    ),
  ),
  refused(
    'deep.csl.json',
    'lists in lists in references',
    json(`[{"title":"Deep","author":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`),
  ),
  refused('address.bib', 'an address in place of references', `${trap}/library.bib`),
  refused('identifier.ris', 'an identifier in place of references', '10.1000/xyz123'),
  refused(
    'strings.bib',
    'abbreviations of abbreviations',
    `@string{a0 = {xxxxxxxxxx}}\n${Array.from({ length: 20 }, (_, level) => `@string{a${level + 1} = a${level} # a${level}}`).join('\n')}\n@article{k, title = a20}`,
  ),
  refused(
    'braces.bib',
    'braces in braces in braces',
    `@article{k, title = ${'{'.repeat(20_000)}x${'}'.repeat(20_000)}}`,
  ),
  refused(
    'commands.bib',
    'commands of TeX that read and write files',
    '@article{k, title = {\\input{/etc/passwd}\\write18{curl}\\def\\x{\\x\\x}\\x}, url = {javascript:x}}',
  ),
  refused(
    'authors.ris',
    'ten thousand authors',
    `TY  - JOUR\nTI  - Of very many authors\n${'AU  - Doe, Jane\n'.repeat(10_000)}ER  - \n`,
  ),
]

const richTexts = (trap: string): HostileFile[] => [
  text(
    'groups.rtf',
    'a hundred thousand groups in each other',
    `{\\rtf1 Words of groups. ${'{'.repeat(100_000)}`,
  ),
  text(
    'fields.rtf',
    'pictures and objects from elsewhere',
    `{\\rtf1 Words of fields. {\\field{\\*\\fldinst INCLUDEPICTURE "${trap}/r.png"}{\\fldrslt shown}}{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}{\\*\\template ${trap}/r.dotm}}`,
  ),
  refused('binary.rtf', 'more bytes than there are', '{\\rtf1 Words of binary. {\\pict\\bin2147483647 x}'),
  text(
    'letters.rtf',
    'characters that are none',
    '{\\rtf1\\uc0 Words of letters. \\u-99999999 \\u55357 \\u999999999999 end.}',
  ),
]

const disguises = (): HostileFile[] => [
  refused(
    'program.txt',
    'a program that says it is text',
    Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)]),
  ),
  refused('words.pdf', 'a page that says it is a PDF', `<script>${RUN}</script>`),
  refused('book.docx', 'a PDF that says it is a Word document', onePage('Disguised.')),
  refused('parts.odt', 'a Word document that says it is another', docx(wordRun('Disguised.'))),
  refused('archive.md', 'an archive that says it is Markdown', zip({ a: Buffer.alloc(4000, 7) })),
  refused(
    'drawing.svg',
    'a drawing with a script',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  ),
  text(
    'both.pdf',
    'a PDF that is an archive too',
    Buffer.concat([onePage('Words of both.'), zip({ 'word/document.xml': '<a/>' })]),
  ),
  text(
    'both.html',
    'a picture that is a script and a page',
    `GIF89a/*<title>Page both</title><p>Words of a picture.</p>*/=1;${RUN}`,
  ),
]

const names = (): HostileFile[] =>
  [
    `<img src=x onerror=${RUN}>.txt`,
    'line\nfeed\tand\u0007bell.txt',
    `${'long '.repeat(49)}.txt`,
    '..txt',
    '....txt',
    '..%2f..%2fevil.txt',
    '..\\..\\evil.txt',
    '__proto__.txt',
    'con.aux.txt',
    'turned\u202Etxt.exe.txt',
    'quote\'"`$(touch evil).txt',
  ].map((name, index) =>
    text(
      name,
      'a name that is more than a name',
      strToU8(`Named by number ${index}\n\nWords of number ${index}.`),
    ),
  )
