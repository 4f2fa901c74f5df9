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

  async addDocument(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<void> {
    this.add('pictures left out', picturesIn(bytes))
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
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pictures = text.match(/\/Subtype\s{0,3}\/Image\b/g)?.length ?? 0
  const masks = new Set(text.match(/\/S?Mask\s{1,3}\d+\s\d+\sR/g)).size
  return Math.max(0, pictures - masks)
}
