import { claimsOnMap } from '../../../argument/argument-graph'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import type { Relation } from '../../../records/relation'
import { mapTitle } from '../../export/graph/graph-text'
import type { ExportWriter } from '../../export/writer'
import { originOfMap } from '../origin-of-map'
import { isSaid, kialoWords, oneLine } from './kialo-words'
import { rewriteKialo } from './rewrite-kialo'

/**
 * Writes a map as the text that Kialo exports: each claim once under the claim that it supports or attacks, and `-> See`
 * where it does so again. A map that came from Kialo is that text, with what changed.
 */
export const writeKialo: ExportWriter = async ({ project, map }) => {
  const alone = mapAlone(project, map)
  const origin = originOfMap(alone, map, 'kialo')
  return (origin && rewriteKialo(alone, map, origin)) ?? discussion(alone, map)
}

function discussion(alone: Project, map: string): string {
  const relations = [...alone.relations.values()].filter(isSaid)
  const under = new Map<string, Relation[]>()
  for (const relation of relations) {
    const known = under.get(relation.target)
    if (known) known.push(relation)
    else under.set(relation.target, [relation])
  }
  const leading = new Set(relations.map(({ premises }) => premises[0]!))
  const claims = claimsOnMap(alone, map).map(({ claim }) => claim)
  // Claims in a circle have no first one: the oldest is taken.
  const roots = [
    ...claims.filter((claim) => !leading.has(claim)),
    ...claims.filter((claim) => leading.has(claim)),
  ]
  const numbers = new Map<string, string>()
  const lines = [`Discussion Title: ${oneLine(mapTitle(alone, map))}`, '']
  let next = 1
  for (const root of roots) {
    if (numbers.has(root)) continue
    const open = [{ claim: root, number: String(next++), side: '' }]
    // Without recursion: a chain of claims can be longer than the stack.
    for (let at = open.pop(); at; at = open.pop()) {
      const { claim, number, side } = at
      const known = numbers.get(claim)
      if (known !== undefined) {
        lines.push(`${number}. ${side}-> See ${known}.`)
        continue
      }
      numbers.set(claim, number)
      lines.push(`${number}. ${side}${kialoWords(alone.claims.get(claim)!.text, side)}`)
      const reasons = (under.get(claim) ?? []).map(({ premises, kind }, index) => ({
        claim: premises[0]!,
        number: `${number}.${index + 1}`,
        side: kind === 'support' ? 'Pro: ' : 'Con: ',
      }))
      open.push(...reasons.reverse())
    }
  }
  return `${lines.join('\n')}\n`
}
