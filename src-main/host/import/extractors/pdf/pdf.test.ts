import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { ContractError } from '#api/errors'
import { blocksFit } from '#domain/document/integrity'
import { readImport } from '../../import-file'

const SAMPLES = join(import.meta.dirname, '../../../../../src-domain/formats/import/samples/pdf')
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))

async function article(bytes: Uint8Array, progress?: (done: number, of: number) => void) {
  const imported = await readImport('a.pdf', bytes, progress)
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}

/** The message with which a file is refused. */
const refusal = (bytes: Uint8Array) =>
  article(bytes).then(
    ({ text }) => `read: ${text}`,
    (error: unknown) =>
      error instanceof ContractError ? `${error.code}: ${error.message}` : `fault: ${String(error)}`,
  )

/** Makes a PDF with pages of lines. */
async function pdfOf(
  pages: readonly (readonly string[])[],
  more: (pdf: PDFDocument) => void = () => undefined,
) {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (const lines of pages) {
    const page = pdf.addPage([300, 400])
    lines.forEach((line, index) => page.drawText(line, { x: 40, y: 350 - index * 13, size: 10, font }))
  }
  more(pdf)
  return pdf.save({ useObjectStreams: false })
}

const LINES = [
  'The tide tables were printed each winter, and each',
  'winter they were wrong by the same eleven minutes.',
]

/** Makes a PDF from its objects, numbered from 1. The first is the catalog. */
function byHand(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.flatMap((object, index) => [`${index + 1} 0 obj\n`, object, '\nendobj\n'])
  const end = `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`
  return Buffer.concat(['%PDF-1.4\n', ...parts, end].map((part) => Buffer.from(part as string)))
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'

test('P10 samples exist', () => expect(samples.length).toBeGreaterThan(3))

describe.each(samples)('%s', (name) => {
  const bytes = readFileSync(join(SAMPLES, name))

  test('is read as expected', async () => {
    const { title, authors, published, language, doi, text, blocks } = await article(bytes)
    const read = { title, authors, published, language, doi }
    const pieces = blocks.map(({ start, end, ...block }) => ({ ...block, text: text.slice(start, end) }))
    const expected = readFileSync(join(SAMPLES, `${name}.expected.json`), 'utf8')
    expect({ ...read, blocks: pieces }).toEqual(JSON.parse(expected))
    expect(blocksFit({ text, blocks })).toBe(true)
  })
})

test('the original text is kept page by page, with progress for each', async () => {
  const progress: string[] = []
  const bytes = await pdfOf([LINES, ['And the third page was', 'never printed at all.']])
  const read = await article(bytes, (done, of) => progress.push(`${done}/${of}`))
  expect(read.originalText).toBe(`${LINES.join('\n')}\n\fAnd the third page was\nnever printed at all.`)
  expect(read.format).toBe('pdf')
  expect(progress).toEqual(['0/2', '1/2'])
})

test('links, form fields, comments, pictures, scripts and attachments are counted in the report', async () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const pdf = await PDFDocument.load(await pdfOf([LINES]))
  const page = pdf.getPage(0)
  page.drawImage(await pdf.embedPng(Buffer.from(PIXEL, 'base64')), { x: 1, y: 1, width: 9, height: 9 })
  pdf.getForm().createTextField('name').addToPage(page, { x: 10, y: 10 })
  const note = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('Is this so?') }
  const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }
  for (const each of [note, link]) page.node.addAnnot(pdf.context.register(pdf.context.obj(each)))
  pdf.addJavaScript('main', 'app.alert(1)')
  await pdf.attach(Buffer.from('more'), 'more.txt', {})
  const { report } = await article(await pdf.save())
  expect(Object.fromEntries(report.map(({ what, count }) => [what, count]))).toMatchObject({
    'link addresses left out': 1,
    'form fields left out': 1,
    'comments and other annotations left out': 1,
    'pictures left out': 1,
    'scripts left out, never run': 1,
    'attached files left out': 1,
  })
})

test('a font that names a character map is read with the bundled map', async () => {
  const stream = 'BT /F 12 Tf 20 100 Td <93FA967B> Tj ET'
  const bytes = byHand(
    CATALOG,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${stream.length} >> stream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Heisei /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Heisei /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1)
     /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /Heisei /Flags 4 >> >>`,
  )
  expect((await article(bytes)).text).toBe('日本')
})

test('several names in one field are separated, in the file’s fields and in its metadata', async () => {
  const info = await pdfOf([LINES], (pdf) => pdf.setAuthor('Ann Lee, Bo Sun, and Cy Day'))
  expect((await article(info)).authors).toEqual(['Ann Lee', 'Bo Sun', 'Cy Day'])
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Ann Lee, Bo Sun</rdf:li></rdf:Seq>
    </dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`
  const metadata = await pdfOf([LINES], (pdf) => {
    const stream = pdf.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
  })
  expect((await article(metadata)).authors).toEqual(['Ann Lee', 'Bo Sun'])
})

