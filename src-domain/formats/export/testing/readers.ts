import { DOMParser } from '@xmldom/xmldom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import * as v from 'valibot'
import { expect } from 'vitest'

/** What a reader that knows nothing of the writer finds in a file: wordings, and how many steps. */
export interface Found {
  readonly texts: readonly string[]
  readonly steps: number
}

/** CSV as RFC 4180 has it, and nothing that it does not have. */
export function readCsv(text: string): Record<string, string>[] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = [[]]
  const field = /"((?:[^"]|"")*)"(,|\r\n)|(true|false|-?\d+)(,|\r\n)/y
  field.lastIndex = 1
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const match = field.exec(text)
    if (!match) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`)
    rows.at(-1)!.push((match[1] ?? match[3]!).replaceAll('""', '"'))
    if ((match[2] ?? match[4]) === '\r\n') rows.push([])
  }
  expect(rows.pop()).toEqual([])
  const [heads, ...rest] = rows
  for (const row of rest) expect(row).toHaveLength(heads!.length)
  return rest.map((row) => Object.fromEntries(heads!.map((head, index) => [head, row[index]!])))
}

/**
 * The content of a cell without the apostrophe that keeps it from being a formula or a number. A wording can begin with an
 * apostrophe of its own, so apply this to both sides of a comparison.
 */
export const unguarded = (cell: string): string =>
  cell.replace(/([,;|\t\r\n][\s"]*)'(?=[=+\-@＝＋－＠])/gu, '$1').replace(/^'/, '')

export function readGraphml(text: string): Found {
  const document = new DOMParser({
    onError: (_level, message) => {
      if (!message.startsWith('Unicode replacement character')) throw new Error(message)
    },
  }).parseFromString(text, 'text/xml')
  const types = new Map(
    [...document.getElementsByTagName('key')].map((key) => [
      key.getAttribute('id'),
      key.getAttribute('attr.type'),
    ]),
  )
  const values = (of: string) =>
    [...document.getElementsByTagName(of)].map((element) =>
      Object.fromEntries(
        [...element.getElementsByTagName('data')].map((data) => {
          const type = types.get(data.getAttribute('key'))
          expect(data.textContent).toMatch(
            type === 'int' ? /^-?\d+$/ : type === 'boolean' ? /^(true|false)$/ : /^/,
          )
          return [data.getAttribute('key')!.split('_')[1], data.textContent!]
        }),
      ),
    )
  const ids = new Set([...document.getElementsByTagName('node')].map((node) => node.getAttribute('id')))
  for (const edge of document.getElementsByTagName('edge')) {
    expect(ids).toContain(edge.getAttribute('source'))
    expect(ids).toContain(edge.getAttribute('target'))
  }
  return {
    texts: values('node').flatMap(({ type, label }) => (type === 'claim' ? [label ?? ''] : [])),
    steps: values('edge').filter(({ type }) => type === 'target').length,
  }
}

/** Every line of a DOT file is one of these. */
const DOT_LINE =
  /^ *((?:digraph|label=|subgraph cluster_\d+|(?:node|edge) |rankdir=BT;|labelloc=t;|[cj]\d+ )?(?:"(?:[^"\\]|\\[\\"n])*"| \+ |[\w ,=[\];]|-> |[{}])*)$/

export function readDot(text: string): Found {
  for (const line of text.split('\n')) expect(line).toMatch(DOT_LINE)
  const labels = [...text.matchAll(/^ *c\d+ \[label=((?:"(?:[^"\\]|\\[\\"n])*"(?: \+ )?)+)/gm)]
  const unquoted = labels.map(([, label]) =>
    label!
      .replace(/" \+ "/g, '')
      .slice(1, -1)
      .replace(/\\n/g, '\n')
      .replace(/\\([\\"])/g, '$1')
      // Graphviz reads character references in labels.
      .replaceAll('&amp;', '&'),
  )
  return {
    texts: unquoted.map((label) => label.slice(label.indexOf('\n') + 1)),
    steps: [...text.matchAll(/^ *[cj]\d+ -> [cj]\d+ \[label=/gm)].length,
  }
}

export function readMermaid(text: string): Found {
  const [, title, chart] = /^---\ntitle: (".*")\n---\nflowchart BT\n([^]*)$/.exec(text)!
  JSON.parse(title!)
  for (const line of chart!.split('\n')) {
    expect(line).toMatch(
      /^ *(subgraph g\d+\["[^"]+"\]|end|[cj]\d+(\["[^"\n]*"\]|\(\("[^"]*"\)\))|[cj]\d+ <?-[-.]*-?[>-](\|"[\w ()]+"\|)? [cj]\d+|style [cj]\d+ [\w:#, -]+)?$/,
    )
  }
  const sign = (code: string) => String.fromCharCode(Number(code))
  return {
    texts: [...chart!.matchAll(/^ *c\d+\["[^"]*?<br\/>([^"]*)"\]$/gm)].map(([, label]) =>
      label!
        .replaceAll('<br/>', '\n')
        .replace(/#(\d+);/g, (_, code: string) => sign(code))
        // The signs that keep Mermaid from reading Markdown.
        .replace(/\u200B/g, '')
        .replaceAll('\u02CB', '`'),
    ),
    steps: [...chart!.matchAll(/\|"[\w ()]+"\| [cj]\d+$/gm)].length,
  }
}

