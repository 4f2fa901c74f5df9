import type { Draft } from '#domain/formats/import/joined'
import { unmarked, withoutMarks } from '#domain/text/clean/link-marks'
import { nestedLevel } from '#domain/text/clean/list-labels'
import { lowered, raised } from '#domain/text/clean/raised'
import { oneLine, visit, type PageElement } from './html-dom'
import { isHeadingSign, leadsWithin, linkWords } from './html-links'
import { numberOf } from './html-lists'
import { standingIn, standingOf, type Standing } from './html-roles'
import { isHidden, verticalOf } from './html-styles'
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
  const { drafts, tables, formulas } = markedBlocks(root, base)
  const plain = drafts.map((draft): Draft => {
    const { text, links } = unmarked(draft.text)
    return { ...draft, text, ...(links.length > 0 && { links }) }
  })
  return { drafts: withPullQuotesAside(plain), tables, formulas }
}

/** The blocks with their links still marked in the text, as `markLink` does. */
function markedBlocks(root: PageElement, base: string): HtmlBlocks {
  const drafts: Draft[] = []
  const frames: { element: PageElement; standing: Standing }[] = []
  /** For each open inline element, the index in `parts` where its text begins. */
  const starts = new Map<PageElement, number>()
  let parts: string[] = []
  /** The number of the list item or note that begins here. */
  let number = ''
  let tables = 0
  let formulas = 0
  const standing = () => standingIn(frames.map((frame) => frame.standing))
  const inCode = () => frames.at(-1)?.standing.role === 'code'
  const depth = () => frames.filter(({ element }) => element.localName === 'li').length

  const flush = () => {
    closeLinks()
    if (parts.length === 0) return
    const words = parts.join('')
    parts = []
    const { role, level = role === 'list-item' ? nestedLevel(depth()) : undefined } = standing()
    const kept = role === 'code' ? [words.replace(/^\n+/, '').trimEnd()] : paragraphs(words)
    for (const text of kept) {
      if (text === '') continue
      drafts.push({ role, text: number + text, ...(level && { level }) })
      number = ''
    }
  }

  /** Ends the links around a block before it, and lets them go on in the next. */
  const closeLinks = () => {
    for (const [element, start] of [...starts].reverse()) {
      if (element.localName === 'a') endLink(element, start)
      starts.set(element, 0)
    }
  }

  const endLink = (element: PageElement, start: number) => {
    const words = parts.splice(start).join('')
    const href = element.getAttribute('href')
    const isSign = standing().role === 'heading' && isHeadingSign(words, href, base)
    if (!isSign && words !== '') parts.push(linkWords(words, href, base))
  }

  /** Ends raised or lowered words. A link to a note around or in them has brackets of its own. */
  const endRaised = (element: PageElement, start: number) => {
    const words = parts.splice(start).join('')
    const isNote = [...starts.keys()].some((open) => leadsWithin(open.getAttribute('href'), base))
    const before = parts.findLast((part) => part !== '') ?? ''
    const set = verticalOf(element) === 'raised' ? raised : lowered
    parts.push(isNote ? words : set(words, before))
  }

  const table = (element: PageElement): boolean => {
    const rows = rowsOf(element, (cell) => textOf(markedBlocks(cell, base).drafts))
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
    if (name === 'li') number = numberOf(element)
    if (name === 'a' || verticalOf(element)) starts.set(element, parts.length)
    if (name === 'math') formulas++
    if (name === 'q') parts.push('“')
    return true
  }

  const leave = (element: PageElement) => {
    const name = element.localName
    const start = starts.get(element)
    if (start !== undefined) {
      starts.delete(element)
      if (name === 'a') endLink(element, start)
      else endRaised(element, start)
    }
    if (name === 'q') parts.push('”')
    if (BLOCK.has(name)) flush()
    if (frames.at(-1)?.element === element) frames.pop()
  }

  const text = (words: string) => {
    const said = withoutMarks(words)
    parts.push(inCode() ? said : said.replace(/\s+/g, ' '))
  }
  visit(root, { text, enter, leave })
  flush()
  return { drafts, tables, formulas }
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

/** Sets pull quotes aside if their words are also in the text. */
function withPullQuotesAside(drafts: readonly Draft[]): Draft[] {
  if (!drafts.some(({ role }) => role === 'pull-quote')) return [...drafts]
  const body = textOf(drafts.filter(({ role }) => role === 'paragraph'))
  return drafts.map((draft) => {
    if (draft.role !== 'pull-quote') return draft
    const words = draft.text.replace(/^["“”'‘’«»\s]+|(?<!["“”'‘’«»\s.…])["“”'‘’«»\s.…]+$/g, '')
    return words.length > 20 && body.includes(words)
      ? { ...draft, aside: 'repeats words of the article' }
      : { ...draft, role: 'quote' }
  })
}
