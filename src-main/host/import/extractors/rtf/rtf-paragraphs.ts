import type { Draft } from '#domain/formats/import/joined'
import { LINK_END, linkStart, settledLinks, unmarked } from '#domain/text/clean/link-marks'
import { nestedLevel } from '#domain/text/clean/list-labels'
import { lowered, raised } from '#domain/text/clean/raised'

/**
 * Where text goes: into the document, a note, a text box, the number of a list item, the instruction of a field, the
 * metadata, or nowhere.
 */
export type Target =
  'text' | 'note' | 'box' | 'label' | 'instruction' | 'title' | 'author' | 'styles' | 'fonts' | 'nowhere'

type Collected = 'text' | 'note' | 'box' | 'label' | 'styles'

const isCollected = (target: Target): target is Collected =>
  ['text', 'note', 'box', 'label', 'styles'].includes(target)

/** What a style says of its own: the style that it is based on, and its level of the outline, from 1. */
export interface StyleBasis {
  readonly on?: number
  readonly level?: number
}

/** Where words stand: on the line, or raised above it or lowered. */
export type Position = 'line' | 'raised' | 'lowered'

// Noncharacters around raised and lowered words, until their paragraph is known whole.
const [RAISED, LOWERED, END] = ['\uFDD4', '\uFDD5', '\uFDD6']
const MARKS = /[\uFDD0-\uFDD6]/g

/** The most styles in a row that are based on one another. */
const LONGEST_CHAIN = 20
const HEADING = /^\s*(?:heading|überschrift|titre|título|başlık)\s*([1-6])/i

/** Collects the text of an RTF file into paragraphs, with notes apart. */
export class RtfParagraphs {
  readonly drafts: Draft[] = []
  readonly notes: Draft[] = []
  readonly about = { title: '', author: '' }
  /** Properties of the open paragraph. */
  level: number | undefined
  listed = false
  /** How many lists the open paragraph is in. */
  depth = 1
  #titled = false
  readonly #headings = new Map<number, number>()
  readonly #basedOn = new Map<number, number>()
  readonly #words: Record<Collected, string> = { text: '', note: '', box: '', label: '', styles: '' }

  say(target: Target, said: string, position: Position): void {
    const words = said.replace(MARKS, '').replaceAll('\u00AD', '')
    if (words === '') return
    const set = position === 'line' || /^\[\d+\]$/.test(words) ? '' : position === 'raised' ? RAISED : LOWERED
    if (isCollected(target)) this.#words[target] += set ? set + words + END : words
    if (target === 'title' || target === 'author') this.about[target] += words
  }

  beginLink(target: Target, address: string): void {
    if (isCollected(target)) this.#words[target] += linkStart(address)
  }

  endLink(target: Target): void {
    if (isCollected(target)) this.#words[target] += LINK_END
  }

  /** Handles a style's name: some styles are headings, whatever the language of their names. */
  nameStyle(style: number, { on, level: outline }: StyleBasis): void {
    const level = outline ?? HEADING.exec(this.#words.styles)?.[1]
    if (level) this.#headings.set(style, Number(level))
    if (on !== undefined && on !== style) this.#basedOn.set(style, on)
    if (/^\s*title\s*;/i.test(this.#words.styles)) this.#headings.set(style, 0)
    this.#words.styles = ''
  }

  endParagraph(style: number): void {
    const own = settledLinks(plainOf(this.#words.text))
      .replace(/(?: \| )+$/, '')
      .replace(/ {2,}/g, ' ')
      .trim()
    const label = labelOf(plainOf(this.#words.label))
    this.#words.text = ''
    this.#words.label = ''
    if (own === '') return
    const { text, links } = unmarked(label + own)
    const linked = links.length > 0 && { links }
    const level = this.#levelOf(style) ?? this.level
    if (level === 0 && !this.#titled) {
      this.#titled = true
      this.drafts.push({ role: 'title', text, ...linked })
    } else if (level !== undefined && level <= 6) {
      this.drafts.push({ role: 'heading', level: Math.max(1, level), text, ...linked })
    } else if (this.listed || label !== '') {
      const nested = nestedLevel(this.depth)
      this.drafts.push({ role: 'list-item', text, ...linked, ...(nested && { level: nested }) })
    } else this.drafts.push({ role: 'paragraph', text, ...linked })
  }

  /** The level of a style or of the ones that it is based on; 0 for a title. */
  #levelOf(style: number): number | undefined {
    let from: number | undefined = style
    for (let steps = 0; steps < LONGEST_CHAIN && from !== undefined; steps++) {
      const level = this.#headings.get(from)
      if (level !== undefined) return level
      from = this.#basedOn.get(from)
    }
    return undefined
  }

  endNote(): void {
    const own = settledLinks(plainOf(this.#words.note)).trim()
    this.#words.note = ''
    const { text, links } = unmarked(`${this.notes.length + 1}. ${own}`)
    if (own) this.notes.push({ role: 'note', text, ...(links.length > 0 && { links }) })
  }

  /** A text box stands before the paragraph that it is anchored in. */
  endBox(): void {
    const words = settledLinks(plainOf(this.#words.box))
    this.#words.box = ''
    for (const line of words.split('\n')) {
      const { text, links } = unmarked(line.trim())
      if (text) this.drafts.push({ role: 'paragraph', text, ...(links.length > 0 && { links }) })
    }
  }
}

/** Words with what is raised or lowered in them set apart. */
function plainOf(words: string): string {
  let text = ''
  for (const part of words.replaceAll(END + RAISED, '').split(/([\uFDD4\uFDD5][^\uFDD6]*\uFDD6)/)) {
    const within = part.slice(1, -1)
    if (part.startsWith(RAISED)) text += raised(within, text)
    else if (part.startsWith(LOWERED)) text += lowered(within, text)
    else text += part
  }
  return text
}

/** The number before a list item, with a space; empty for a bullet. */
function labelOf(words: string): string {
  const label = words.trim()
  return /[\p{L}\p{N}]/u.test(label) && !/^[o§]$/.test(label) ? `${label} ` : ''
}
