import { argumentGraph, type ClaimNode, type JunctionNode } from '../../../argument/argument-graph'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import { relationWord, type Relation } from '../../../records/relation'
import type { ExportWriter, ExportRequest } from '../writer'
import { element, render, type XmlElement } from '../picture/svg-xml'

type Value = string | number | boolean
type Values = Readonly<Record<string, Value>>

/** Writes a map as GraphML with simple, typed attributes, for yEd, Gephi and NetworkX. */
export const writeGraphml: ExportWriter = async (request) => document(request)

function document({ project, map }: ExportRequest): string {
  const { claims, junctions, edges } = argumentGraph(project, map)
  const nodes = [
    ...claims.map((node) => ({ id: node.id, values: claimValues(project, node) })),
    ...junctions.map((node) => ({ id: node.id, values: junctionValues(node) })),
  ]
  const links = edges.map(({ relation, part, ...edge }) => ({
    ...edge,
    values: { type: part, ...(part === 'target' ? relationValues(relation) : { relation: relation.id }) },
  }))
  const graph = element(
    'graph',
    { id: 'map', edgedefault: 'directed' },
    element('data', { key: 'map_name' }, project.maps.get(map)?.name ?? ''),
    element('data', { key: 'map_caveat' }, project.maps.get(map)?.caveat ?? ''),
    ...nodes.map(({ id, values }) => element('node', { id }, ...dataOf('node', values))),
    ...links.map(({ id, from, to, values }) =>
      element('edge', { id, source: from, target: to }, ...dataOf('edge', values)),
    ),
  )
  const keys = [
    ...['name', 'caveat'].map((name) => key('map', 'graph', name, 'string')),
    ...keysOf('node', nodes),
    ...keysOf('edge', links),
  ]
  const root = element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, ...keys, graph)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root)}\n`
}

function claimValues(project: Project, { claim, category, placement }: ClaimNode): Values {
  const excerpts = excerptsByClaim(project).get(claim.id) ?? []
  return {
    type: 'claim',
    label: claim.text,
    record: claim.id,
    category: category.name,
    colour: SHADES.light[placement.colour || category.colour].mark,
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

const junctionValues = ({ relation, missing }: JunctionNode): Values => ({
  type: 'junction',
  label: RELATION_LOOKS[relation.kind].sign,
  record: relation.id,
  missing,
})

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
