import type { Draft } from '#domain/formats/import/joined'

/** Where text goes: into the document, a note, the metadata, or nowhere. */
export type Target = 'text' | 'note' | 'title' | 'author' | 'styles' | 'fonts' | 'nowhere'

const HEADING = /^\s*(?:heading|überschrift|titre|título|başlık)\s*([1-6])/i

/** Collects the text of an RTF file into paragraphs, with notes apart. */
export class RtfParagraphs {
  readonly drafts: Draft[] = []
  readonly notes: Draft[] = []
  readonly about = { title: '', author: '' }
  /** Properties of the open paragraph. */
  level: number | undefined
  listed = false
  readonly #headings = new Map<number, number>()
  readonly #words = { text: '', note: '', styles: '' }

  say(target: Target, words: string): void {
    if (target === 'text' || target === 'note' || target === 'styles') this.#words[target] += words
    if (target === 'title' || target === 'author') this.about[target] += words
  }

  /** Handles a style's name: some styles are headings, whatever the language of their names. */
  nameStyle(style: number): void {
    const level = HEADING.exec(this.#words.styles)?.[1]
    if (level) this.#headings.set(style, Number(level))
    if (/^\s*title\s*;/i.test(this.#words.styles)) this.#headings.set(style, 0)
    this.#words.styles = ''
  }

  endParagraph(style: number): void {
    const text = this.#words.text.replace(/(?: \| )+$/, '').trim()
    this.#words.text = ''
    if (text === '') return
    const level = this.#headings.get(style) ?? this.level
    const titled = this.drafts.some(({ role }) => role === 'title')
    if (level === 0 && !titled) this.drafts.push({ role: 'title', text })
    else if (level !== undefined && level <= 6) {
      this.drafts.push({ role: 'heading', level: Math.max(1, level), text })
    } else this.drafts.push({ role: this.listed ? 'list-item' : 'paragraph', text })
  }

  endNote(): void {
    const text = this.#words.note.trim()
    this.#words.note = ''
    if (text) this.notes.push({ role: 'note', text: `${this.notes.length + 1}. ${text}` })
  }
}
