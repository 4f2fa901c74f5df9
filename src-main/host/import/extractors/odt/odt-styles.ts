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

/** The role of a paragraph, from its element and from its style or that style's parents. */
export function paragraphRoles(
  content: PageElement,
): (element: PageElement, within: readonly string[]) => Standing {
  const parents = new Map(
    elementsOf(content, 'style').map((style) => [
      style.getAttribute('style:name') ?? '',
      style.getAttribute('style:parent-style-name') ?? '',
    ]),
  )
  const titles = new Set<PageElement>()
  return (element, within) => {
    if (within.some((name) => INDEX.test(name))) return { role: 'furniture', aside: 'table of contents' }
    if (element.localName === 'text:h') {
      const level = Number(element.getAttribute('text:outline-level')) || 1
      return { role: 'heading', level: Math.min(6, Math.max(1, level)) }
    }
    const own = element.getAttribute('text:style-name') ?? ''
    const named = (parents.get(own) || own).replaceAll('_20_', ' ')
    const styled = STYLES.find(({ name }) => name.test(named))?.standing
    if (styled?.role === 'title') {
      // A text has one title: any further paragraph with that style becomes a heading.
      if (titles.size > 0) return { role: 'heading', level: 1 }
      titles.add(element)
    }
    if (styled) return styled
    return within.includes('text:list-item') ? { role: 'list-item' } : { role: 'paragraph' }
  }
}
