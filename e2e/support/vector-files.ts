import { PDFDocument, StandardFonts } from 'pdf-lib'
import { emptyProject } from './bad-files'
import { docx, wordRun } from './hostile-documents'
import type { Vector } from './script-vectors'

const escaped = (text: string) =>
  text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Joins texts into batches of at most `length` characters. */
export function batches(texts: readonly string[], length: number): string[] {
  const joined: string[] = []
  for (const text of texts) {
    const last = joined.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= length)
      joined[joined.length - 1] = `${last} ${text}`
    else joined.push(text)
  }
  return joined
}

/** A file of each kind that contains every vector: in its text, its markup and its metadata. */
export async function vectorFiles(vectors: readonly Vector[]): Promise<Record<string, string | Uint8Array>> {
  const texts = vectors.map(({ text }) => text)
  const lines = texts.map((text) => `Words before. ${text} Words after.`)
  return {
    'vectors.txt': ['Vectors of a text', ...lines].join('\n\n'),
    'vectors.md': [
      '---',
      `title: ${JSON.stringify(texts[0])}`,
      `author: ${JSON.stringify(texts[13])}`,
      '---',
      '# Vectors of Markdown',
      ...lines,
    ].join('\n\n'),
    'vectors.html': page(
      escaped(texts[12]!),
      lines.map((line) => `<div><p>${escaped(line)}</p></div><div><p>${line}</p></div>`).join('\n'),
    ),
    'vectors.docx': docx(lines.map((line) => wordRun(escaped(line))).join('')),
    'vectors.pdf': await pdf(texts),
  }
}

const page = (title: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>Heading</h1>${body}</article></body></html>`

/** A PDF with the vectors on its pages and in its metadata. */
async function pdf(texts: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Courier)
  document.setTitle(texts.join(' '))
  document.setAuthor(texts.join('; '))
  document.setSubject(texts.join(' '))
  document.setKeywords([...texts])
  document.setCreator(texts[0]!)
  document.setProducer(texts[1]!)
  const known = new Set(font.getCharacterSet())
  const shown = texts.map((text) => [...text].filter((letter) => known.has(letter.codePointAt(0)!)).join(''))
  for (let start = 0; start < shown.length; start += 50) {
    const sheet = document.addPage([2000, 900])
    shown
      .slice(start, start + 50)
      .forEach((text, line) => sheet.drawText(text, { x: 40, y: 860 - 16 * line, size: 10, font }))
  }
  return document.save()
}

const TIME = '2026-01-02T03:04:05.000Z'

/** A project with vectors in every field that a user can fill in. */
export function vectorProject(vectors: readonly Vector[]): string {
  const texts = vectors.map(({ text }) => text.replaceAll('\0', ''))
  const at = (index: number, length: number) => texts[index % texts.length]!.slice(0, length)
  const project = emptyProject('Vectors')
  const claims = texts.map((text, index) => ({
    id: `c${index}`,
    text,
    category: `k${index % 9}`,
    note: index === 0 ? texts.join('\n') : text,
    tags: [at(index, 100)],
    created: TIME,
  }))
  const text = texts.join('\n')
  const source = {
    id: 's',
    title: batches(texts, 1000)[0],
    authors: batches(texts, 300),
    publisher: batches(texts, 300)[0],
    published: at(0, 40),
    url: batches(texts, 4000)[0],
    doi: at(13, 300),
    language: at(0, 35),
    kind: at(0, 60),
    fileName: batches(texts, 1000)[1],
    format: at(0, 40),
    encoding: at(13, 40),
    added: TIME,
    text,
    blocks: [{ role: 'paragraph', start: 0, end: text.length }],
    originalText: text,
    report: [{ what: batches(texts, 500)[0], count: 1 }],
  }
  return JSON.stringify({
    ...project,
    title: batches(texts, 300)[0],
    categories: Array.from({ length: 9 }, (_, index) => ({
      id: `k${index}`,
      name: at(12 + index, 80),
      colour: 'amber',
      key: String(index + 1),
      definition: text.slice(0, 20_000),
    })),
    sources: [source],
    claims: claims.sort((a, b) => (a.id < b.id ? -1 : 1)),
    excerpts: [
      {
        id: 'e',
        claim: 'c0',
        source: 's',
        start: 0,
        end: 20,
        exact: text.slice(0, 20),
        prefix: '',
        suffix: text.slice(20, 52),
        anchor: 'exact',
      },
    ],
    relations: [
      {
        id: 'r',
        kind: 'support',
        premises: ['c1'],
        targetType: 'claim',
        target: 'c0',
        note: text,
        warrant: at(12, 200),
        scheme: at(0, 60),
      },
    ],
    maps: [{ id: 'm', name: batches(texts, 300)[1], created: TIME }],
    placements: claims.slice(0, 40).map(({ id }, index) => ({
      id: `p${index}`,
      map: 'm',
      claim: id,
      x: (index % 8) * 320,
      y: Math.floor(index / 8) * 220,
      collapsed: false,
      pinned: false,
    })),
  })
}
