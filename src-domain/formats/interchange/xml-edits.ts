import { Parser } from 'htmlparser2'

/** An element of the file: where it and its content stand. UTF-16 offsets. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly words: string
  readonly start: number
  readonly inside: { readonly start: number; readonly end: number }
  readonly end: number
}

/** A part of a text, and what takes its place. UTF-16 offsets. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Changes of an XML text by its elements; everything else in it stays as it is, blanks and comments too. */
export class XmlEdits {
  readonly #elements: readonly Element[]
  readonly #edits: Edit[] = []
  readonly #removed = new Set<Element>()
  readonly #taken: Set<string>
  /** New values of attributes, by element. */
  readonly #set = new Map<Element, Map<string, string>>()

  constructor(private readonly content: string) {
    this.#elements = elementsIn(content)
    this.#taken = new Set(this.#elements.map(({ attributes }) => attributes['id'] ?? ''))
  }

  named = (name: string): Element[] => this.#elements.filter((element) => element.name === name)

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

  /** Sets the content of an element. @param xml as it is written */
  fill({ inside }: Element, xml: string): void {
    this.#edits.push({ ...inside, text: xml })
  }

  /** Sets an attribute. @param value as it is written */
  set(element: Element, name: string, value: string): void {
    const known = this.#set.get(element) ?? new Map<string, string>()
    this.#set.set(element, known.set(name, value))
  }

  /** Adds an element after the last of its name, in a line of its own; else at the end of the root. */
  add(name: string, xml: string): void {
    const last = this.#elements.findLast((element) => element.name === name)
    const root = this.#elements.at(-1)
    const at = last?.end ?? root?.inside.end ?? this.content.length
    const line = /\n[ \t]*$/.exec(this.content.slice(0, last?.start ?? at))?.[0] ?? '\n  '
    this.#edits.push({ start: at, end: at, text: line + xml })
  }

  text(): string {
    const tags = [...this.#set].map(([{ start, inside }, attributes]) => {
      let tag = this.content.slice(start, inside.start)
      for (const [name, value] of attributes) tag = withAttribute(tag, name, value)
      return { start, end: inside.start, text: tag }
    })
    const gone = [...this.#removed].map(({ start, end }) => ({ start, end, text: '' }))
    const kept = [...this.#edits, ...tags].filter(
      ({ start, end }) => !gone.some((each) => end > start && start >= each.start && end <= each.end),
    )
    return edited(this.content, [...gone, ...kept])
  }
}

function withAttribute(tag: string, name: string, value: string): string {
  const known = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  return known.test(tag)
    ? tag.replace(known, (_, head: string) => `${head}"${value}"`)
    : tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end}`)
}

/** A text with parts of it replaced; a part that goes takes the blanks before it along. */
function edited(content: string, edits: readonly Edit[]): string {
  // Of several additions at one place, the first comes first.
  const ordered = edits.map((edit, at) => ({ ...edit, at })).sort((a, b) => b.start - a.start || b.at - a.at)
  let text = content
  for (const { start, end, text: words } of ordered) {
    const before = text.slice(0, start)
    text = (words === '' ? before.trimEnd() : before) + words + text.slice(end)
  }
  return text
}

/** The elements of an XML text, each after those in it. */
function elementsIn(content: string): Element[] {
  const elements: Element[] = []
  const open: { attributes: Record<string, string>; words: string; start: number; inside: number }[] = []
  const parser = new Parser(
    {
      onopentag: (_, attributes) => {
        open.push({ attributes, words: '', start: parser.startIndex, inside: parser.endIndex + 1 })
      },
      ontext: (words) => {
        const last = open.at(-1)
        if (last) last.words += words
      },
      onclosetag: (name, isImplied) => {
        const last = open.pop()
        if (!last) return
        const end = parser.endIndex + 1
        const inside = { start: last.inside, end: isImplied ? last.inside : parser.startIndex }
        elements.push({
          name,
          attributes: last.attributes,
          words: last.words,
          start: last.start,
          inside,
          end,
        })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(content)
  parser.end()
  return elements
}
