import { degrees, type PDFFont, type PDFPage } from 'pdf-lib'

/** A box of a sheet in points, from its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const LEADING = 1.25

/** The width of each word at size 1: measuring takes longer than writing. All sheets have the same typeface. */
const widths = new Map<string, number>()

/** A page to write on, with y counted down from its top. A turned one is written from its foot to its top. */
export class Sheet {
  readonly #page: PDFPage
  readonly #font: PDFFont
  readonly #turned: boolean

  constructor(page: PDFPage, font: PDFFont, turned = false) {
    this.#page = page
    this.#font = font
    this.#turned = turned
  }

  word(text: string, x: number, y: number, size = 10, font = this.#font): void {
    const { width, height } = this.#page.getSize()
    if (this.#turned) this.#page.drawText(text, { x: y, y: x, size, font, rotate: degrees(90) })
    else this.#page.drawText(text, { x: Math.min(x, width), y: height - y, size, font })
  }

  widthOf(text: string, size = 10): number {
    const known = widths.get(text) ?? this.#font.widthOfTextAtSize(text, 1)
    widths.set(text, known)
    return known * size
  }

  /** Writes a text in lines of a box, the last at the left. Returns where the next line would be. */
  text(words: string, { x, y, width }: Box, { size = 10, justified = true } = {}): number {
    const lines = this.#wrapped(words, width, size)
    lines.forEach((line, at) => {
      const top = y + at * size * LEADING
      const parts = line.split(' ')
      const free = width - parts.reduce((sum, part) => sum + this.widthOf(part, size), 0)
      const isLast = at === lines.length - 1
      if (!justified || isLast || parts.length < 3) return this.word(line, x, top, size)
      let left = x
      for (const part of parts) {
        this.word(part, left, top, size)
        left += this.widthOf(part, size) + free / (parts.length - 1)
      }
    })
    return y + lines.length * size * LEADING
  }

  /** Writes paragraphs below one another until the box is full; returns those that are in it. */
  paragraphs(texts: readonly string[], box: Box, foot: number): string[] {
    const written: string[] = []
    let top = box.y
    for (const text of texts) {
      if (top + this.#wrapped(text, box.width, 10).length * 10 * LEADING > foot) break
      top = this.text(text, { ...box, y: top }) + 6
      written.push(text)
    }
    return written
  }

  #wrapped(words: string, width: number, size: number): string[] {
    const lines: string[] = []
    let line = ''
    let used = 0
    const space = this.widthOf(' ', size)
    for (const word of words.split(' ')) {
      const own = this.widthOf(word, size)
      if (line !== '' && used + space + own > width) {
        lines.push(line)
        ;[line, used] = [word, own]
      } else {
        used += own + (line === '' ? 0 : space)
        line = line === '' ? word : `${line} ${word}`
      }
    }
    return [...lines, line]
  }
}
