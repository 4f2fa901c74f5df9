import type { Draft } from '#domain/formats/import/joined'
import { nestedLevel } from '#domain/text/clean/list-labels'
import { unmarked, withoutMarks } from '#domain/text/clean/link-marks'
import { lowered, raised } from '#domain/text/clean/raised'
import { oneLine, visit, type PageElement, type PageNode } from '../html/html-dom'
import { linkWords } from '../html/html-links'
import { tableText } from '../html/html-table'
import { OdtLists } from './odt-lists'
import { OdtStyles } from './odt-styles'
import { elementsOf, wordsOf } from '../xml'

/** The blocks of a document's text, with notes at the end, and counts of what was left out. */
export interface OdtBlocks {
  readonly drafts: readonly Draft[]
  readonly report: readonly { readonly what: string; readonly count: number }[]
}

/** Elements that are not part of the text, because a reader does not see them or sees them beside it. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['text:tracked-changes', 'tracked changes accepted'],
  ['office:annotation', 'comments left out'],
  ['text:hidden-text', 'hidden text left out'],
  ['draw:image', 'pictures left out'],
  ['draw:object', 'embedded objects left out'],
  ['text:sequence-decls', ''],
  ['text:variable-decls', ''],
  ['office:forms', ''],
  ['text:ruby-text', ''],
  ['svg:title', ''],
  ['svg:desc', ''],
])

/** A paragraph or span that is still being read, and the number of pieces of text before it. */
interface Open {
  readonly element: PageElement
  readonly start: number
}

/** What the parts of a document share while they are read. */
interface Reading {
  readonly styles: OdtStyles
  readonly lists: OdtLists
  readonly notes: Draft[]
  count(what: string): void
}

/** Tables in cells of tables deeper than this are read as their plain words. */
const MOST_TABLES = 8

/**
 * Reads the body of an OpenDocument text into blocks.
 * @param styles the document's list of styles, if it has one
 */
export function odtBlocks(content: PageElement, styles?: PageElement): OdtBlocks {
  const roots = styles ? [content, styles] : [content]
  const counts = new Map<string, number>()
  const count = (what: string) => what && counts.set(what, (counts.get(what) ?? 0) + 1)
  const notes: Draft[] = []
  const reading = { styles: new OdtStyles(roots), lists: new OdtLists(roots), notes, count }
  const drafts = [...read(content, reading, 0), ...notes].map((draft): Draft => {
    const { text, links } = unmarked(draft.text)
    return { ...draft, text, ...(links.length > 0 && { links }) }
  })
  return { drafts, report: [...counts].map(([what, times]) => ({ what, count: times })) }
}

function read(root: PageElement, { styles, lists, notes, count }: Reading, tables: number): Draft[] {
  const body: Draft[] = []
  const paragraphs: { readonly element: PageElement; readonly parts: string[]; readonly label: string }[] = []
  const inline: Open[] = []
  const within: string[] = []
  let number = ''
  const say = (words: string) => void paragraphs.at(-1)?.parts.push(withoutMarks(words))

  const enter = (element: PageElement): boolean => {
    const name = element.localName
    const leftOut = LEFT_OUT.get(name)
    if (leftOut !== undefined) {
      count(leftOut)
      return false
    }
    if (name === 'text:s') say(' '.repeat(Math.min(100, Number(element.getAttribute('text:c')) || 1)))
    if (name === 'text:tab') say('\t')
    if (name === 'text:line-break') say('\n')
    if (name === 'text:note-citation') {
      number = element.textContent ?? ''
      say(`[${number}]`)
      return false
    }
    if (name === 'table:table' && !within.includes('text:note-body')) {
      const cellText = (cell: PageElement) =>
        tables < MOST_TABLES
          ? read(cell, { styles, lists, notes, count }, tables + 1)
              .map(({ text }) => oneLine(text))
              .join(' ')
          : wordsOf(cell, 'p').join(' ')
      body.push({ role: 'paragraph', text: tableText(rowsOf(element, cellText)) })
      count('tables turned into text')
      return false
    }
    if (name === 'text:list') lists.enterList(element)
    if (name === 'text:list-item') lists.enterItem(element)
    if (name === 'text:p' || name === 'text:h') {
      if (styles.lookOf(element) === 'hidden') {
        count('hidden text left out')
        return false
      }
      const label = within.includes('text:list-item') ? lists.takeLabel() : ''
      paragraphs.push({ element, parts: [], label })
    }
    if (name === 'text:a' || name === 'text:span')
      inline.push({ element, start: paragraphs.at(-1)?.parts.length ?? 0 })
    within.push(name)
    return true
  }

  /** Ends a link or a span that changes the meaning of its words. */
  const endInline = (element: PageElement, start: number, parts: string[]) => {
    if (element.localName === 'text:a') {
      parts.push(linkWords(parts.splice(start).join(''), element.getAttribute('xlink:href'), ''))
      return
    }
    const look = styles.lookOf(element)
    if (!look) return
    const words = parts.splice(start).join('')
    if (words === '') return
    const before = parts.findLast((part) => part !== '') ?? ''
    if (look === 'raised') parts.push(raised(words, before))
    else if (look === 'lowered') parts.push(lowered(words, before))
    else count(look === 'struck' ? 'struck-out words left out' : 'hidden text left out')
  }

  const leave = (element: PageElement): void => {
    const name = within.pop()
    if (name === 'text:list') lists.leaveList()
    const last = paragraphs.at(-1)
    const span = inline.at(-1)
    if (span?.element === element) {
      inline.pop()
      if (last) endInline(element, span.start, last.parts)
    }
    if (last?.element !== element) return
    paragraphs.pop()
    const text = last.parts
      .join('')
      .replace(/\u00AD/g, '')
      .replace(/[^\S\n]+/g, ' ')
    if (text.trim() === '') return
    if (within.includes('text:note-body')) {
      notes.push({ role: 'note', text: number ? `${number}. ${text.trim()}` : text })
      number = ''
      return
    }
    const standing = styles.roleOf(element, within)
    const level = standing.level ?? (standing.role === 'list-item' ? nestedLevel(lists.depth) : undefined)
    body.push({ ...standing, text: last.label + text.trimStart(), ...(level && { level }) })
  }

  visit(root, { text: (words) => say(words.replace(/\s+/g, ' ')), enter, leave })
  return body
}

/** The cells of a table, row by row. A table inside a cell becomes text of that cell. */
function rowsOf(table: PageElement, textOf: (cell: PageElement) => string): string[][] {
  const own = (element: PageElement): boolean => tableAround(element) === table
  return elementsOf(table, 'table-row')
    .filter(own)
    .map((row) => elementsOf(row, 'table-cell').filter(own).map(textOf))
}

function tableAround(element: PageElement): PageNode | null {
  let node = element.parentNode
  while (node && (node as PageElement).localName !== 'table:table') node = node.parentNode
  return node
}
