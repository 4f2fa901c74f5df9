/** As much of a page's tree as is read here: linkedom's types speak of a browser, which this layer does not have. */
export interface PageNode {
  readonly nodeType: number
  readonly parentNode: PageNode | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly textContent: string | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export interface PageDocument {
  readonly documentElement: PageElement
  readonly body: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1

const isText = (node: PageNode) => node.nodeType === 3

/** What is done at each node; `enter` answers whether to go into the element, which alone is left again. */
export interface Visitor {
  text(words: string): void
  enter(element: PageElement): boolean
  leave(element: PageElement): void
}

/** Goes through everything inside a node in document order, without recursion: depth is up to the page. */
export function visit(root: PageNode, visitor: Visitor): void {
  let node = root.firstChild
  while (node) {
    if (isText(node)) visitor.text(node.textContent ?? '')
    if (isElement(node) && visitor.enter(node)) {
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      visitor.leave(node)
    }
    while (!node.nextSibling) {
      const parent: PageNode | null = node.parentNode
      if (!parent || parent === root) return
      if (isElement(parent)) visitor.leave(parent)
      node = parent
    }
    node = node.nextSibling
  }
}

/** The words of a node on one line. */
export const oneLine = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim()
