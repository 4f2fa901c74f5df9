import { fieldAddress } from '../field-address'
import { RtfParagraphs, type Position, type StyleBasis, type Target } from './rtf-paragraphs'
import { CHARACTERS, CHARSETS, decoded, LEFT_OUT, pageOf, READ_IF_OPTIONAL } from './rtf-words'

/** The part of rtf-stream-parser's tokens that is used here. */
export interface RtfToken {
  /** 0 begins a group, 1 ends it, 2 is a control word, 3 is text. */
  readonly type: number
  readonly word?: string
  readonly param?: number
  readonly data?: Uint8Array
}

/** The properties that hold until the end of a group. */
interface Group {
  target: Target
  page: string
  /** How many characters after a Unicode character are its fallback for old readers, and are skipped. */
  fallback: number
  hidden: boolean
  struck: boolean
  /** Raised above the line, lowered, or neither. */
  position: Position
  /** `\*` stood before the group's name: readers that do not know it ignore the group. */
  optional: boolean
  style: number
  /** The style that the style of this group of the style sheet is based on, and its level of the outline. */
  basis: StyleBasis
  font: number
  /** The field that the group is in, and its result, if that is a link. */
  field: { instruction: string } | undefined
  link: object | undefined
}

const DEPTH = 1000

/**
 * Reads the tokens of an RTF file (Rich Text Format Specification 1.9.1) into drafts: paragraphs, headings by style
 * name or outline level, list items, and notes at the end. Counts what it leaves out.
 */
