import type { IArgdownResponse, IStatement } from '@argdown/core'

/** A node of the parser's tree: a rule with children, or a token with its place in the text. */
export interface Node {
  readonly name?: string
  readonly children?: readonly Node[]
  readonly startLine?: number
  readonly startColumn?: number
  readonly startOffset?: number
  readonly endOffset?: number
  readonly image?: string
  readonly tokenType?: { readonly name: string }
}

/** The nodes of statements and arguments by the line and column at which they begin. */
export function statementsIn(ast: IArgdownResponse['ast']): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  const open: Node[] = ast ? [ast as Node] : []
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.name === 'statement' || node.name === 'argument')
      found.set(`${node.startLine}:${node.startColumn}`, node)
    open.push(...(node.children ?? []))
  }
  return found
}

/** The words of a statement, without relations below it. */
export function contentOf(node: Node): Node | undefined {
  const definition = node.children?.find(({ name }) => /Definition$/.test(name ?? ''))
  return [...(node.children ?? []), ...(definition?.children ?? [])].find(
    ({ name }) => name === 'statementContent',
  )
}

/** The tokens below a node in their order, without those of other statements. */
export function tokensOf(node: Node | undefined): Node[] {
  if (!node) return []
  if (!node.children) return node.startOffset === undefined ? [] : [node]
  return node.children.flatMap((child) => (child.name === 'relations' ? [] : tokensOf(child)))
}

/** Where the words of a statement begin that has no title; undefined if it is not found. */
export function placeOfWords(
  members: readonly IStatement[],
  nodes: ReadonlyMap<string, Node>,
): number | undefined {
  const [member] = members
  const node = member && nodes.get(`${member.startLine}:${member.startColumn}`)
  return tokensOf(contentOf(node ?? {}))[0]?.startOffset
}
