import { isElement, oneLine, visit, type PageDocument, type PageElement } from './html-dom'
import { applyRules } from './html-sheets'
import { BLOCK } from './html-tags'

/** The attribute that says how words stand beside their line, where no `sup` or `sub` says it. */
const VERTICAL = 'data-vertical'

const STRUCK =
  /(?:^|\s)(?:(?:text-decoration-)?line-through|strike(?:-?(?:through|thru))?|struck(?:-?out)?)(?:\s|$)/i
/** Elements that hold words of their own, and no parts of a page: a class may be named after a strike. */
const HOLDS_WORDS = /^(?:p|li|dd|td|h[1-6])$/
const UNSEEN =
  /(?:^|\s)(?:sr[-_]only|(?:u-|is-)?visually-?hidden|hidden-visually|screen-?reader(?:s?-only|-text)|a11y-hidden|assistive-text|element-invisible)(?:\s|$)/i
const RAISED = /(?:^|\s)sup(?:erscript)?(?:\s|$)/i
const LOWERED = /(?:^|\s)subscript(?:\s|$)/i

/**
 * Makes what the styles of a page do to its words part of the tree, before Readability removes all styles: words that
 * nobody sees get the attribute `hidden`, raised words say so, and lists have their own kind of number.
 * @param sheets style sheets that stand beside the page
 * @returns the elements whose words are struck out
 */
export function readStyles(document: PageDocument, sheets: readonly string[] = []): PageElement[] {
  const elements = elementsIn(document)
  const own = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '')
  applyRules(elements, [...sheets, ...own])
  // The page behind a dialog, or one that scripts show when they are loaded.
  for (const element of [document.documentElement, document.body]) {
    for (const name of ['style', 'hidden', 'aria-hidden']) element.removeAttribute(name)
  }
  const half = (document.body.textContent ?? '').length / 2
  for (const element of elements) {
    if (isUnseen(element, half)) element.setAttribute('hidden', '')
    const vertical = verticalIn(element)
    if (vertical) element.setAttribute(VERTICAL, vertical)
  }
  return elements.filter(isStruck)
}

/** Whether an element raises or lowers its words; undefined if they stand on the line. */
export function verticalOf(element: PageElement): 'raised' | 'lowered' | undefined {
  if (element.localName === 'sup') return 'raised'
  if (element.localName === 'sub') return 'lowered'
  const said = element.getAttribute(VERTICAL)
  return said === 'raised' || said === 'lowered' ? said : undefined
}

/** Whether the page hides the element. */
export function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null) return true
  const style = element.getAttribute('style')
  if (!style) return false
  if (/^none/.test(declared(style, 'display'))) return true
  if (/^(?:hidden|collapse)/.test(declared(style, 'visibility'))) return true
  // Around other elements, a size of nothing only removes the gaps between them.
  return /^0(?:px|pt|em|rem|%)?\b(?![.%])/.test(declared(style, 'font-size')) && !element.querySelector('*')
}

function isUnseen(element: PageElement, half: number): boolean {
  if (isHidden(element)) return true
  if (UNSEEN.test(classOf(element))) return ![...besides(element)].some(isForEyes)
  if (element.getAttribute('aria-hidden') !== 'true') return false
  const words = element.textContent ?? ''
  const next = element.nextSibling
  const isDropCap =
    /^\p{L}{1,2}$/u.test(words.trim()) && /^[\p{L}’']/u.test((next?.nodeType === 3 && next.textContent) || '')
  if (!isDropCap && words.length <= half) return true
  element.removeAttribute('aria-hidden')
  return false
}

/** Words for eyes alone: what stands beside them for the ear says the same, and is kept. */
const isForEyes = (element: PageElement): boolean =>
  element.getAttribute('aria-hidden') === 'true' && /[\p{L}\p{N}]/u.test(element.textContent ?? '')

function* besides(element: PageElement): Iterable<PageElement> {
  for (const node of [element.previousSibling, element.nextSibling]) if (node && isElement(node)) yield node
}

function isStruck(element: PageElement): boolean {
  const style = element.getAttribute('style') ?? ''
  const isOfWords = !BLOCK.has(element.localName) || HOLDS_WORDS.test(element.localName)
  return (
    (isOfWords && STRUCK.test(classOf(element))) ||
    ['text-decoration', 'text-decoration-line'].some((name) => declared(style, name).includes('line-through'))
  )
}

function verticalIn(element: PageElement): 'raised' | 'lowered' | undefined {
  if (BLOCK.has(element.localName)) return undefined
  const style = element.getAttribute('style') ?? ''
  const align = declared(style, 'vertical-align')
  const moved = declared(style, 'position') === 'relative'
  const by = sizeOf(align) + (moved ? sizeOf(declared(style, 'bottom')) - sizeOf(declared(style, 'top')) : 0)
  if (/^(?:super|text-top)\b/.test(align) || by >= MOVED) return 'raised'
  if (/^sub\b/.test(align) || by <= -MOVED) return 'lowered'
  const styled = classOf(element)
  return RAISED.test(styled) ? 'raised' : LOWERED.test(styled) ? 'lowered' : undefined
}

/** The fewest ems by which words are moved that stand no longer on their line. */
const MOVED = 0.12
const EMS: Readonly<Record<string, number>> = { px: 1 / 16, pt: 1 / 12, ex: 1 / 2, '%': 1 / 100 }

/** A length in ems; 0 for anything else. */
function sizeOf(value: string): number {
  const parts = /^([-+]?\d*\.?\d+)(px|pt|ex|r?em|%)/.exec(value)
  return parts ? Number(parts[1]) * (EMS[parts[2]!] ?? 1) : 0
}

const classOf = (element: PageElement): string => element.getAttribute('class') ?? ''

/** The last value that a style gives to a property, in small letters; empty if it gives none. */
function declared(style: string, property: string): string {
  let value = ''
  for (const part of style.split(';')) {
    const at = part.indexOf(':')
    if (at >= 0 && part.slice(0, at).trim().toLowerCase() === property) value = part.slice(at + 1)
  }
  return oneLine(value.toLowerCase())
}

function elementsIn(document: PageDocument): PageElement[] {
  const found: PageElement[] = []
  visit(document.body, {
    text: () => undefined,
    enter: (element) => found.push(element) > 0,
    leave: () => undefined,
  })
  return found
}
