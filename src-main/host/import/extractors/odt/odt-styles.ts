import type { Draft } from '#domain/formats/import/joined'
import type { PageElement } from '../html/html-dom'
import { elementsOf } from '../xml'

type Standing = Pick<Draft, 'role' | 'level' | 'aside'>

/** What the styles that every office suite has are for, by the beginnings of their names. */
const STYLES: readonly { readonly name: RegExp; readonly standing: Standing }[] = [
  { name: /^Title$/, standing: { role: 'title' } },
  { name: /^Quot(?:ations?|e)/, standing: { role: 'quote' } },
  { name: /^(?:Preformatted|Source)/, standing: { role: 'code' } },
  { name: /^(?:Caption|Illustration|Figure|Drawing|Table)$/, standing: { role: 'caption' } },
  { name: /^(?:Footnote|Endnote)$/, standing: { role: 'note' } },
]
const INDEX =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|user-index|object-index)$/

/** What a paragraph of the document is, told by what it stands in and by its style, its own or the one it comes from. */
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
      // A text has one title: a part that is styled as one is a heading of it.
      if (titles.size > 0) return { role: 'heading', level: 1 }
      titles.add(element)
    }
    if (styled) return styled
    return within.includes('text:list-item') ? { role: 'list-item' } : { role: 'paragraph' }
  }
}