export class RtfReader {
  readonly paragraphs = new RtfParagraphs()
  readonly counts = new Map<string, number>()
  readonly #groups: Group[] = []
  readonly #pages = new Map<number, string>()
  #group: Group = {
    target: 'text',
    page: 'windows-1252',
    fallback: 1,
    hidden: false,
    struck: false,
    position: 'line',
    optional: false,
    style: 0,
    basis: {},
    font: 0,
    field: undefined,
    link: undefined,
  }
  #bytes: number[] = []
  #skip = 0
  #dropped = 0

  /** What each control word does. `param` is 0 where the file gives none. */
  readonly #actions: Readonly<Record<string, (param: number, given: number | undefined) => void>> = {
    stylesheet: () => (this.#group.target = 'styles'),
    field: () => this.#beginField(),
    fldinst: () => (this.#group.target = this.#isRead() ? 'instruction' : 'nowhere'),
    fldrslt: () => this.#beginResult(),
    footnote: () => (this.#group.target = 'note'),
    shptxt: () => (this.#group.target = 'box'),
    listtext: () => this.#startLabel(),
    pntext: () => this.#startLabel(),
    info: () => (this.#group.target = 'nowhere'),
    title: () => (this.#group.target = 'title'),
    author: () => (this.#group.target = 'author'),
    u: (param) => this.#unicode(param),
    uc: (param) => (this.#group.fallback = param),
    ansicpg: (param) => (this.#group.page = pageOf(param)),
    mac: () => (this.#group.page = 'macintosh'),
    f: (param) => this.#useFont(param),
    fcharset: (param) => this.#nameCharset(param),
    v: (_, given) => this.#hide('hidden text left out', given),
    deleted: (_, given) => this.#hide('deleted text left out', given),
    strike: (_, given) => this.#strike(given),
    striked: (_, given) => this.#strike(given),
    super: () => (this.#group.position = 'raised'),
    sub: () => (this.#group.position = 'lowered'),
    up: (param, given) => (this.#group.position = param > 0 || given === undefined ? 'raised' : 'line'),
    dn: (param, given) => (this.#group.position = param > 0 || given === undefined ? 'lowered' : 'line'),
    nosupersub: () => (this.#group.position = 'line'),
    plain: () => this.#plainWords(),
    ilvl: (param) => (this.paragraphs.depth = param + 1),
    s: (param) => (this.#group.style = param),
    sbasedon: (param) => (this.#group.basis = { ...this.#group.basis, on: param }),
    outlinelevel: (param) => this.#setLevel(param + 1),
    ls: () => this.#listItem(),
    pnlvlblt: () => this.#listItem(),
    pnlvlbody: () => this.#listItem(),
    pard: () => this.#plain(),
    chftn: () => this.#noteMark(),
    cell: () => this.#say(' | '),
    nestcell: () => this.#say(' | '),
    par: () => this.#paragraph(),
    sect: () => this.#paragraph(),
    page: () => this.#paragraph(),
    row: () => this.#paragraph(),
    nestrow: () => this.#paragraph(),
  }

  take({ type, word, param, data }: RtfToken): void {
    if (type === 3 || word === "'") return this.#characters(data ?? new Uint8Array())
    this.#flush()
    if (type === 0) this.#open()
    else if (type === 1) this.#close()
    else if (word !== undefined) this.#control(word, param)
  }

  /** Text at the end without a paragraph mark is a paragraph too. */
  end(): void {
    this.#flush()
    this.#paragraph()
    this.paragraphs.endNote()
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
    const { target, style, basis, link } = this.#group
    const outer = this.#groups.pop()
    if (!outer) return
    if (link && link !== outer.link) this.paragraphs.endLink(target)
    if (target === 'styles') this.paragraphs.nameStyle(style, basis)
    if (target === 'note' && outer.target !== 'note') this.paragraphs.endNote()
    if (target === 'box' && outer.target !== 'box') this.paragraphs.endBox()
    this.#group = outer
  }

  #control(word: string, given: number | undefined): void {
    const group = this.#group
    const leftOut = LEFT_OUT.get(word)
    const character = CHARACTERS.get(word)
    const optional = group.optional
    group.optional = word === '*'
    this.#skip = 0
    if (word === 'fonttbl') group.target = 'fonts'
    else if (leftOut !== undefined || (optional && !READ_IF_OPTIONAL.has(word))) this.#leaveOut(leftOut ?? '')
    else if (Object.hasOwn(this.#actions, word)) this.#actions[word]!(given ?? 0, given)
    else if (character !== undefined) this.#say(character)
  }

  #leaveOut(what: string): void {
    if (what && this.#group.target === 'text') this.#count(what)
    this.#group.target = 'nowhere'
  }

  #hide(what: string, given: number | undefined): void {
    this.#group.hidden = given !== 0
    if (given !== 0) this.#count(what)
  }

  #strike(given: number | undefined): void {
    this.#group.struck = given !== 0
    if (given !== 0) this.#count('struck-out words left out')
  }

  /** `\\plain` takes every property of the words back. */
  #plainWords(): void {
    this.#group.hidden = false
    this.#group.struck = false
    this.#group.position = 'line'
  }

  /** Whether the group's text is text of the document. */
  #isRead(): boolean {
    return ['text', 'note', 'box'].includes(this.#group.target)
  }

  /** The results of fields in an instruction belong to it. */
  #beginField(): void {
    if (this.#isRead()) this.#group.field = { instruction: '' }
  }

  #beginResult(): void {
    const address = this.#isRead() ? fieldAddress(this.#group.field?.instruction ?? '') : undefined
    if (address === undefined) return
    this.#group.link = {}
    this.paragraphs.beginLink(this.#group.target, address)
  }

  #startLabel(): void {
    this.#group.target = this.#group.target === 'text' ? 'label' : 'nowhere'
  }

  #nameCharset(charset: number): void {
    if (this.#group.target === 'fonts') this.#pages.set(this.#group.font, CHARSETS[charset] ?? '')
  }

  #setLevel(level: number): void {
    if (this.#group.target === 'text') this.paragraphs.level = level
    if (this.#group.target === 'styles') this.#group.basis = { ...this.#group.basis, level }
  }

  #listItem(): void {
    this.paragraphs.listed ||= this.#group.target === 'text'
  }

  #useFont(number: number): void {
    this.#group.font = number
    const page = this.#pages.get(number)
    if (page && this.#group.target !== 'fonts') this.#group.page = page
  }

  #noteMark(): void {
    if (this.#group.target === 'text') this.#say(`[${this.paragraphs.notes.length + 1}]`)
  }

  #plain(): void {
    if (this.#group.target !== 'text') return
    this.paragraphs.level = undefined
    this.paragraphs.listed = false
    this.paragraphs.depth = 1
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
    const { hidden, struck, target, position, field } = this.#group
    if (target === 'instruction' && field) field.instruction += words
    if (!hidden && !struck) this.paragraphs.say(target, words, position)
  }

  #paragraph(): void {
    if (this.#group.target === 'note' || this.#group.target === 'box') this.#say('\n')
    if (this.#group.target === 'text') this.paragraphs.endParagraph(this.#group.style)
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }
}
