import type { TextSpan } from '#domain/text/text-span'
import { blockIndex, blocksBetween, firstThat, type BlockOnPage } from './blocks'

/**
 * The only code that knows both the page and a text's offsets. Every block of a source is one element with
 * `data-start`, holding one text node: an offset into the text is a block and an offset into its node.
 */

const blockOf = (node: Node): HTMLElement | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? undefined

const startOf = (block: HTMLElement): number => Number(block.dataset['start'])

/** The span that a selection covers inside the article; undefined when it covers nothing of it. */
export function spanOf(selection: Selection, article: HTMLElement): TextSpan | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(article)) return undefined
  const start = offsetAt(article, range.startContainer, range.startOffset, 'next')
  const end = offsetAt(article, range.endContainer, range.endOffset, 'previous')
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** The offset of a point on the page; where the point lies between blocks, that of the block after or before it. */
function offsetAt(
  article: HTMLElement,
  node: Node,
  offset: number,
  side: 'next' | 'previous',
): number | undefined {
  const block = blockOf(node)
  if (block && article.contains(block)) {
    if (node.nodeType === Node.TEXT_NODE) return startOf(block) + offset
    return startOf(block) + (offset === 0 ? 0 : (block.textContent?.length ?? 0))
  }
  const point = document.createRange()
  point.setStart(node, offset)
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-start]')]
  if (side === 'next') {
    const after = blocks.find((each) => point.comparePoint(each, 0) >= 0)
    return after && startOf(after)
  }
  const before = blocks.findLast((each) => point.comparePoint(each, 0) <= 0)
  return before && startOf(before) + (before.textContent?.length ?? 0)
}

/** The offset under a point of the window; undefined where there is no text of the article. */
export function offsetUnder(x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  const block = caret && blockOf(caret.offsetNode)
  return block && caret.offsetNode.nodeType === Node.TEXT_NODE ? startOf(block) + caret.offset : undefined
}

/** Where the text begins that is in sight at the top of the scroller; undefined when nothing is. */
export function firstInSight(article: HTMLElement, scroller: HTMLElement): number | undefined {
  const { top, bottom } = scroller.getBoundingClientRect()
  return blocksBetween(blockIndex(article), top + 4, bottom)[0]?.start
}

/** The blocks from half a pane's height above what is in sight to half of one below it, as a span of the text. */
export function nearSight(article: HTMLElement, scroller: HTMLElement): TextSpan {
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const near = blocksBetween(blockIndex(article), top - height / 2, bottom + height / 2)
  return { start: near[0]?.start ?? 0, end: near.at(-1)?.end ?? 0 }
}

/** The span as a range of the page; undefined when no block that is shown holds any of it. */
export function rangeOf(blocks: readonly BlockOnPage[], { start, end }: TextSpan): StaticRange | undefined {
  const first = blocks[firstThat(blocks, (block) => block.end > start)]
  const last = blocks[firstThat(blocks, (block) => block.end > end - 1)] ?? blocks.at(-1)
  if (!first || !last || first.start >= end) return undefined
  return new StaticRange({
    startContainer: first.node,
    startOffset: Math.max(0, start - first.start),
    endContainer: last.node,
    endOffset: Math.max(0, Math.min(end - last.start, last.node.length)),
  })
}

/** Where a span stands in the window; undefined when no block that is shown holds any of it. */
export function boxOf(blocks: readonly BlockOnPage[], span: TextSpan): DOMRect | undefined {
  const place = rangeOf(blocks, span)
  if (!place) return undefined
  const range = document.createRange()
  range.setStart(place.startContainer, place.startOffset)
  range.setEnd(place.endContainer, place.endOffset)
  return range.getBoundingClientRect()
}
