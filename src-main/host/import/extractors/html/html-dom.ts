/** The part of the DOM that the extractors use. linkedom's types need the browser's, which this layer does not have. */
export interface PageNode {
  readonly nodeType: number
  readonly parentNode: PageNode | null
  readonly firstChild: PageNode | null
  readonly previousSibling: PageNode | null
  readonly nextSibling: PageNode | null
  readonly textContent: string | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
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

/**
 * Callbacks for `visit`. `enter` returns whether to visit the element's children; only then is `leave` called for it.
 */
export interface Visitor {
  text(words: string): void
  enter(element: PageElement): boolean
  leave(element: PageElement): void
}

/** Visits everything inside a node in document order, without recursion, because the page decides how deep it nests. */
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

/** Text with white space collapsed to single spaces. */
export const oneLine = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim()