test('line numbers of a draft are set aside, and a list of numbers in the text is not', async () => {
  const words = [...LINES, ...LINES, ...LINES]
  const numbered = await pdfOf([words], (pdf) => {
    words.forEach((_line, at) =>
      pdf.getPage(0).drawText(String(at + 7), { x: 12, y: 350 - at * 13, size: 7 }),
    )
  })
  const { text, blocks } = await article(numbered)
  expect(text.slice(0, blocks[0]?.end)).toBe(words.join(' '))
  expect(blocks[1]?.aside).toBe('line numbers')
  const list = await article(await pdfOf([[...LINES, '1', '2', '3', '4', '5', ...LINES]]))
  expect(list.blocks.some(({ aside }) => aside === 'line numbers')).toBe(false)
})

test('a page that is printed sideways is read, and a stamp in the margin is not', async () => {
  const words = [...LINES, ...LINES, 'They were never put right.']
  const turned = await pdfOf([[]], (pdf) => {
    words.forEach((line, at) =>
      pdf.getPage(0).drawText(line, { x: 40 + at * 13, y: 20, size: 10, rotate: degrees(90) }),
    )
  })
  const { text, blocks } = await article(turned)
  expect(text).toBe(words.join(' '))
  expect(blocks.some(({ aside }) => aside)).toBe(false)
  const stamped = await pdfOf([LINES], (pdf) =>
    pdf.getPage(0).drawText('Draft of 6 August', { x: 20, y: 90, size: 14, rotate: degrees(90) }),
  )
  const read = await article(stamped)
  expect(read.blocks.map(({ aside }) => aside)).toEqual([undefined, 'printed sideways'])
})

describe('P11 hostile and unreadable files:', () => {
  test('one cut short is read up to its end, or refused', async () => {
    const whole = await pdfOf([LINES])
    for (const part of [0.1, 0.4, 0.7, 0.9]) {
      const outcome = await refusal(whole.slice(0, whole.length * part))
      expect(outcome).toMatch(/^(?:read: The tide tables|unreadable: .*(?:damaged|no text))/)
    }
  })

  test('any other file with the name of a PDF is refused', async () => {
    expect(await refusal(Buffer.from('Just words.'))).toMatch(/^unreadable: The PDF is damaged or incomplete/)
    expect(await refusal(new Uint8Array(5000))).toMatch(/^unreadable: The PDF is damaged or incomplete/)
  })

  test('one whose pages are their own children is refused', async () => {
    const outcome = await refusal(byHand(CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 3 >>'))
    expect(outcome).toMatch(
      /^unreadable: (?:It has no text|None of its pages can be read|The PDF is damaged or incomplete)/,
    )
  })

  test('one with 10,000 pages is refused before any page is read', async () => {
    const pages = Array.from({ length: 10_000 }, () => '<< /Type /Page /Parent 2 0 R >>')
    const kids = pages.map((_page, index) => `${index + 3} 0 R`).join(' ')
    const bytes = byHand(CATALOG, `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`, ...pages)
    expect(await refusal(bytes)).toMatch(
      /^too-large: It has 10,000 pages, more than the limit of 5,000\. Split it/,
    )
  })

  test('one that claims to have a billion pages is refused', async () => {
    const bytes = byHand(
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
      '<< /Type /Page /Parent 2 0 R >>',
    )
    expect(await refusal(bytes)).toMatch(/^(?:too-large|unreadable): /)
  })

  test('empty pages have no text', async () => {
    expect(await refusal(await pdfOf([[], []]))).toMatch(/^unreadable: It has no text: its pages are empty/)
  })

  test('a scan has no text', async () => {
    const PIXEL =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const pdf = await PDFDocument.create()
    pdf.addPage().drawImage(await pdf.embedPng(Buffer.from(PIXEL, 'base64')))
    expect(await refusal(await pdf.save())).toMatch(/^unreadable: It has no text: it is a scan/)
  })

  test('one with a password is refused', async () => {
    const key = `<${'00'.repeat(32)}>`
    const encryption = `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`
    const bytes = Buffer.from(
      Buffer.from(byHand(CATALOG, '<< /Type /Pages /Kids [] /Count 0 >>', encryption))
        .toString()
        .replace('trailer\n<<', `trailer\n<< /Encrypt 3 0 R /ID [${key} ${key}]`),
    )
    expect(await refusal(bytes)).toMatch(/^unreadable: It is protected by a password/)
  })

  test('scripts and programs in a PDF are not run', async () => {
    const bytes = await pdfOf([LINES], (pdf) => {
      pdf.addJavaScript('go', "globalThis.hacked = true; this.submitForm('http://127.0.0.1:1/')")
      const launch = { Type: 'Action', S: 'Launch', F: PDFString.of('/bin/sh') }
      pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(launch))
    })
    expect((await article(bytes)).text).toBe(LINES.join(' '))
    expect('hacked' in globalThis).toBe(false)
  })
})
