import type { TextSpan } from '#domain/text/text-span'
import type { Source } from '#domain/records/source'
import { blockIndex, type BlockOnPage } from './blocks'
import { rangeOf } from './offsets'

/** Milliseconds for which a passage is highlighted after a jump. */
const SHOWN_FOR = 1600

/** Paints spans of one article with the CSS Custom Highlight API, and removes only its own highlights. */
export class HighlightRegistry {
  #names = new Set<string>()
  #blocks: readonly BlockOnPage[]

  constructor(
    private readonly article: HTMLElement,
    private readonly source: Source,
  ) {
    this.#blocks = blockIndex(article)
  }

  mark(name: string, spans: readonly TextSpan[]): void {
    if (spans.length === 0) return
    const ranges = spans.flatMap((span) => rangeOf(this.#blocks, span) ?? [])
    const highlight = new Highlight(...ranges.slice(0, SPREAD_LIMIT))
    for (const range of ranges.slice(SPREAD_LIMIT)) highlight.add(range)
    highlight.priority = priorityOf(name)
    CSS.highlights.set(name, highlight)
    this.#names.add(name)
  }

  /**
   * Scrolls to a span and highlights it for a moment.
   * @param atOnce whether the scrolling is not animated
   */
  show(span: TextSpan, atOnce = false): void {
    const block = this.#blockAt(span.start)
    if (!block) return
    this.mark('passage-shown', [span])
    this.scrollTo(span, 'third', atOnce)
    setTimeout(() => this.clear('passage-shown'), SHOWN_FOR)
  }

  /** Removes all highlights of this object, or one of them. */
  clear(only?: string): void {
    for (const name of only ? [only] : this.#names) {
      if (this.#names.delete(name)) CSS.highlights.delete(name)
    }
  }

  #blockAt(offset: number): HTMLElement | undefined {
    const start = this.source.blocks.findLast((block) => block.start <= offset)?.start
    return this.article.querySelector<HTMLElement>(`[data-start="${start}"]`) ?? undefined
  }

  /**
   * Scrolls to a span unless it is visible: a third of the pane below its top, or to the top. The scrolling is animated
   * only over a short way, which eyes can follow.
   */
  scrollTo(span: TextSpan, at: 'third' | 'start' = 'third', atOnce = at === 'start'): void {
    const block = this.#blockAt(span.start)
    const scroller = this.article.parentElement
    if (!block || !scroller) return
    block.closest('details')?.setAttribute('open', '')
    const range = rangeOf(this.#blocks, span)
    const place = document.createRange()
    if (range) place.setStart(range.startContainer, range.startOffset)
    const { top } = (range ? place : block).getBoundingClientRect()
    const pane = scroller.getBoundingClientRect()
    if (at === 'third' && top > pane.top + 48 && top < pane.bottom - 120) return
    const by = top - pane.top - (at === 'start' ? 8 : pane.height / 3)
    const still =
      atOnce || Math.abs(by) > pane.height || matchMedia('(prefers-reduced-motion: reduce)').matches
    scroller.scrollBy({ top: by, behavior: still ? 'instant' : 'smooth' })
  }
}

/** More arguments than this overflow the stack. */
const SPREAD_LIMIT = 10_000

/** Selected and shown passages are painted over marked ones, and these over links. */
function priorityOf(name: string): number {
  if (name === 'found-current') return 30
  if (name === 'found') return 25
  if (name === 'passage-shown') return 20
  if (name === 'passage-cursor') return 15
  if (name === 'text-link') return 5
  return 10
}
