import { argumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import { lookOf } from '../../../records/relation'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import type { ExportWriter, ExportRequest } from '../writer'
import { claimLabel, groupsOf, junctionLabel, mapTitle, edgeLabel } from './graph-text'
import { writable } from '../picture/svg-xml'

/** Writes a map as a Mermaid flowchart, which wikis, notes and issue trackers render with a layout of their own. */
export const writeMermaid: ExportWriter = async (request) => document(request)

/** Arrows from premise to target: solid for support, dashed for attack, with two heads for contradiction. */
const ARROWS = { support: '-->', attack: '-.->', contradict: '<-.->' } as const
const LEGS = { support: '---', attack: '-.-', contradict: '-.-' } as const

function document({ project, map, theme }: ExportRequest): string {
  const { claims, junctions, edges } = argumentGraph(project, map)
  const { grouped, alone } = groupsOf(project, map, claims)
  const claim = (node: ClaimNode) => `${node.id}["${words(claimLabel(node))}<br/>${words(node.claim.text)}"]`
  const styled = claims.map(({ id, claim, category, placement }) => {
    const { ink, wash } = SHADES[theme][placement.colour || category.colour]
    const dash = claim.unstated ? ',stroke-dasharray:6 4' : ''
    return `  style ${id} fill:${wash},stroke:${ink},color:${ink}${dash}`
  })
  return [
    '---',
    // The front matter is YAML, of which JSON is a subset, so no character of the title is special.
    // What follows a `<` would be taken for a tag and left out.
    `title: ${JSON.stringify(writable(mapTitle(project, map)).replaceAll('<', '‹'))}`,
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
        : `  ${from} ${ARROWS[relation.kind]}|"${words(edgeLabel(relation))}"| ${to}`,
    ),
    ...styled,
    ...junctions.map(({ id, relation }) => {
      const ink = RELATION_LOOKS[lookOf(relation)][theme]
      return `  style ${id} stroke:${ink},color:${ink}`
    }),
    '',
  ].join('\n')
}

/**
 * Escapes a text for a quoted label. All ASCII characters except letters, digits, spaces and a few harmless ones become
 * character codes such as `#35;`: Mermaid reads comments, directives, styles and Markdown even inside labels.
 */
const words = (text: string): string =>
  writable(text)
    // Mermaid reads Markdown after it has decoded the codes. A zero-width space keeps a line from being a list, a heading
    // or a quote, and the modifier letter that looks the same keeps a backtick from beginning code.
    .replace(/^([ \t]*)(?=(?:\d+[.)]|[-+*])(?:\s|$)|#|>|~~~|[=\-*_]{2,}\s*$)/gm, '$1\u200B')
    .replaceAll('`', '\u02CB')
    .replace(/[!-~]/g, (sign) => (/[\w.,'()-]/.test(sign) ? sign : `#${sign.charCodeAt(0)};`))
    // A wording such as “direction LR” would set the direction of its group instead of being a label.
    .replace(/d(?=irection\s+(?:TB|TD|BT|RL|LR))/gi, (letter) => `#${letter.charCodeAt(0)};`)
    .replace(/\r\n?|\n/g, '<br/>')