const CanvasNode = { id: v.string(), x: v.pipe(v.number(), v.integer()), y: v.pipe(v.number(), v.integer()) }
const CanvasSize = { width: v.pipe(v.number(), v.integer()), height: v.pipe(v.number(), v.integer()) }
/** Other programs pass over our key. */
const Ours = { counterpoint: v.optional(v.record(v.string(), v.unknown())) }
const CanvasColour = { color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)) }
const Side = v.picklist(['top', 'right', 'bottom', 'left'])
/** As much of JSON Canvas 1.0 as a map can need. */
const Canvas = v.strictObject({
  ...Ours,
  nodes: v.array(
    v.variant('type', [
      v.strictObject({
        ...CanvasNode,
        ...CanvasSize,
        ...CanvasColour,
        ...Ours,
        type: v.literal('text'),
        text: v.string(),
      }),
      v.strictObject({
        ...CanvasNode,
        ...CanvasSize,
        ...CanvasColour,
        ...Ours,
        type: v.literal('group'),
        label: v.string(),
      }),
    ]),
  ),
  edges: v.array(
    v.strictObject({
      id: v.string(),
      fromNode: v.string(),
      fromSide: Side,
      toNode: v.string(),
      toSide: Side,
      fromEnd: v.optional(v.picklist(['none', 'arrow'])),
      toEnd: v.optional(v.picklist(['none', 'arrow'])),
      ...CanvasColour,
      ...Ours,
      label: v.optional(v.string()),
    }),
  ),
})

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
}

/** The words of Markdown in which nothing is made of them: only paragraphs, strong category names and hard breaks. */
function wordsOfMarkdown(node: MarkdownNode): string {
  expect(['root', 'paragraph', 'strong', 'text', 'break']).toContain(node.type)
  if (node.type === 'break') return '\n'
  return node.value ?? node.children!.map(wordsOfMarkdown).join('')
}

export function readCanvas(text: string): Found {
  const { nodes, edges } = v.parse(Canvas, JSON.parse(text))
  const ids = new Set(nodes.map(({ id }) => id))
  for (const { fromNode, toNode } of edges) expect(ids.has(fromNode) && ids.has(toNode)).toBe(true)
  const cards = nodes.flatMap((node) => (node.type === 'text' && node.id.startsWith('c') ? [node.text] : []))
  return {
    texts: cards.map((card) => fromMarkdown(card).children.slice(1).map(wordsOfMarkdown).join('\n')),
    steps: edges.filter(({ label }) => label).length,
  }
}

export function readArgdown(text: string): Found {
  const [, body] = /^===\n(?:\w+: ".*"\n)+selection:\n {2}excludeDisconnected: false\n===\n\n([^]*)$/.exec(
    text,
  )!
  let steps = 0
  const texts: string[] = []
  // Headings are groups, or the title of a map without claims.
  const blocks = body!.trimEnd().split('\n\n')
  for (const block of blocks) {
    const [first, ...rest] = block.split('\n')
    if (first!.startsWith('# ')) continue
    const statement = /^\[Claim \d+\]: (.+?)(?: #\([^()]+\))*$/.exec(first!)
    if (statement) {
      texts.push(statement[1]!.replace(/\\(.)/g, '$1'))
      expect(Object.keys(JSON.parse(rest.shift()!) as object)).toContain('category')
      for (const line of rest) expect(line).toMatch(/^ {2}(\+>|->|><|_>) (\[Claim \d+\]|<Argument \d+>)$/)
      steps += rest.length
    } else if (!/^<Argument \d+>/.test(first!)) {
      expect(block).toMatch(
        /^(\(\d+\) \[Claim \d+\]\n)+(-----|-- [\p{L}\p{N} ]+ --)\n\(\d+\) \[.+(\n {2}\S+ .+)?$/u,
      )
      steps += 1
    }
  }
  return { texts, steps }
}
