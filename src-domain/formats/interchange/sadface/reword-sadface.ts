import { isObject } from '../../../records/record'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import type { Reworded } from '../unchanged'

/** A SADFace document with other wordings of some atoms. Of two nodes with one id the last counts, as for the reader. */
export function rewordSadface(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const whole = jsonIn(content)
  if (!isObject(whole) || !Array.isArray(whole['nodes'])) return undefined
  const nodes = [...(whole['nodes'] as unknown[])]
  for (const [id, { now }] of claims) {
    const at = nodes.findLastIndex((node) => isObject(node) && idOf(node['id']) === id)
    const node = nodes[at]
    if (!isObject(node)) return undefined
    nodes[at] = { ...node, text: now }
  }
  return jsonAgain({ ...whole, nodes }, content)
}
