import type { Draft } from '#domain/formats/import/joined'
import type { PageElement } from '../html/html-dom'
import { elementsOf } from '../xml'

type Standing = Pick<Draft, 'role' | 'level' | 'aside'>

/** The roles of the styles that every office suite has, by the beginnings of their names. */
const STYLES: readonly { readonly name: RegExp; readonly standing: Standing }[] = [
  { name: /^Title$/, standing: { role: 'title' } },
  { name: /^Quot(?:ations?|e)/, standing: { role: 'quote' } },
  { name: /^(?:Preformatted|Source)/, standing: { role: 'code' } },
  { name: /^(?:Caption|Illustration|Figure|Drawing|Table)$/, standing: { role: 'caption' } },
  { name: /^(?:Footnote|Endnote)$/, standing: { role: 'note' } },
]
const INDEX =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|user-index|object-index)$/

/** How words look that mean something else than they would without it. */
export type Look = 'raised' | 'lowered' | 'struck' | 'hidden'

/** The most styles in a row that are based on one another. */
const LONGEST_CHAIN = 20

/** The styles of a document, with the ones that they are based on. */
export class OdtStyles {
  readonly #styles = new Map<string, PageElement>()
  #titled: PageElement | undefined

  /** @param roots the document's content, whose own styles come first, and its list of styles */
  constructor(roots: readonly PageElement[]) {
    for (const root of roots) {
      for (const style of elementsOf(root, 'style')) {
        const name = style.getAttribute('style:name') ?? ''
        if (!this.#styles.has(name)) this.#styles.set(name, style)
      }
    }
  }

  /** The role of a paragraph, from its element and from its style or that style's parents. */
  roleOf(element: PageElement, within: readonly string[]): Standing {
    if (within.some((name) => INDEX.test(name))) return { role: 'furniture', aside: 'table of contents' }
    if (element.localName === 'text:h') {
      return headingAt(Number(element.getAttribute('text:outline-level')) || 1)
    }
    const names = this.#chain(element)
    for (const name of names) {
      const level = this.#styles.get(name)?.getAttribute('style:default-outline-level')
      const named = name.replaceAll('_20_', ' ')
      const heading = Number(level) || Number(/^Heading (\d{1,2})$/.exec(named)?.[1])
      if (heading) return headingAt(heading)
      const styled = STYLES.find((each) => each.name.test(named))?.standing
      if (styled?.role === 'title') {
        // A text has one title: any further paragraph with that style becomes a heading.
        if (this.#titled && this.#titled !== element) return headingAt(1)
        this.#titled = element
      }
      if (styled) return styled
    }
    return within.includes('text:list-item') ? { role: 'list-item' } : { role: 'paragraph' }
  }

  /** How the words of a span or paragraph look, if that changes what they mean. */
  lookOf(element: PageElement): Look | undefined {
    for (const name of this.#chain(element)) {
      const style = this.#styles.get(name)
      const text = style && elementsOf(style, 'text-properties')[0]
      if (!text) continue
      if (text.getAttribute('text:display') === 'none') return 'hidden'
      const line =
        text.getAttribute('style:text-line-through-style') ??
        text.getAttribute('style:text-line-through-type')
      if (line && line !== 'none') return 'struck'
      const position = /^(super|sub|-?[\d.]+)/.exec(text.getAttribute('style:text-position') ?? '')?.[1]
      if (position === undefined) continue
      if (position === 'super' || Number(position) > 0) return 'raised'
      if (position === 'sub' || Number(position) < 0) return 'lowered'
    }
    return undefined
  }

  #chain(element: PageElement): string[] {
    const names: string[] = []
    let name = element.getAttribute('text:style-name') ?? ''
    while (name !== '' && names.length < LONGEST_CHAIN && !names.includes(name)) {
      names.push(name)
      name = this.#styles.get(name)?.getAttribute('style:parent-style-name') ?? ''
    }
    return names
  }
}

const headingAt = (level: number): Standing => ({ role: 'heading', level: Math.min(6, Math.max(1, level)) })
