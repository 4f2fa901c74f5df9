import type { Draft } from '#domain/formats/import/joined'
import { CHARACTERS, CHARSETS, decoded, LEFT_OUT, pageOf } from './rtf-words'

/** As much of a token of rtf-stream-parser as is read here. */
export interface RtfToken {
  /** 0 a group begins, 1 it ends, 2 a control word, 3 text. */
  readonly type: number
  readonly word?: string
  readonly param?: number
  readonly data?: Uint8Array
}

/** Where words go: into the text, into a note, into what the file says of itself, or nowhere. */
type Target = 'text' | 'note' | 'title' | 'author' | 'styles' | 'fonts' | 'nowhere'

/** What holds until the end of a group. */
interface Group {
  target: Target
  page: string
  /** How many characters follow a Unicode one for readers that do not know it. */
  fallback: number
  hidden: boolean
  /** A group that may be left out by who does not know it: `\*` stood before its name. */
  optional: boolean
  style: number
  font: number
}

const DEPTH = 1000

/**
 * Reads the tokens of an RTF file (Rich Text Format Specification 1.9.1) into drafts: paragraphs, headings by the names of
 * their styles or their outline level, list items, notes at the end. What is left out is counted.
 */
export class RtfReader {
  readonly drafts: Draft[] = []
  readonly notes: Draft[] = []
  readonly counts = new Map<string, number>()
  readonly about = { title: '', author: '' }
  readonly #groups: Group[] = []
  readonly #headings = new Map<number, number>()
  readonly #pages = new Map<number, string>()
  #group: Group = {
    target: 'text',
    page: 'windows-1252',
    fallback: 1,
    hidden: false,
    optional: false,
    style: 0,
    font: 0,
  }
  #words = { text: '', note: '', styles: '' }
  #bytes: number[] = []
  #skip = 0
  #level: number | undefined
  #listed = false
  #dropped = 0

  take({ type, word, param, data }: RtfToken): void {
    if (type === 3 || word === "'") return this.#characters(data ?? new Uint8Array())
    this.#flush()
    if (type === 0) this.#open()
    else if (type === 1) this.#close()
    else if (word !== undefined) this.#control(word, param)
  }

  /** What stands at the end without a mark is a paragraph too. */
  end(): void {
    this.#flush()
    this.#paragraph()
    this.#note()
  }

  #open(): void {
    if (this.#groups.length >= DEPTH) {
      this.#dropped++
      return
    }
    this.#groups.push({ ...this.#group })
    this.#group.optional = false
  }

  #close(): void {
    this.#skip = 0
    if (this.#dropped > 0) {
      this.#dropped--
      return
    }
    const { target, style } = this.#group
    const outer = this.#groups.pop()
    if (!outer) return
    if (target === 'styles' && this.#words.styles) this.#nameStyle(style)
    if (target === 'note' && outer.target !== 'note') this.#note()
    this.#group = outer
  }

  #nameStyle(style: number): void {
    const level = /^\s*(?:heading|überschrift|titre|título|başlık)\s*([1-6])/i.exec(this.#words.styles)?.[1]
    if (level) this.#headings.set(style, Number(level))
    if (/^\s*title\s*;/i.test(this.#words.styles)) this.#headings.set(style, 0)
    this.#words.styles = ''
  }

  #control(word: string, given: number | undefined): void {
    const param = given ?? 0
    const group = this.#group
    const leftOut = LEFT_OUT[word]
    const optional = group.optional
    group.optional = word === '*'
    this.#skip = 0
    if (word === 'fonttbl') group.target = 'fonts'
    else if (leftOut !== undefined || (optional && word !== 'cs')) this.#leaveOut(leftOut ?? '')
    else if (word === 'stylesheet') group.target = 'styles'
    else if (word === 'footnote') group.target = 'note'
    else if (word === 'info') group.target = 'nowhere'
    else if (word === 'title' || word === 'author') group.target = word
    else if (word === 'u') this.#unicode(param)
    else if (word === 'uc') group.fallback = param
    else if (word === 'ansicpg') group.page = pageOf(param)
    else if (word === 'mac') group.page = 'macintosh'
    else if (word === 'f') this.#useFont(param)
    else if (word === 'fcharset' && group.target === 'fonts')
      this.#pages.set(group.font, CHARSETS[param] ?? '')
    else if (word === 'v' || word === 'deleted') this.#hide(word, given)
    else if (word === 's') group.style = param
    else if (word === 'outlinelevel' && group.target === 'text') this.#level = param + 1
    else if (word === 'ls' || word === 'pnlvlblt' || word === 'pnlvlbody')
      this.#listed ||= group.target === 'text'
    else if (word === 'pard') this.#plain()
    else if (word === 'chftn') this.#noteMark()
    else if (word === 'cell' || word === 'nestcell') this.#say(' | ')
    else if (/^(?:par|sect|page|row|nestrow)$/.test(word)) this.#paragraph()
    else if (CHARACTERS[word] !== undefined) this.#say(CHARACTERS[word])
  }

  #leaveOut(what: string): void {
    if (what && this.#group.target === 'text') this.#count(what)
    this.#group.target = 'nowhere'
  }

  #hide(word: string, given: number | undefined): void {
    this.#group.hidden = given !== 0
    if (given !== 0) this.#count(word === 'deleted' ? 'deleted words left out' : 'hidden words left out')
  }

  #useFont(number: number): void {
    this.#group.font = number
    const page = this.#pages.get(number)
    if (page && this.#group.target !== 'fonts') this.#group.page = page
  }

  #noteMark(): void {
    if (this.#group.target === 'text') this.#say(`[${this.notes.length + 1}]`)
  }

  #plain(): void {
    if (this.#group.target !== 'text') return
    this.#level = undefined
    this.#listed = false
    this.#group.style = 0
  }

  #characters(bytes: Uint8Array): void {
    const skipped = Math.min(this.#skip, bytes.length)
    this.#skip -= skipped
    for (const byte of bytes.subarray(skipped)) this.#bytes.push(byte)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const words = decoded(Uint8Array.from(this.#bytes), this.#group.page)
    this.#bytes = []
    this.#say(words.replace(/[\r\n]+/g, ''))
  }

  #unicode(param: number): void {
    this.#say(String.fromCharCode(param < 0 ? param + 65_536 : param))
    this.#skip = this.#group.fallback
  }

  #say(words: string): void {
    const { target, hidden } = this.#group
    if (hidden) return
    if (target === 'text' || target === 'note' || target === 'styles') this.#words[target] += words
    if (target === 'title' || target === 'author') this.about[target] += words
  }

  #paragraph(): void {
    if (this.#group.target === 'note') return this.#say('\n')
    if (this.#group.target !== 'text') return
    const text = this.#words.text.replace(/(?: \| )+$/, '').trim()
    this.#words.text = ''
    if (text === '') return
    const level = this.#headings.get(this.#group.style) ?? this.#level
    const titled = this.drafts.some(({ role }) => role === 'title')
    if (level === 0 && !titled) this.drafts.push({ role: 'title', text })
    else if (level !== undefined && level <= 6) {
      this.drafts.push({ role: 'heading', level: Math.max(1, level), text })
    } else this.drafts.push({ role: this.#listed ? 'list-item' : 'paragraph', text })
  }

  #note(): void {
    const text = this.#words.note.trim()
    this.#words.note = ''
    if (text) this.notes.push({ role: 'note', text: `${this.notes.length + 1}. ${text}` })
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }
}
