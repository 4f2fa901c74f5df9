import type { ExportFormat } from '../format'

/** What every graph format leaves out. */
const graphsLeaveOut = [
  'notes and tags',
  'passages and their articles',
  'warrants, schemes and answers to critical questions',
  'positions of cards',
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
      'articles on which no claim of the map rests',
    ],
  },
  {
    name: 'aif',
    title: 'Argument map for AIFdb (AIF)',
    extension: 'json',
    part: 'AIF',
    mediaType: 'application/json',
    of: 'map',
    leavesOut: [
      'passages and their articles',
      'answers about the weighing of claims: standing and judgement',
      'definitions and colours of categories',
      'claims and relations that are not on the map',
      'for other programs: notes, tags, categories, warrants, strengths, answers, positions, groups and that a conflict is a contradiction',
    ],
  },
  {
    name: 'ova',
    title: 'Argument map for OVA (AIF)',
    extension: 'json',
    part: 'OVA',
    mediaType: 'application/json',
    of: 'map',
    leavesOut: [
      'which words belong to which article (all texts become one)',
      'passages that cross another',
      'answers about the weighing of claims: standing and judgement',
      'definitions and colours of categories',
      'claims and relations that are not on the map',
      'for other programs: notes, tags, categories, warrants, strengths, answers, groups and that a conflict is a contradiction',
    ],
  },
  {
    name: 'graphml',
    title: 'Graph (GraphML)',
    extension: 'graphml',
    mediaType: 'application/graphml+xml',
    of: 'map',
    leavesOut: [
      'passages and their articles',
      'answers to critical questions',
      'definitions of categories',
      'claims and relations that are not on the map',
      'relations with linked premises as one edge (each is a node with an edge for each premise)',
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
    leavesOut: [
      ...graphsLeaveOut,
      'nothing more, but many programs refuse files of more than 50,000 characters',
    ],
  },
  {
    name: 'json-canvas',
    title: 'Canvas (JSON Canvas)',
    extension: 'canvas',
    mediaType: 'application/json',
    of: 'map',
    leavesOut: [
      'notes and tags',
      'passages and their articles',
      'warrants, schemes and answers to critical questions',
      'line styles (words say which premises are unstated and what kind a relation is)',
      'claims and relations that are not on the map',
      'relations with linked premises as one edge (each is a small card with an edge for each premise)',
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
      'passages and their articles',
      'answers to critical questions, and strengths of relations',
      'line breaks in wordings',
      'positions, groups and colours of cards',
      'definitions of categories',
      'claims, premises and relations that are not on the map',
      'support for a relation (the argument as a whole is supported instead)',
    ],
  },
] as const satisfies readonly ExportFormat[]
