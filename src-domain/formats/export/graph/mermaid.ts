import { argumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import type { ExportWriter, ExportRequest } from '../writer'
import { claimLabel, groupsOf, junctionLabel, mapTitle, stepLabel } from './graph-text'
import { writable } from '../picture/svg-xml'

/** The map as a Mermaid flowchart, which lays it out anew. Wiki pages, notes and issues show it in place. */
export const writeMermaid: ExportWriter = async (request) => document(request)

/** From premise to target: a support whole, an attack dashed, a contradiction pointed at both ends. */
const ARROWS = { support: '-->', attack: '-.->', contradict: '<-.->' } as const
const LEGS = { support: '---', attack: '-.-', contradict: '-.-' } as const

function document({ project, map, theme }: ExportRequest): string {
  const { claims, junctions, edges } = argumentGraph(project, map)
  const { grouped, alone } = groupsOf(project, claims)
  const claim = (node: ClaimNode) => `${node.id}["${words(claimLabel(node))}<br/>${words(node.claim.text)}"]`
  const styled = claims.map(({ id, claim, category, placement }) => {
    const { ink, wash } = SHADES[theme][placement.colour || category.colour]
    const dash = claim.unstated ? ',stroke-dasharray:6 4' : ''
    return `  style ${id} fill:${wash},stroke:${ink},color:${ink}${dash}`
  })
  return [
    '---',
    // JSON is YAML: no word of the title means anything there.
    `title: ${JSON.stringify(writable(mapTitle(project, map)))}`,
    '---',
    'flowchart BT',
    ...grouped.flatMap(({ title, members }, index) => [
      `  subgraph g${index + 1}["${words(title) || ' '}"]`,
      ...members.map((member) => `    ${claim(member)}`),
      '  end',
    ]),
    ...alone.map((node) => `  ${claim(node)}`),
    ...junctions.map((junction) => `  ${junction.id}(("${words(junctionLabel(junction))}"))`),
    ...edges.map(({ from, to, relation, part }) =>
      part === 'premise'
        ? `  ${from} ${LEGS[relation.kind]} ${to}`
        : `  ${from} ${ARROWS[relation.kind]}|"${words(stepLabel(relation))}"| ${to}`,
    ),
    ...styled,
    ...junctions.map(({ id, relation }) => {
      const ink = RELATION_LOOKS[relation.kind][theme]
      return `  style ${id} stroke:${ink},color:${ink}`
    }),
    '',
  ].join('\n')
}

/**
 * Words inside quotation marks. All of ASCII but letters, figures, spaces and a few harmless signs is written by its
 * number, as `#35;`: Mermaid finds comments, directives, styles and Markdown in labels too.
 */
const words = (text: string): string =>
  writable(text)
    .replace(/[!-~]/g, (sign) => (/[\w.,'()-]/.test(sign) ? sign : `#${sign.charCodeAt(0)};`))
    .replace(/\r\n?|\n/g, '<br/>')
