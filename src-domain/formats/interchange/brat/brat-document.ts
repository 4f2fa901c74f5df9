/** A line of brat’s annotations: its id, what stands after it, and words. */
interface Line {
  readonly id: string
  readonly head: string
  readonly rest: string
}

/** The annotations of a file of brat, which can be changed one by one: all other lines stay as they are. */
export class BratDocument {
  #lines: Line[]
  readonly #end: string
  readonly #isEnded: boolean

  constructor(content: string) {
    this.#end = content.includes('\r\n') ? '\r\n' : '\n'
    this.#isEnded = content === '' || /[\r\n]$/.test(content)
    const lines = content.split(/\r\n?|\n/)
    if (this.#isEnded) lines.pop()
    this.#lines = lines.map(lineOf)
  }

  text(): string {
    const lines = this.#lines.map(({ id, head, rest }) => `${id}${head}${rest}`)
    return lines.join(this.#end) + (this.#isEnded && lines.length > 0 ? this.#end : '')
  }

  /** Removes an element, with everything that refers to it. */
  remove(id: string): void {
    const gone = [id]
    for (let next = gone.pop(); next !== undefined; next = gone.pop()) {
      const isGone = (line: Line) => nameOf(line) === next || refersTo(line, next)
      // All equivalences have the same name.
      for (const line of this.#lines)
        if (isGone(line) && ![next, '*'].includes(nameOf(line))) gone.push(nameOf(line))
      this.#lines = this.#lines.filter((line) => !isGone(line))
    }
  }

  /** Gives an annotation or a relation another type. */
  retype(id: string, type: string): void {
    this.#change(id, ({ head, ...line }) => ({ ...line, head: head.replace(/^\t\S+/, `\t${type}`) }))
  }

  respan(id: string, { spans, words }: { readonly spans: string; readonly words: string }): void {
    this.#change(id, (line) => {
      const [type = ''] = /^\t\S+/.exec(line.head) ?? []
      return { ...line, head: `${type} ${spans}`, rest: `\t${words}` }
    })
  }

  /** Lets a relation lead from one annotation to another. */
  reconnect(id: string, from: string, to: string): void {
    this.#change(id, ({ head, ...line }) => ({
      ...line,
      head: head.replace(/^(\t\S+\s+\S+?:)\S+(\s+\S+?:)\S+/, `$1${from}$2${to}`),
    }))
  }

  /** Removes the attribute of an annotation that is this tag for the reader. */
  removeAttribute(id: string, tag: string): void {
    this.#lines = this.#lines.filter((line) => {
      const [name = '', on, value] = line.head.trim().split(/\s+/)
      const isAttribute = /^[AM]/.test(nameOf(line)) && on === id
      return !isAttribute || (value === undefined ? name : `${name}: ${value}`) !== tag
    })
  }

  /** Gives an annotation a note in place of those that it has; none for no words. */
  annotate(id: string, words: string): void {
    const [first, ...others] = this.#lines.filter((line) => isNoteOn(line, id))
    this.#lines = this.#lines.filter((line) => !others.includes(line) && (words !== '' || line !== first))
    if (words === '') return
    if (first) this.#lines[this.#lines.indexOf(first)] = { ...first, rest: `\t${words}` }
    else this.add('#', `AnnotatorNotes ${id}\t${words}`)
  }

  /** Adds a line after the last of its kind, and returns its id. */
  add(sign: 'T' | 'R' | 'A' | '#', content: string): string {
    const numbers = this.#lines.flatMap((line) =>
      line.id.startsWith(sign) ? Number(/^.(\d+)/.exec(line.id)?.[1]) || 0 : [],
    )
    const id = `${sign}${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`
    const last = this.#lines.findLastIndex((line) => line.id.startsWith(sign))
    const at = last < 0 ? this.#lines.length : last + 1
    this.#lines.splice(at, 0, lineOf(`${id}\t${content}`))
    return id
  }

  #change(id: string, change: (line: Line) => Line): void {
    const at = this.#lines.findIndex((line) => nameOf(line) === id)
    if (at >= 0) this.#lines[at] = change(this.#lines[at]!)
  }
}

function lineOf(raw: string): Line {
  const [, id = raw, head = '', rest = ''] = /^([^\t]*)(\t[^\t]*)?([^]*)$/.exec(raw) ?? []
  return { id, head, rest }
}

/** The id of a line without a byte order mark. */
const nameOf = ({ id }: Line): string => id.replace(/^\uFEFF/, '')

const refersTo = ({ head }: Line, id: string): boolean =>
  head
    .trim()
    .split(/\s+/)
    .some((word) => word === id || word.endsWith(`:${id}`))

const isNoteOn = (line: Line, id: string): boolean =>
  nameOf(line).startsWith('#') && line.head.trim().split(/\s+/)[1] === id
