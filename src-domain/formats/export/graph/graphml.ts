import { argumentGraph, type ClaimNode, type JunctionNode } from '../../../argument/argument-graph'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import { lookOf, relationWord, type Relation } from '../../../records/relation'
import type { Rect } from '../../../canvas/card'
import { sceneOf, type Scene } from '../../../canvas/scene'
import type { ExportEnv, ExportWriter, ExportRequest } from '../writer'
import { element, render, type XmlElement } from '../picture/svg-xml'
import { edgeLabel, junctionLabel } from './graph-text'
import { YED, YED_KEYS, yedEdge, yedNode } from './graphml-yed'

type Value = string | number | boolean
type Values = Readonly<Record<string, Value>>

/**
 * Writes a map as GraphML with simple, typed attributes, for Gephi and NetworkX, and with the shapes by which yEd shows
 * it. Gephi takes label, place and colour (`r`, `g`, `b`) from attributes of those names.
 */
export const writeGraphml: ExportWriter = async (request, env) => document(request, env)

function document({ project, map }: ExportRequest, { measure }: ExportEnv): string {
  const { claims, junctions, edges } = argumentGraph(project, map)
  const scene = sceneOf(project, map, measure)
  const rects = new Map(scene.cards.map(({ claim, rect }) => [claim.id, rect]))
  const nodes = [
    ...claims.map((node) => ({
      id: node.id,
      values: claimValues(project, node),
      shape: cardShape(node, rects.get(node.claim.id)!),
    })),
    ...junctions.map((node) => ({
      id: node.id,
      values: junctionValues(node, scene),
      shape: signShape(node, scene),
    })),
  ]
  const links = edges.map(({ relation, part, ...edge }) => ({
    ...edge,
    values: { type: part, ...(part === 'target' ? relationValues(relation) : { relation: relation.id }) },
    shape: yedEdge({
      words: part === 'target' ? edgeLabel(relation) : '',
      colour: RELATION_LOOKS[lookOf(relation)].light,
      dashed: RELATION_LOOKS[lookOf(relation)].dash !== '',
      atSource: part === 'target' && relation.kind === 'contradict',
      atTarget: part === 'target',
    }),
  }))
  const graph = element(
    'graph',
    { id: 'map', edgedefault: 'directed' },
    element('data', { key: 'map_name' }, project.maps.get(map)?.name ?? ''),
    element('data', { key: 'map_caveat' }, project.maps.get(map)?.caveat ?? ''),
    // Nodes name their group; this names those without nodes as well.
    element('data', { key: 'map_groups' }, groupTitles(project, map).join('; ')),
    ...nodes.map(({ id, values, shape }) => element('node', { id }, ...dataOf('node', values), shape)),
    ...links.map(({ id, from, to, values, shape }) =>
      element('edge', { id, source: from, target: to }, ...dataOf('edge', values), shape),
    ),
  )
  const keys = [
    ...['name', 'caveat', 'groups'].map((name) => key('map', 'graph', name, 'string')),
    ...keysOf('node', nodes),
    ...keysOf('edge', links),
    ...YED_KEYS,
  ]
  const spaces = { xmlns: 'http://graphml.graphdrawing.org/xmlns', 'xmlns:y': YED }
  const root = element('graphml', spaces, ...keys, graph)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root)}\n`
}

const groupTitles = (project: Project, map: string): string[] =>
  [...project.groups.values()].filter((group) => group.map === map).map(({ title }) => title)

function claimValues(project: Project, { claim, category, placement }: ClaimNode): Values {
  const excerpts = excerptsByClaim(project).get(claim.id) ?? []
  return {
    type: 'claim',
    label: claim.text,
    record: claim.id,
    category: category.name,
    colour: colourOf({ category, placement }),
    ...channels(colourOf({ category, placement })),
    unstated: claim.unstated,
    note: claim.note,
    tags: claim.tags.join('; '),
    passages: excerpts.length,
    sources: new Set(excerpts.map(({ source }) => source)).size,
    group: project.groups.get(placement.group)?.title ?? '',
    x: placement.x,
    y: placement.y,
    pinned: placement.pinned,
    collapsed: placement.collapsed,
    created: claim.created,
  }
}

const colourOf = ({ category, placement }: Pick<ClaimNode, 'category' | 'placement'>): string =>
  SHADES.light[placement.colour || category.colour].mark

/** Red, green and blue of a colour like `#0a5fb4`, each from 0 to 255. */
const channels = (colour: string): { r: number; g: number; b: number } => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return { r, g, b }
}

function junctionValues({ relation, missing }: JunctionNode, scene: Scene): Values {
  const { x, y } = scene.shapes.get(relation.id)!.junction
  return {
    type: 'junction',
    label: RELATION_LOOKS[relation.kind].sign,
    record: relation.id,
    missing,
    ...channels(RELATION_LOOKS[lookOf(relation)].light),
    x: Math.round(x),
    y: Math.round(y),
  }
}

const cardShape = (node: ClaimNode, rect: Rect): XmlElement =>
  yedNode({ rect, words: node.claim.text, colour: colourOf(node), shape: 'roundrectangle' })

const SIGN = 30

function signShape(node: JunctionNode, scene: Scene): XmlElement {
  const { x, y } = scene.shapes.get(node.relation.id)!.junction
  const rect = { x: x - SIGN / 2, y: y - SIGN / 2, width: SIGN, height: SIGN }
  const colour = RELATION_LOOKS[lookOf(node.relation)].light
  return yedNode({ rect, words: junctionLabel(node), colour, shape: 'ellipse' })
}

const relationValues = (relation: Relation): Values => ({
  label: relationWord(relation),
  relation: relation.id,
  kind: relation.kind,
  strength: relation.strength,
  scheme: relation.scheme,
  warrant: relation.warrant,
  note: relation.note,
})

/** Leaves empty values out, so that other programs show them as missing and not as empty text. */
const dataOf = (of: string, values: Values): XmlElement[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === '' ? [] : [element('data', { key: `${of}_${name}` }, String(value))],
  )

/** Declares the keys that the elements use, in the order of their first use. */
function keysOf(of: string, elements: readonly { readonly values: Values }[]): XmlElement[] {
  const types = new Map<string, string>()
  for (const { values } of elements) {
    for (const [name, value] of Object.entries(values)) types.set(name, typeOf(value))
  }
  return [...types].map(([name, type]) => key(of, of, name, type))
}

const key = (prefix: string, target: string, name: string, type: string): XmlElement =>
  element('key', { id: `${prefix}_${name}`, for: target, 'attr.name': name, 'attr.type': type })

const typeOf = (value: Value): string =>
  typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : 'int'
