import type { IncomingStep } from '../incoming'
import { attributeOf, type XmlElement } from '../xml-in'
import { stepOfLink } from './links'
import { childrenOf, guidOf } from './refi-project'
import type { Selections } from './selections'

/** What a graph shows: the claims with their positions, and the steps of the edges that no link stands behind. */
export interface ReadGraph {
  readonly id: string
  readonly name: string
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly steps: readonly IncomingStep[]
}

/**
 * Reads a graph. A note on it becomes a claim.
 * @param known the claims of selections by their ids
 */
export function readGraph(
  graph: XmlElement,
  known: ReadonlyMap<string, string>,
  selections: Selections,
): ReadGraph {
  const { losses } = selections
  const places = new Map<string, { x: number; y: number }>()
  const vertices = new Map<string, string>()
  for (const vertex of childrenOf(graph, 'Vertex')) {
    const represented = guidOf(vertex, 'representedGUID')
    const claim = known.get(represented) ?? selections.noteClaim(represented)
    if (claim === undefined) {
      losses.name('vertex:other', guidOf(vertex), 'Things on a map that are no selection and no note')
      continue
    }
    vertices.set(guidOf(vertex), claim)
    places.set(claim, {
      x: Number(attributeOf(vertex, 'firstX')) || 0,
      y: Number(attributeOf(vertex, 'firstY')) || 0,
    })
  }
  const steps = childrenOf(graph, 'Edge').flatMap((edge) => {
    if (attributeOf(edge, 'representedGUID') !== '') return []
    const [from, to] = ['sourceVertex', 'targetVertex'].map((end) => vertices.get(guidOf(edge, end)))
    return stepOfLink(edge, guidOf(edge), from, to, losses)
  })
  return { id: guidOf(graph), name: attributeOf(graph, 'name'), places, steps }
}
