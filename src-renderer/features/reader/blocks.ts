/** A block of an article on the page: where it stands in the text, and the node that holds its words. */
export interface BlockOnPage {
  readonly start: number
  readonly end: number
  readonly node: Text
}

interface Known {
  readonly watch: MutationObserver
  blocks?: readonly BlockOnPage[] | undefined
}

const known = new WeakMap<HTMLElement, Known>()

/** The blocks of an article on the page, in order; the page is asked once until it changes. */
export function blockIndex(article: HTMLElement): readonly BlockOnPage[] {
  let found = known.get(article)
  if (!found) {
    const fresh: Known = { watch: new MutationObserver(() => (fresh.blocks = undefined)) }
    fresh.watch.observe(article, { childList: true, subtree: true, characterData: true })
    known.set(article, (found = fresh))
  }
  // What has changed since the observer was last told.
  if (found.watch.takeRecords().length > 0) found.blocks = undefined
  return (found.blocks ??= read(article))
}

const read = (article: HTMLElement): BlockOnPage[] =>
  [...article.querySelectorAll<HTMLElement>('[data-start]')].flatMap(({ firstChild, dataset }) => {
    if (!(firstChild instanceof Text)) return []
    const start = Number(dataset['start'])
    return [{ start, end: start + firstChild.length, node: firstChild }]
  })

/** Where a block stands in the window; of one that is folded away, where its fold is. */
function boxOf({ node }: BlockOnPage): DOMRect {
  const element = node.parentElement!
  return (element.closest('details:not([open])') ?? element).getBoundingClientRect()
}

/** The blocks of which some stands between two heights of the window: by halving, for an article may have thousands. */
export function blocksBetween(
  blocks: readonly BlockOnPage[],
  top: number,
  bottom: number,
): readonly BlockOnPage[] {
  const first = firstThat(blocks, (block) => boxOf(block).bottom > top)
  let last = first
  while (last < blocks.length && boxOf(blocks[last]!).top < bottom) last++
  return blocks.slice(first, last)
}

/** The index of the first for which something is true that is true of all after it; the length where there is none. */
export function firstThat<Item>(items: readonly Item[], isPast: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
