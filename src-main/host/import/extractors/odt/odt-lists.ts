import { listLabel } from '#domain/text/clean/list-labels'
import type { PageElement } from '../html/html-dom'
import { elementsOf } from '../xml'

interface Level {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels the label shows, as `1.2` shows two. */
  readonly shown: number
}

/** Counts the items of a document's numbered lists while it is read. */
export class OdtLists {
  readonly #styles = new Map<string, readonly (Level | undefined)[]>()
  /** The lists around the place that is read, outermost first. */
  readonly #open: { readonly style: string; count: number | undefined }[] = []
  /** The last count of each list style and depth, for lists that go on. */
  readonly #last = new Map<string, number>()
  #label = ''

  /** @param roots the document's content and its list of styles */
  constructor(roots: readonly PageElement[]) {
    for (const root of roots) {
      for (const style of elementsOf(root, 'list-style')) {
        const levels: (Level | undefined)[] = []
        for (const level of elementsOf(style, 'list-level-style-number'))
          levels[Number(level.getAttribute('text:level')) - 1] = levelIn(level)
        const name = style.getAttribute('style:name') ?? ''
        if (!this.#styles.has(name)) this.#styles.set(name, levels)
      }
    }
  }

  get depth(): number {
    return this.#open.length
  }

  enterList(list: PageElement): void {
    const style = list.getAttribute('text:style-name') ?? this.#open.at(-1)?.style ?? ''
    const goesOn =
      list.getAttribute('text:continue-numbering') === 'true' ||
      list.getAttribute('text:continue-list') !== null
    const count = goesOn ? this.#last.get(`${this.#open.length} ${style}`) : undefined
    this.#open.push({ style, count })
  }

  leaveList(): void {
    const list = this.#open.pop()
    if (list?.count !== undefined) this.#last.set(`${this.#open.length} ${list.style}`, list.count)
  }

  enterItem(item: PageElement): void {
    const list = this.#open.at(-1)
    const levels = this.#styles.get(list?.style ?? '')
    const level = levels?.[this.#open.length - 1]
    this.#label = ''
    if (!list || !level) return
    const given = item.getAttribute('text:start-value')
    list.count = given === null ? (list.count ?? level.start - 1) + 1 : Number(given)
    if (level.format === '') return
    const from = Math.max(0, this.#open.length - level.shown)
    const numbers = this.#open
      .slice(from)
      .map(({ count }, at) => listLabel(count ?? 1, levels?.[from + at]?.format ?? '1'))
    this.#label = `${level.prefix}${numbers.join('.')}${level.suffix} `
  }

  /** The label of the item that begins here, once. */
  takeLabel(): string {
    const label = this.#label
    this.#label = ''
    return label
  }
}

const levelIn = (level: PageElement): Level => ({
  format: level.getAttribute('style:num-format') ?? '',
  prefix: level.getAttribute('style:num-prefix') ?? '',
  suffix: level.getAttribute('style:num-suffix') ?? '',
  start: Number(level.getAttribute('text:start-value')) || 1,
  shown: Number(level.getAttribute('text:display-levels')) || 1,
})
