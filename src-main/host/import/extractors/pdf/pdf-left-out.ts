import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Finding } from '#domain/text/structure/passages'

/** Counts the parts of a PDF that are not text, for the report. */
export class LeftOut {
  readonly #counts = new Map<string, number>()

  get findings(): Finding[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  async addPage(page: PDFPageProxy): Promise<void> {
    const annotations = await page.getAnnotations().catch(() => [])
    for (const annotation of annotations as { subtype?: string }[]) {
      if (annotation.subtype === 'Link') this.add('link addresses left out')
      else if (annotation.subtype === 'Widget') this.add('form fields left out')
      else if (annotation.subtype !== 'Popup') this.add('comments and other annotations left out')
    }
  }

  /** Call it before the file is opened, which takes the bytes. */
  addPictures(bytes: Uint8Array): void {
    this.add('pictures left out', picturesIn(bytes))
  }

  async addDocument(pdf: PDFDocumentProxy): Promise<void> {
    const scripts = await pdf.getJSActions().catch(() => null)
    this.add('scripts left out, never run', Object.values(scripts ?? {}).flat().length)
    const attached = (await pdf.getAttachments().catch(() => null)) as object | null
    this.add('attached files left out', Object.keys(attached ?? {}).length)
  }
}

/** Bytes that are searched at a time: as one text, a large file would take its size again. A match fits into the overlap. */
const PIECE = 4 * 1024 * 1024
const OVERLAP = 64

/**
 * Counts pictures by their definitions, which PDF does not compress (masks, which are part of another picture, are
 * not counted). Counting them on the pages would decompress them.
 */
function picturesIn(bytes: Uint8Array): number {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pictures = 0
  const masks = new Set<string>()
  for (let from = 0; from < whole.length; from += PIECE) {
    const text = whole.toString('latin1', from, from + PIECE + OVERLAP)
    const begins = ({ index }: RegExpExecArray) => index < PIECE
    pictures += [...text.matchAll(/\/Subtype\s{0,3}\/Image\b/g)].filter(begins).length
    for (const found of text.matchAll(/\/S?Mask\s{1,3}\d+\s\d+\sR/g)) if (begins(found)) masks.add(found[0])
  }
  return Math.max(0, pictures - masks.size)
}
