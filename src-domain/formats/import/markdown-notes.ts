/** The footnotes of a Markdown text, by identifier, and the text without them. */
export interface MarkdownNotes {
  readonly notes: ReadonlyMap<string, string>
  readonly body: string
}

const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * Takes the footnotes out of a text: lines that begin with `[^1]:`, and the lines below that continue them or are set
 * further in. The parser would take a note of one word for the address of a link, and drop it.
 */
export function notesIn(text: string): MarkdownNotes {
  if (!text.includes('[^')) return { notes: new Map(), body: text }
  const notes = new Map<string, string[]>()
  const body: string[] = []
  let note: string[] | undefined
  let fence = ''
  let isBlank = false
  for (const line of text.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1]
    if (note === undefined && mark && (fence === '' || mark.startsWith(fence)))
      fence = fence === '' ? mark : ''
    const [, id, words] = (fence === '' && NOTE.exec(line)) || []
    const wasBlank = isBlank
    isBlank = line.trim() === ''
    if (id !== undefined) {
      note = notes.has(id) ? [] : [words!]
      if (!notes.has(id)) notes.set(id, note)
    } else if (note && (isBlank || /^(?: {4}|\t)/.test(line))) note.push(line.replace(/^(?: {4}|\t)/, ''))
    else if (note && !wasBlank && !/^ {0,3}(?:[#>|]|[-+*] |\d{1,9}[.)] |[`~]{3})/.test(line)) note.push(line)
    else {
      if (note) body.push('')
      note = undefined
      body.push(line)
    }
  }
  return { notes: new Map([...notes].map(([id, lines]) => [id, lines.join('\n')])), body: body.join('\n') }
}

/** Gives footnotes their numbers, in the order in which the text refers to them. */
export class NoteNumbers {
  readonly #numbers = new Map<string, number>()

  constructor(readonly notes: ReadonlyMap<string, string>) {}

  /** The number of a note; undefined if there is no such note. */
  of(id: string): number | undefined {
    if (!this.notes.has(id)) return undefined
    if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size + 1)
    return this.#numbers.get(id)
  }

  /** The notes by their numbers. Those that nothing refers to come last. */
  inOrder(): readonly { readonly number: number; readonly words: string }[] {
    return [...this.notes]
      .toSorted(([a], [b]) => (this.#numbers.get(a) ?? Infinity) - (this.#numbers.get(b) ?? Infinity) || 0)
      .map(([id, words]) => ({ number: this.of(id)!, words }))
  }
}
