import { Parser } from 'htmlparser2'
import { element, render } from '../export/picture/svg-xml'

/** An element of the file: where it and its content stand. UTF-16 offsets. */
export interface Element {
  /** Without its prefix. */
  readonly name: string
  /** With its prefix, as it is written. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | undefined
  readonly children: readonly Element[]
  /** The text directly in it. */
  readonly words: string
  readonly start: number
  readonly inside: { readonly start: number; readonly end: number }
  readonly end: number
}

type Open = { -readonly [Key in keyof Element]: Element[Key] } & {
  children: Element[]
  inside: { start: number; end: number }
}

/** A part of a text, and what takes its place. UTF-16 offsets. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Whether the blanks before it go too. */
  readonly goes?: boolean
}

/** Changes of an XML text by its elements; everything else in it stays as it is, blanks and comments too. */
export class XmlEdits {
  readonly root: Element | undefined
  readonly #named: ReadonlyMap<string, Element[]>
  readonly #edits: Edit[] = []
  readonly #removed = new Set<Element>()
  readonly #taken: Set<string>
  /** New values of attributes, by element; undefined for one that goes. */
  readonly #set = new Map<Element, Map<string, string | undefined>>()
  /** What elements without content get, by element. */
  readonly #filled = new Map<Element, string>()

  constructor(private readonly content: string) {
    const elements = elementsIn(content)
    this.root = elements.find(({ parent }) => parent === undefined)
    const named = new Map<string, Element[]>()
    for (const element of elements) {
      const beside = named.get(element.name)
      if (beside) beside.push(element)
      else named.set(element.name, [element])
    }
    this.#named = named
    this.#taken = new Set(elements.map(({ attributes }) => attributes['id'] ?? ''))
  }

  named = (name: string): readonly Element[] => this.#named.get(name) ?? []

  every = (): Element[] => [...this.#named.values()].flat()

  /** An id that no element has: a letter and the next number. */
  newId(letter: string): string {
    let number = this.#taken.size
    while (this.#taken.has(`${letter}${number}`)) number++
    this.#taken.add(`${letter}${number}`)
    return `${letter}${number}`
  }

  remove(element: Element): void {
    this.#removed.add(element)
  }

  isRemoved(element: Element): boolean {
    for (let at: Element | undefined = element; at; at = at.parent) if (this.#removed.has(at)) return true
    return false
  }

  /** Sets the content of an element. @param xml as it is written */
  fill(of: Element, xml: string): void {
    if (isEmptyTag(this.content, of)) this.#filled.set(of, xml)
    else this.#edits.push({ ...of.inside, text: xml })
  }

  /** Sets an attribute. @param value as it is written; undefined takes it away */
  set(element: Element, name: string, value: string | undefined): void {
    const known = this.#set.get(element) ?? new Map<string, string | undefined>()
    this.#set.set(element, known.set(name, value))
  }

  /** Adds an element after the last of its name, in a line of its own; else at the end of the root. */
  add(name: string, xml: string): void {
    const last = this.named(name).at(-1)
    const at = last?.end ?? this.root?.inside.end ?? this.content.length
    const line = /\n[ \t]*$/.exec(this.content.slice(0, last?.start ?? at))?.[0] ?? '\n  '
    this.#edits.push({ start: at, end: at, text: line + xml })
  }

  /**
   * Adds an element to another, where the order of a schema wants it.
   * @param after the names of the children that come before it, its own too
   * @param xml as it is written
   */
  append(parent: Element, after: readonly string[], xml: string): void {
    const before = parent.children.findLast(({ name }) => after.includes(name))
    if (!before && isEmptyTag(this.content, parent)) {
      this.#filled.set(parent, (this.#filled.get(parent) ?? '') + xml)
      return
    }
    const at = before?.end ?? parent.inside.start
    const line = before ? (/\n[ \t]*$/.exec(this.content.slice(0, before.start))?.[0] ?? '') : ''
    this.#edits.push({ start: at, end: at, text: line + xml })
  }

  text(): string {
    const changed = new Set([...this.#set.keys(), ...this.#filled.keys()])
    const tags = [...changed].map((element) => {
      const { start, inside, tag: name } = element
      let tag = this.content.slice(start, inside.start)
      for (const [key, value] of this.#set.get(element) ?? []) tag = withAttribute(tag, key, value)
      const filling = this.#filled.get(element)
      if (filling !== undefined) tag = `${tag.replace(/\s*\/>$/, '>')}${filling}</${name}>`
      return { start, end: inside.start, text: tag }
    })
    const gone = [...this.#removed].map(({ start, end }) => ({ start, end, text: '', goes: true }))
    return asUtf8(edited(this.content, [...gone, ...this.#edits, ...tags]))
  }
}

/** The text with the encoding in which it is saved in its declaration. */
const asUtf8 = (xml: string): string =>
  xml.replace(/^(\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["'])(?!utf-8["'])[^"']*/i, '$1UTF-8')

/** A text as the value of an attribute: between the quotation marks of an element with this attribute alone. */
export const attributeWords = (text: string): string =>
  /"(.*)"/s.exec(render(element('a', { value: text })))?.[1] ?? ''

const isEmptyTag = (content: string, { inside, end }: Element): boolean =>
  inside.start === end && content[end - 2] === '/'

function withAttribute(tag: string, name: string, value: string | undefined): string {
  const known = new RegExp(`(\\s+)(${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  if (value === undefined) return tag.replace(known, '')
  return known.test(tag)
    ? tag.replace(known, (_, blank: string, head: string) => `${blank}${head}"${value}"`)
    : tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end}`)
}

/** A text with parts of it replaced; a part that goes takes the blanks before it along, and every edit within it. */
function edited(content: string, edits: readonly Edit[]): string {
  // Of several additions at one place, the first comes first; what is added before a part that goes stays.
  const ordered = edits.toSorted(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  )
  const parts: string[] = []
  let at = 0
  for (const { start, end, text, goes = false } of ordered) {
    if (start < at) continue
    const before = content.slice(at, start)
    parts.push(goes ? before.trimEnd() : before, text)
    at = end
  }
  return parts.join('') + content.slice(at)
}

/** The elements of an XML text, in the order in which they begin. */
function elementsIn(content: string): Element[] {
  const elements: Element[] = []
  const open: Open[] = []
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const inside = parser.endIndex + 1
        const parent = open.at(-1)
        const element: Open = {
          name: tag.slice(tag.indexOf(':') + 1),
          tag,
          attributes,
          parent,
          children: [],
          words: '',
          start: parser.startIndex,
          inside: { start: inside, end: inside },
          end: inside,
        }
        parent?.children.push(element)
        elements.push(element)
        open.push(element)
      },
      ontext: (words) => {
        const last = open.at(-1)
        if (last) last.words += words
      },
      onclosetag: (_, isImplied) => {
        const last = open.pop()
        if (!last) return
        last.words = last.words.replace(/\r\n?/g, '\n')
        last.end = parser.endIndex + 1
        last.inside.end = isImplied ? last.inside.start : parser.startIndex
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(content)
  parser.end()
  return elements
}
