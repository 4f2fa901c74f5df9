import { idOf, objectsIn, textIn } from '../json-fields'
import type { LossList } from '../loss-list'

type Raw = Record<string, unknown>

/** The presets of JSON Canvas as colours of the palette. */
export const PRESETS: Readonly<Record<string, string>> = {
  '1': 'rose',
  '2': 'orange',
  '3': 'amber',
  '4': 'green',
  '5': 'teal',
  '6': 'violet',
}

/** An arrow between two nodes. */
export interface Edge {
  /** As it stands in the file. */
  readonly raw: Raw
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  /** Where it has arrows: at the end, at both, at none. */
  readonly arrows: 'one' | 'both' | 'none'
  /** Whether its arrow is at its start, so that it is read from its end. */
  readonly isTurned: boolean
}

/** The arrows of a canvas by the nodes at their ends. */
export function edgesOf(whole: Raw, nodes: ReadonlyMap<string, Raw>, losses: LossList): Edge[] {
  const seen = new Set<string>()
  return objectsIn(whole['edges']).flatMap((raw, at): Edge[] => {
    const id = idOf(raw['id']) || `edge ${at + 1}`
    const [from, to] = [idOf(raw['fromNode']), idOf(raw['toNode'])]
    if (!nodes.has(from) || !nodes.has(to)) {
      losses.name('edge:dangling', id, 'Arrows whose ends are not in the file')
      return []
    }
    if (seen.has(id)) {
      losses.name('edge:double', id, 'Arrows whose id the file has twice: the first counts')
      return []
    }
    seen.add(id)
    const atStart = raw['fromEnd'] === 'arrow'
    const atEnd = raw['toEnd'] !== 'none'
    const turned = atStart && !atEnd
    return [
      {
        raw,
        id,
        isTurned: turned,
        from: turned ? to : from,
        to: turned ? from : to,
        label: textIn(raw['label']),
        arrows: atStart && atEnd ? 'both' : atStart || atEnd ? 'one' : 'none',
      },
    ]
  })
}

/** The cards that stand for a step: one sign, lines without arrows that lead in, and one arrow that leads on. */
export function junctionsOf(
  nodes: ReadonlyMap<string, Raw>,
  edges: readonly Edge[],
): ReadonlyMap<string, Edge> {
  const legs = new Set(edges.filter(({ arrows }) => arrows === 'none').map(({ to }) => to))
  const out = new Map<string, Edge[]>()
  for (const edge of edges) {
    if (edge.arrows !== 'none') out.set(edge.from, [...(out.get(edge.from) ?? []), edge])
  }
  return new Map(
    [...nodes].flatMap(([id, node]) => {
      const sign = textIn(node['text']).replace(/\\/g, '').trim()
      const isSign = node['type'] === 'text' && /^[^\p{L}\p{N}\s](?: \(\d+ not shown\))?$/u.test(sign)
      const [on, ...more] = out.get(id) ?? []
      return isSign && legs.has(id) && on && more.length === 0 ? [[id, on] as const] : []
    }),
  )
}
