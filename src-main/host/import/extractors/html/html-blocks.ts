import type { Draft } from '#domain/formats/import/joined'
import { oneLine, visit, type PageElement } from './html-dom'
import { isHeadingSign, linkWords } from './html-links'
import { isHidden, standingIn, standingOf, type Standing } from './html-roles'
import { rowsOf, tableText } from './html-table'
import { BLOCK, SKIPPED } from './html-tags'

/** The blocks of an element's text, and counts for the import report. */
export interface HtmlBlocks {
  readonly drafts: readonly Draft[]
  readonly tables: number
  readonly formulas: number
}

/**
 * The text inside a tree as blocks, in document order. Links are resolved against `base`, the page's address, if it
 * is not empty.
 */
export function blocksOf(root: PageElement, base: string): HtmlBlocks {
  const drafts: Draft[] = []
  const frames: { element: PageElement; standing: Standing }[] = []
  /** For each open element, the index in `parts` where its text begins. A block that ends removes its entries. */
  const starts = new Map<PageElement, number>()
  const numbers = new Map<PageElement, number>()
  let parts: string[] = []
  /** The number of the note that begins here. */
  let number = ''
  let tables = 0
  let formulas = 0
  const standing = () => standingIn(frames.map((frame) => frame.standing))
  const inCode = () => frames.at(-1)?.standing.role === 'code'

  const flush = () => {
    if (parts.length === 0) return
    const words = parts.join('')
    parts = []
    starts.clear()
    const { role, level } = standing()
    const kept = role === 'code' ? [words.replace(/^\n+|\s+$/g, '')] : paragraphs(words)
    for (const text of kept) {
      if (text === '') continue
      drafts.push({ role, text: number + text, ...(level && { level }) })
      number = ''
    }
  }

  const table = (element: PageElement): boolean => {
    const rows = rowsOf(element, (cell) => textOf(blocksOf(cell, base).drafts))
    if (!rows) return false
    flush()
    const caption = element.querySelector('caption')
    if (caption) drafts.push({ role: 'caption', text: oneLine(caption.textContent) })
    drafts.push({ role: standing().role === 'note' ? 'note' : 'paragraph', text: tableText(rows) })
    tables++
    return true
  }

  const enter = (element: PageElement): boolean => {
    const name = element.localName
    if (SKIPPED.has(name) || isHidden(element)) return false
    if (name === 'br') parts.push('\n')
    if (name === 'table' && table(element)) return false
    if (BLOCK.has(name)) flush()
    const says = standingOf(element)
    if (says) frames.push({ element, standing: says })
    if (name === 'li') number = standing().role === 'note' ? numberOf(element, numbers) : ''
    if (name === 'a') starts.set(element, parts.length)
    if (name === 'math') formulas++
    if (name === 'q') parts.push('“')
    return true
  }

  const leave = (element: PageElement) => {
    const name = element.localName
    const start = starts.get(element)
    if (start !== undefined) {
      const words = parts.splice(start).join('')
      const href = element.getAttribute('href')
      const isSign = standing().role === 'heading' && isHeadingSign(words, href, base)
      if (!isSign) parts.push(linkWords(words, href, base))
      starts.delete(element)
    }
    if (name === 'q') parts.push('”')
    if (BLOCK.has(name)) flush()
    if (frames.at(-1)?.element === element) frames.pop()
  }

  const text = (words: string) => void parts.push(inCode() ? words : words.replace(/\s+/g, ' '))
  visit(root, { text, enter, leave })
  flush()
  return { drafts: withPullQuotesAside(drafts), tables, formulas }
}

const textOf = (drafts: readonly Draft[]) => drafts.map(({ text }) => text).join(' ')

/** Splits text into paragraphs at empty lines, with the line breaks that a browser shows. Removes soft hyphens. */
const paragraphs = (words: string): string[] =>
  words
    .replace(/[\u00AD\u200B]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())

/** The number of a note in its list. A browser shows it, but it is not part of the page's text. */
function numberOf(item: PageElement, numbers: Map<PageElement, number>): string {
  const list = item.parentNode as PageElement | null
  if (list?.localName !== 'ol') return ''
  const number = (numbers.get(list) ?? (Number(list.getAttribute('start')) || 1) - 1) + 1
  numbers.set(list, number)
  return `${number}. `
}

/** Sets pull quotes aside if their words are also in the text. */
function withPullQuotesAside(drafts: readonly Draft[]): Draft[] {
  if (!drafts.some(({ role }) => role === 'pull-quote')) return [...drafts]
  const body = textOf(drafts.filter(({ role }) => role === 'paragraph'))
  return drafts.map((draft) => {
    if (draft.role !== 'pull-quote') return draft
    const words = draft.text.replace(/^["“”'‘’«»\s]+|["“”'‘’«»\s.…]+$/g, '')
    return words.length > 20 && body.includes(words)
      ? { ...draft, aside: 'repeats words of the article' }
      : { ...draft, role: 'quote' }
  })
}
