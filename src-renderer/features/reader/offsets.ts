import type { TextSpan } from '#domain/text/text-span'
import { blockIndex, blocksBetween, firstThat, type BlockOnPage } from './blocks'

/**
 * Converts between positions on the page and offsets in a text; no other code knows both. Each block of a source is
 * one element with `data-start` whose text nodes together are its text.
 */

const blockOf = (node: Node): HTMLElement | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? undefined

const startOf = (block: HTMLElement): number => Number(block.dataset['start'])

/** The span that a selection covers inside the article; undefined if it covers none of it. */
export function spanOf(selection: Selection, article: HTMLElement): TextSpan | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(article)) return undefined
  const start = offsetAt(article, range.startContainer, range.startOffset, 'next')
  const end = offsetAt(article, range.endContainer, range.endOffset, 'previous')
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** The offset of a point in the page; between blocks, that of the block after or before it. */
function offsetAt(
  article: HTMLElement,
  node: Node,
  offset: number,
  side: 'next' | 'previous',
): number | undefined {
  const block = blockOf(node)
  if (block && article.contains(block)) {
    return startOf(block) + lengthBefore(block, node, offset)
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

/** The length of a block's text before a point in it. */
function lengthBefore(block: HTMLElement, node: Node, offset: number): number {
  // Most blocks have one text node.
  if (node === block.firstChild && node.nodeType === Node.TEXT_NODE) return offset
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/** The offset under a point of the window; undefined outside the article's text. */
export function offsetUnder(x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  const block = caret && blockOf(caret.offsetNode)
  return block && caret.offsetNode.nodeType === Node.TEXT_NODE
    ? startOf(block) + lengthBefore(block, caret.offsetNode, caret.offset)
    : undefined
}

/** The offset of the first visible text in the scroller; undefined if there is none. */
export function firstInSight(article: HTMLElement, scroller: HTMLElement): number | undefined {
  const { top, bottom } = scroller.getBoundingClientRect()
  return blocksBetween(blockIndex(article), top + 4, bottom)[0]?.start
}

/** The span of the blocks from half a pane above the visible part to half a pane below it. */
export function nearSight(article: HTMLElement, scroller: HTMLElement): TextSpan {
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const near = blocksBetween(blockIndex(article), top - height / 2, bottom + height / 2)
  return { start: near[0]?.start ?? 0, end: near.at(-1)?.end ?? 0 }
}

/** The span as a range of the page; undefined if no block on the page contains any of it. */
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

/** The position of a span in the window; undefined if no block on the page contains any of it. */
export function boxOf(blocks: readonly BlockOnPage[], span: TextSpan): DOMRect | undefined {
  const place = rangeOf(blocks, span)
  if (!place) return undefined
  const range = document.createRange()
  range.setStart(place.startContainer, place.startOffset)
  range.setEnd(place.endContainer, place.endOffset)
  return range.getBoundingClientRect()
}
