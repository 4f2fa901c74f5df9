import { strToU8, zipSync } from 'fflate'

/** The parts of an archive by name. */
export type Parts = Record<string, string | Uint8Array>

const bytesOf = (part: string | Uint8Array) => (typeof part === 'string' ? strToU8(part) : part)

export const zip = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, bytesOf(part)])))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const wordRun = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

/** A Word document with this body, optional parts, and optional text before its root element. */
export const docx = (body: string, more: Parts = {}, before = ''): Uint8Array =>
  zip({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${before}<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })

/** Relationships of a Word document with external targets. */
export const docxLinks = (target: string): Parts => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${[
    'attachedTemplate',
    'image',
    'hyperlink',
    'oleObject',
    'frame',
  ]
    .map(
      (type) =>
        `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`,
})

export const odt = (body: string, more: Parts = {}, before = ''): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${before}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:xlink="x" xmlns:draw="d"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  })

export const epub = (body: string, more: Parts = {}, before = ''): Uint8Array =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'b.opf':
      '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': `${before}<html><body>${body}</body></html>`,
    ...more,
  })

/** A document type with an external entity. */
export const outsideEntity = (address: string): string =>
  `<!DOCTYPE x [<!ENTITY out SYSTEM "${address}"><!ENTITY % more SYSTEM "${address}"> %more;]>`

/** A document type of ten entities, each ten times the one before: ten thousand million laughs. */
export const billionLaughs: string = `<!DOCTYPE x [<!ENTITY l0 "laugh ">${Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('')}]>`

/** A PDF of these objects, the first of which is the catalog, without a cross-reference table. */
export const pdf = (...objects: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as Uint8Array),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from(`trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`),
  ])

/** A stream of a PDF, with further entries for its dictionary. */
export const stream = (content: string | Uint8Array, dictionary = ''): Uint8Array => {
  const bytes = Buffer.from(content as Uint8Array)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >> stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'

/** A PDF with one page of this text. Catalog, page and further objects (from the fifth) can be extended. */
export const onePage = (
  words: string,
  { catalog = '', page = '', resources = FONT }: { catalog?: string; page?: string; resources?: string } = {},
  ...more: (string | Uint8Array)[]
): Uint8Array =>
  pdf(
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    stream(`BT /F 12 Tf 60 700 Td (${words}) Tj ET`),
    ...more,
  )
