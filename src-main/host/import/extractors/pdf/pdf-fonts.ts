import type { PDFPageProxy } from 'pdfjs-dist'

const BOLD = /bold|black|heavy|semibold|demi(?!t)|[-,]bd\b|\bbx\d|cmbx/iu

/** The most pages whose fonts are looked at. Each costs as much time as reading its text. */
const MOST_PAGES = 24

/**
 * Finds out from their names which fonts are bold. pdf.js knows the names only after it has prepared a page for
 * drawing.
 */
export class Fonts {
  readonly #bold = new Map<string, boolean>()
  #pages = 0

  readonly isBold = (font: string): boolean => this.#bold.get(font) ?? false

  async learn(page: PDFPageProxy, fonts: ReadonlySet<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#bold.has(font))
    if (unknown.length === 0 || this.#pages >= MOST_PAGES) return
    this.#pages += 1
    await page.getOperatorList({ annotationMode: 0 })
    for (const font of unknown) this.#bold.set(font, isBold(page, font))
  }
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false
  const { name, bold, black } = page.commonObjs.get(font) as {
    name?: unknown
    bold?: unknown
    black?: unknown
  }
  return bold === true || black === true || (typeof name === 'string' && BOLD.test(name))
}
