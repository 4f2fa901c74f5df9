import type { IStatement } from '@argdown/core'
import type { Reworded } from '../unchanged'
import { argdownWords } from './argdown-words'
import { parseArgdown } from './parse-argdown'
import { contentOf, statementsIn, tokensOf, type Node } from './statement-nodes'
import { withFeeds } from './with-feeds'

interface Edit {
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * An Argdown text with other wordings of some claims, each where its last wording stands; undefined if a tag stands amid
 * the words, or if lines end in different ways.
 */
export function rewordArgdown(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  return withFeeds(content, (text) => reworded(text, claims))
}

function reworded(text: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const { statements = {}, arguments: args = {}, ast } = parseArgdown(text)
  const members = new Map<string, readonly IStatement[]>([
    ...Object.values(statements).map((each) => [`s:${each.title ?? ''}`, each.members] as const),
    ...Object.values(args).map((each) => [`a:${each.title ?? ''}`, each.members] as const),
  ])
  const nodes = statementsIn(ast)
  const edits: Edit[] = []
  for (const [id, { now }] of claims) {
    const edit = editOf(members.get(id) ?? [], nodes, argdownWords(now))
    if (!edit) return undefined
    edits.push(edit)
  }
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, words }) => whole.slice(0, from) + words + whole.slice(to), text)
}

/** Where the last wording of a claim stands; after its first mention if it has none. */
function editOf(
  members: readonly IStatement[],
  nodes: ReadonlyMap<string, Node>,
  words: string,
): Edit | undefined {
  const said = members.findLast(({ text = '' }) => text.trim() !== '')
  const member = said ?? members[0]
  const node = member && nodes.get(`${member.startLine}:${member.startColumn}`)
  if (!node) return undefined
  if (!said) {
    const title = tokensOf(node).find(({ tokenType }) => /Reference$/.test(tokenType?.name ?? ''))
    const to = title?.endOffset === undefined ? undefined : title.startOffset! + title.image!.trimEnd().length
    return to === undefined ? undefined : { from: to, to, words: `: ${words}` }
  }
  const content = tokensOf(contentOf(node))
  const isWord = ({ tokenType }: Node) => !['Tag', 'Newline'].includes(tokenType?.name ?? '')
  const last = content.findLastIndex(isWord)
  const first = content[0]
  const hasTagAmid = content.slice(0, last + 1).some(({ tokenType }) => tokenType?.name === 'Tag')
  const to = content[last]
  if (first?.startOffset === undefined || to === undefined || hasTagAmid) return undefined
  const blanks = /\s*$/.exec(to.image ?? '')?.[0].length ?? 0
  return { from: first.startOffset, to: to.startOffset! + (to.image?.length ?? 0) - blanks, words }
}
