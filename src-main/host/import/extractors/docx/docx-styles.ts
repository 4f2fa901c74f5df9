import { elementsOf, xmlRoot } from '../xml'
import { lookIn, type Look } from './docx-looks'
import { valueOf } from './docx-numbering'

interface Style {
  readonly name: string
  readonly basedOn: string
  /** 0 for the first level; 9 for words of the body. */
  readonly outline: string | undefined
  readonly look: Look
}

/** The most styles in a row that are based on one another. */
const LONGEST_CHAIN = 20
/** Styles that `docx-html` knows by name. */
const KNOWN = /^(?:title|(?:intense )?quote|block text|quotations|caption|html preformatted)$/i

/** The styles of a Word document, with the ones that they are based on. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>()

  /** @param part `word/styles.xml`, if there is one */
  constructor(part: Uint8Array | undefined) {
    if (!part) return
    for (const style of elementsOf(xmlRoot(part, 'list of styles'), 'style'))
      this.#styles.set(style.getAttribute('w:styleId') ?? '', {
        name: valueOf(style, 'name') ?? '',
        basedOn: valueOf(style, 'basedOn') ?? '',
        outline: valueOf(style, 'outlineLvl'),
        look: lookIn(style),
      })
  }

  /** What a style, or one that it is based on, does to words. */
  look(style: string): Look {
    let look: Look = {}
    let id = style
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const found = this.#styles.get(id)
      if (!found) break
      look = { ...found.look, ...look }
      id = found.basedOn
    }
    return look
  }

  /**
   * The style that says what a paragraph is: its own, or the one that its style is based on. A style of a publisher's own
   * is based on Word’s headings and quotes, or has a level of the outline.
   * @param outline the level of the paragraph itself, from 0
   */
  meant(style: string, outline: string | undefined): string {
    if (outline !== undefined) return headingAt(outline) ?? style
    let id = style
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const found = this.#styles.get(id)
      if (!found) return style
      if (KNOWN.test(found.name)) return id
      const heading = /^heading ([1-9])$/i.exec(found.name)?.[1]
      const level = found.outline ?? (heading && String(Number(heading) - 1))
      if (level !== undefined) return headingAt(level) ?? style
      id = found.basedOn
    }
    return style
  }
}

/** The id that mammoth takes for a heading, in a document without such a style as well. */
const headingAt = (outline: string): string | undefined =>
  /^[0-8]$/.test(outline) ? `Heading${Math.min(6, Number(outline) + 1)}` : undefined
