/** A text node of a block on the page, and its position in the text. Most blocks have one. */
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

/** The blocks of an article on the page, in order. They are cached until the page changes. */
export function blockIndex(article: HTMLElement): readonly BlockOnPage[] {
  let found = known.get(article)
  if (!found) {
    const fresh: Known = { watch: new MutationObserver(() => (fresh.blocks = undefined)) }
    fresh.watch.observe(article, { childList: true, subtree: true, characterData: true })
    known.set(article, (found = fresh))
  }
  // Changes that the observer has not reported yet.
  if (found.watch.takeRecords().length > 0) found.blocks = undefined
  return (found.blocks ??= read(article))
}

const read = (article: HTMLElement): BlockOnPage[] =>
  [...article.querySelectorAll<HTMLElement>('[data-start]')].flatMap((block) => {
    let end = Number(block.dataset['start'])
    return textNodes(block).map((node) => {
      const start = end
      end += node.length
      return { start, end, node }
    })
  })

function textNodes(block: HTMLElement): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  // Svelte keeps empty nodes as anchors.
  return found.filter(({ length }) => length > 0)
}

/** The position of a block in the window; for a block in a closed fold, the position of the fold. */
function boxOf({ node }: BlockOnPage): DOMRect {
  const element = node.parentElement!.closest<HTMLElement>('[data-start]')!
  return (element.closest('details:not([open])') ?? element).getBoundingClientRect()
}

/** The blocks between two heights of the window, by binary search, because an article may have thousands. */
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

/** The index of the first item with `isPast`, which must then hold for all later items; the length if there is none. */
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
