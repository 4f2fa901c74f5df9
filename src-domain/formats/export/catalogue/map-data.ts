import type { ExportFormat } from '../format'

/** What every graph format leaves out. */
const graphsLeaveOut = [
  'notes and tags',
  'the wording of passages and the articles they stand in',
  'warrants, schemes and answers to critical questions',
  'where cards stand on the map',
  'definitions of categories',
  'claims and relations that are not on the map',
]

/** Formats of a map for other programs. */
export const MAP_DATA = [
  {
    name: 'map-json',
    title: 'Map (JSON)',
    extension: 'json',
    mediaType: 'application/json',
    of: 'map',
    leavesOut: [
      'other maps',
      'claims that are not on the map, with their relations',
      'articles that no claim of it rests on',
    ],
  },
  {
    name: 'graphml',
    title: 'Graph (GraphML)',
    extension: 'graphml',
    mediaType: 'application/graphml+xml',
    of: 'map',
    leavesOut: [
      'the wording of passages and the articles they stand in',
      'answers to critical questions',
      'definitions of categories',
      'claims and relations that are not on the map',
      'a step with linked premises as one thing: it is a node of its own, with an edge for each premise',
    ],
  },
  {
    name: 'dot',
    title: 'Graph (DOT)',
    extension: 'dot',
    mediaType: 'text/vnd.graphviz',
    of: 'map',
    leavesOut: graphsLeaveOut,
  },
  {
    name: 'mermaid',
    title: 'Flowchart (Mermaid)',
    extension: 'mmd',
    mediaType: 'text/vnd.mermaid',
    of: 'map',
    leavesOut: [...graphsLeaveOut, 'nothing more, but many programs refuse more than 50,000 characters'],
  },
  {
    name: 'json-canvas',
    title: 'Canvas (JSON Canvas)',
    extension: 'canvas',
    mediaType: 'application/json',
    of: 'map',
    leavesOut: [
      'notes and tags',
      'the wording of passages and the articles they stand in',
      'warrants, schemes and answers to critical questions',
      'the dashes of unstated premises and the kinds of lines: words say them',
      'claims and relations that are not on the map',
      'a step with linked premises as one thing: it is a small card of its own, with an edge for each premise',
    ],
  },
  {
    name: 'argdown',
    title: 'Argument (Argdown)',
    extension: 'argdown',
    mediaType: 'text/vnd.argdown',
    of: 'map',
    leavesOut: [
      'notes and tags',
      'the wording of passages and the articles they stand in',
      'answers to critical questions, and how strong a step is',
      'line breaks in wordings',
      'where cards stand on the map, their groups and colours',
      'definitions of categories',
      'claims, premises and relations that are not on the map',
      'that a step backs another step: the argument as a whole is supported',
    ],
  },
] as const satisfies readonly ExportFormat[]
