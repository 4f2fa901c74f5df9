import { isObject } from '../../../records/record'
import { markdownText } from '../../export/report/markdown-text'
import { jsonAgain } from '../json-again'
import { idOf, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { plainWords } from '../plain-words'
import type { Reworded } from '../unchanged'

/** A canvas with other wordings of some cards. A card of a file or an address becomes a card of words. */
export function rewordCanvas(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const whole = jsonIn(content)
  if (!isObject(whole) || !Array.isArray(whole['nodes'])) return undefined
  const nodes = [...(whole['nodes'] as unknown[])]
  for (const [id, { then, now }] of claims) {
    const at = nodes.findIndex((node) => isObject(node) && idOf(node['id']) === id)
    const node = nodes[at]
    if (!isObject(node)) return undefined
    const { file: _file, subpath: _subpath, url: _url, ...rest } = node
    nodes[at] = { ...rest, type: 'text', text: textOf(textIn(node['text']), then, now) }
  }
  return jsonAgain({ ...whole, nodes }, content)
}

/** The Markdown of a card with new words, below the category that it names in its first paragraph. */
function textOf(markdown: string, then: string, now: string): string {
  const head =
    plainWords(markdown) === then ? undefined : /^\s*\*\*[^*\n]+\*\*[ \t]*\n\s*\n/.exec(markdown)?.[0]
  return (head ?? '') + markdownText(now)
}
