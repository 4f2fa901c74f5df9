import { listLabel } from '#domain/text/clean/list-labels'
import { isElement, type PageDocument, type PageElement } from './html-dom'

/** The attribute in which an item of a numbered list keeps the number that a browser shows. */
const NUMBER = 'data-number'

const UNNUMBERED = /list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)/i

/**
 * Writes its number into each item of a numbered list. A browser shows the numbers, but they are not text of the page.
 * This must come before Readability, which may remove items.
 */
export function numberLists(document: PageDocument): void {
  // Menus, trails and tables of contents are lists without visible numbers.
  const menus = new Set(document.querySelectorAll('nav ol, [role=navigation] ol'))
  for (const list of document.querySelectorAll('ol')) {
    if (menus.has(list) || UNNUMBERED.test(list.getAttribute('style') ?? '')) continue
    const items = itemsOf(list)
    const reversed = list.getAttribute('reversed') !== null
    let number = integer(list.getAttribute('start')) ?? (reversed ? items.length : 1)
    const type = list.getAttribute('type') ?? typeIn(list.getAttribute('style') ?? '')
    for (const item of items) {
      number = integer(item.getAttribute('value')) ?? number
      item.setAttribute(NUMBER, listLabel(number, item.getAttribute('type') ?? type))
      number += reversed ? -1 : 1
    }
  }
}

/** The number before an item's text, with its point and a space; empty for items without a number. */
export const numberOf = (item: PageElement): string => {
  const number = item.getAttribute(NUMBER) ?? ''
  return number === '' ? '' : `${number}. `
}

function itemsOf(list: PageElement): PageElement[] {
  const items: PageElement[] = []
  for (let node = list.firstChild; node; node = node.nextSibling)
    if (isElement(node) && node.localName === 'li') items.push(node)
  return items
}

const integer = (value: string | null): number | undefined =>
  value !== null && /^\s*[-+]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined

const typeIn = (style: string): string => {
  const other = /list-style(?:-type)?\s*:[^;]*?(lower-greek|decimal-leading-zero)/i.exec(style)?.[1]
  if (other) return other.toLowerCase() === 'lower-greek' ? 'α' : '01'
  const named = /list-style(?:-type)?\s*:[^;]*?(lower|upper)-(alpha|latin|roman)/i.exec(style)
  if (!named) return '1'
  const sign = named[2]!.toLowerCase() === 'roman' ? 'i' : 'a'
  return named[1]!.toLowerCase() === 'upper' ? sign.toUpperCase() : sign
}
