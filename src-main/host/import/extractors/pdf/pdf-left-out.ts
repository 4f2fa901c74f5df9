import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Finding } from '#domain/text/structure/passages'
import { annotationsIn, OVERLAP, PIECE } from './pdf-annotations'

/** Counts the parts of a PDF that are not text, for the report. */
export class LeftOut {
  readonly #counts = new Map<string, number>()
  #hasAnnotations = false

  get findings(): Finding[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  /** Counts the annotations of a page, unless those of the whole file have been counted. */
  async addPage(page: PDFPageProxy): Promise<void> {
    if (this.#hasAnnotations) return
    const annotations = await page.getAnnotations().catch(() => [])
    for (const { subtype } of annotations as { subtype?: string }[]) this.#addAnnotation(subtype, 1)
  }

  #addAnnotation(kind: string | undefined, count: number): void {
    if (kind === 'Link') this.add('link addresses left out', count)
    else if (kind === 'Widget') this.add('form fields left out', count)
    else if (kind !== 'Popup') this.add('comments and other annotations left out', count)
  }

  /** Call it before the file is opened, which takes the bytes. */
  addFile(bytes: Uint8Array): void {
    this.add('pictures left out', picturesIn(bytes))
    const annotations = annotationsIn(bytes)
    this.#hasAnnotations = annotations !== undefined
    for (const [kind, count] of annotations ?? []) this.#addAnnotation(kind, count)
  }

  async addDocument(pdf: PDFDocumentProxy): Promise<void> {
    const scripts = await pdf.getJSActions().catch(() => null)
    this.add('scripts left out, never run', Object.values(scripts ?? {}).flat().length)
    const attached = (await pdf.getAttachments().catch(() => null)) as object | null
    this.add('attached files left out', Object.keys(attached ?? {}).length)
  }
}

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
