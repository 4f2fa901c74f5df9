import { listLabel } from '#domain/text/clean/list-labels'
import type { PageElement } from '../html/html-dom'
import { elementsOf, xmlRoot } from '../xml'

/** A paragraph's place in a numbered list: the id of the list, and how deep the paragraph is in it, from 0. */
export interface NumberedPlace {
  readonly list: string
  readonly depth: number
}

interface Level {
  readonly start: number
  readonly format: string
  /** The label with `%1` for the number of the first level. */
  readonly text: string
}

/** Counts the paragraphs of numbered lists and gives each the label that Word shows before it. */
export class DocxNumbering {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>()
  /** Lists that share an abstract list go on counting from one another. */
  readonly #shared = new Map<string, string>()
  readonly #restarts = new Map<string, ReadonlyMap<number, number>>()
  readonly #counts = new Map<string, number[]>()
  /** Where paragraphs with a style are numbered by that style. */
  readonly #styles = new Map<string, NumberedPlace>()

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    const numbering = parts.get('word/numbering.xml')
    if (numbering) this.#readLists(xmlRoot(numbering, 'numbering'))
    const styles = parts.get('word/styles.xml')
    if (styles) this.#readStyles(xmlRoot(styles, 'list of styles'))
  }

  /** The label of the next paragraph there, with a space; empty for bullets and for paragraphs without a number. */
  next(own: Partial<NumberedPlace>, style: string): string {
    const styled = this.#styles.get(style)
    const list = own.list ?? styled?.list ?? '0'
    const depth = own.depth ?? styled?.depth ?? 0
    const shared = this.#shared.get(list)
    const levels = this.#levels.get(shared ?? '')
    const level = levels?.get(depth)
    if (!levels || !level || shared === undefined) return ''
    const counts = this.#counts.get(shared) ?? []
    const restart = this.#restarts.get(list)?.get(depth)
    if (restart !== undefined) {
      counts[depth] = restart - 1
      this.#restarts.set(list, new Map([...this.#restarts.get(list)!].filter(([at]) => at !== depth)))
    }
    counts[depth] = (counts[depth] ?? level.start - 1) + 1
    this.#counts.set(shared, counts.slice(0, depth + 1))
    if (level.format === 'bullet' || level.format === 'none') return ''
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = levels.get(at)
      return listLabel(counts[at] ?? of?.start ?? 1, TYPES.get(of?.format ?? '') ?? '1')
    })
    return label.trim() === '' ? '' : `${label.trim()} `
  }

  #readLists(root: PageElement): void {
    for (const list of elementsOf(root, 'abstractNum')) {
      const levels = elementsOf(list, 'lvl').map(
        (level) => [Number(level.getAttribute('w:ilvl')), levelIn(level)] as const,
      )
      this.#levels.set(list.getAttribute('w:abstractNumId') ?? '', new Map(levels))
    }
    for (const list of elementsOf(root, 'num')) {
      const id = list.getAttribute('w:numId') ?? ''
      this.#shared.set(id, valueOf(list, 'abstractNumId') ?? '')
      const restarts = elementsOf(list, 'lvlOverride').flatMap((override): [number, number][] => {
        const start = valueOf(override, 'startOverride')
        return start === undefined ? [] : [[Number(override.getAttribute('w:ilvl')), Number(start)]]
      })
      this.#restarts.set(id, new Map(restarts))
    }
  }

  #readStyles(root: PageElement): void {
    const based = new Map<string, string>()
    for (const style of elementsOf(root, 'style')) {
      const id = style.getAttribute('w:styleId') ?? ''
      based.set(id, valueOf(style, 'basedOn') ?? '')
      const list = valueOf(style, 'numId')
      if (list) this.#styles.set(id, { list, depth: Number(valueOf(style, 'ilvl') ?? 0) })
    }
    for (const id of based.keys()) {
      let from = id
      for (let steps = 0; steps < 20 && !this.#styles.has(from) && based.get(from); steps++)
        from = based.get(from)!
      const place = this.#styles.get(from)
      if (place) this.#styles.set(id, place)
    }
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['lowerLetter', 'a'],
  ['upperLetter', 'A'],
  ['lowerRoman', 'i'],
  ['upperRoman', 'I'],
])

/** The value of the first element with that local name within an element of a Word document. */
export const valueOf = (element: PageElement, name: string): string | undefined =>
  elementsOf(element, name)[0]?.getAttribute('w:val') ?? undefined

const levelIn = (level: PageElement): Level => ({
  start: Number(valueOf(level, 'start') ?? 1),
  format: valueOf(level, 'numFmt') ?? 'decimal',
  text: valueOf(level, 'lvlText') ?? '',
})
