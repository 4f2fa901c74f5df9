import type { Draft } from '#domain/formats/import/joined'
import { visit, type PageElement, type PageNode } from '../html/html-dom'
import { linkWords } from '../html/html-links'
import { tableText } from '../html/html-table'
import { paragraphRoles } from './odt-styles'
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
  ['draw:image', 'pictures left out'],
  ['draw:object', 'embedded objects left out'],
  ['text:sequence-decls', ''],
  ['text:variable-decls', ''],
  ['office:forms', ''],
  ['text:ruby-text', ''],
  ['svg:title', ''],
  ['svg:desc', ''],
])

/** A paragraph that is still being read, with its text so far. */
interface Open {
  readonly element: PageElement
  readonly parts: string[]
}

/** Reads the body of an OpenDocument text into blocks. */
export function odtBlocks(content: PageElement): OdtBlocks {
  const roleOf = paragraphRoles(content)
  const body: Draft[] = []
  const notes: Draft[] = []
  const open: Open[] = []
  const within: string[] = []
  const links = new Map<PageElement, number>()
  const counts = new Map<string, number>()
  let number = ''
  const count = (what: string) => what && counts.set(what, (counts.get(what) ?? 0) + 1)
  const say = (words: string) => void open.at(-1)?.parts.push(words)

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
      body.push({ role: 'paragraph', text: tableText(rowsOf(element)) })
      count('tables turned into text')
      return false
    }
    if (name === 'text:p' || name === 'text:h') open.push({ element, parts: [] })
    if (name === 'text:a') links.set(element, open.at(-1)?.parts.length ?? 0)
    within.push(name)
    return true
  }

  const leave = (element: PageElement): void => {
    within.pop()
    const last = open.at(-1)
    const start = links.get(element)
    if (start !== undefined && last) {
      say(linkWords(last.parts.splice(start).join(''), element.getAttribute('xlink:href'), ''))
    }
    if (last?.element !== element) return
    open.pop()
    const text = last.parts.join('').replace(/[^\S\n]+/g, ' ')
    if (text.trim() === '') return
    if (within.includes('text:note-body')) {
      notes.push({ role: 'note', text: number ? `${number}. ${text.trim()}` : text })
      number = ''
    } else body.push({ ...roleOf(element, within), text })
  }

  visit(content, { text: (words) => say(words.replace(/\s+/g, ' ')), enter, leave })
  const report = [...counts].map(([what, times]) => ({ what, count: times }))
  return { drafts: [...body, ...notes], report }
}

/** The cells of a table, row by row. A table inside a cell becomes text of that cell. */
function rowsOf(table: PageElement): string[][] {
  const own = (element: PageElement): boolean => tableAround(element) === table
  return elementsOf(table, 'table-row')
    .filter(own)
    .map((row) =>
      elementsOf(row, 'table-cell')
        .filter(own)
        .map((cell) => wordsOf(cell, 'p').join(' ')),
    )
}

function tableAround(element: PageElement): PageNode | null {
  let node = element.parentNode
  while (node && (node as PageElement).localName !== 'table:table') node = node.parentNode
  return node
}
