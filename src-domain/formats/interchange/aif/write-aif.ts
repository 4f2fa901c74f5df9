import { mapAlone } from '../../../document/map-alone'
import type { ExportWriter } from '../../export/writer'
import { originOfMap } from '../origin-of-map'
import { nodesetOf } from './nodeset'
import { markedHtml } from './marked-html'
import { rewriteAif } from './rewrite-aif'

/** Writes a map as an AIF nodeset; a map that came from an AIF file in the form of that file. */
export const writeAif: ExportWriter = ({ project, map }) => {
  const alone = mapAlone(project, map)
  const origin = originOfMap(alone, map, 'aif')
  if (origin) return Promise.resolve(rewriteAif(alone, origin))
  const { nodes, edges, own } = nodesetOf(project, map, false)
  return Promise.resolve(`${JSON.stringify({ nodes, edges, locutions: [], counterpoint: own }, null, 2)}\n`)
}

/** Writes a map as a save of OVA3; a map that came from OVA in the form of its file. */
export const writeOva: ExportWriter = ({ project, map }) => {
  const alone = mapAlone(project, map)
  const origin = originOfMap(alone, map, 'aif/ova')
  if (origin) return Promise.resolve(rewriteAif(alone, origin))
  const { nodes, edges, nodeOf, own } = nodesetOf(project, map, true)
  const schemes = nodes.flatMap(({ nodeID, schemeID }) =>
    schemeID === undefined ? [] : { nodeID, schemeID },
  )
  const file = {
    AIF: {
      nodes,
      edges,
      schemefulfillments: schemes,
      participants: [],
      locutions: [],
      descriptorfulfillments: [],
      cqdescriptorfulfillments: [],
    },
    text: markedHtml(alone, nodeOf),
    OVA: {
      firstname: '',
      surname: '',
      url: '',
      nodes: [
        ...[...alone.placements.values()].map(({ claim, x, y }) => ({
          nodeID: nodeOf.get(claim)!,
          visible: true,
          x,
          y,
          timestamp: '',
        })),
        ...nodes
          .slice(alone.claims.size)
          .map(({ nodeID }) => ({ nodeID, visible: true, x: 0, y: 0, timestamp: '' })),
      ],
      edges: edges.map(({ fromID, toID }) => ({ fromID, toID, visible: true })),
    },
    dialog: false,
    counterpoint: own,
  }
  return Promise.resolve(`${JSON.stringify(file, null, 2)}\n`)
}
