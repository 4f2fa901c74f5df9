import { argumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import { lazily } from '../../../collections/lazily'
import { lookOf } from '../../../records/relation'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import type { ExportWriter, ExportRequest } from '../writer'
import { claimLabel, groupsOf, junctionLabel, mapTitle, edgeLabel } from './graph-text'
import { writable } from '../picture/svg-xml'

/** Writes a map in DOT for Graphviz, which makes its own layout. */
export const writeDot: ExportWriter = async (request) => document(request)

const STYLES = { support: 'solid', attack: 'dashed', contradict: 'dotted' } as const

function document({ project, map, theme }: ExportRequest): string {
  const { claims, junctions, edges } = argumentGraph(project, map)
  const title = mapTitle(project, map)
  const caveat = project.maps.get(map)?.caveat
  const { grouped, alone } = groupsOf(project, map, claims)
  const shade = (node: ClaimNode) => SHADES[theme][node.placement.colour || node.category.colour]
  const claim = (node: ClaimNode) =>
    `${node.id} [${attributes({
      label: lines(`${claimLabel(node)}\n${node.claim.text}`),
      color: quoted(shade(node).ink),
      fillcolor: quoted(shade(node).wash),
      fontcolor: quoted(shade(node).ink),
      style: quoted(node.claim.unstated ? 'filled,dashed' : 'filled'),
    })}];`
  return [
    `digraph ${quoted(title)} {`,
    `  label=${lines(caveat ? `${title}\n${caveat}` : title)};`,
    '  labelloc=t;',
    '  rankdir=BT;',
    '  node [shape=box, fontname="Inter, Helvetica, Arial, sans-serif"];',
    '  edge [fontname="Inter, Helvetica, Arial, sans-serif", fontsize=11];',
    ...grouped.flatMap(({ title, members }, index) => [
      `  subgraph cluster_${index + 1} {`,
      `    label=${lines(title)};`,
      ...members.map((member) => `    ${claim(member)}`),
      // Graphviz draws no cluster without nodes.
      ...(members.length === 0 ? [`    empty_${index + 1} [style=invis, label=""];`] : []),
      '  }',
    ]),
    ...alone.map((node) => `  ${claim(node)}`),
    ...junctions.map((junction) => {
      const color = quoted(RELATION_LOOKS[lookOf(junction.relation)][theme])
      return `  ${junction.id} [${attributes({ label: shown(junctionLabel(junction)), shape: 'circle', color })}];`
    }),
    ...edges.map(({ from, to, relation, part }) => {
      const says = part === 'target' ? { label: shown(edgeLabel(relation)) } : { arrowhead: 'none' }
      const both = part === 'target' && relation.kind === 'contradict' ? { dir: 'both' } : {}
      const color = quoted(RELATION_LOOKS[lookOf(relation)][theme])
      return `  ${from} -> ${to} [${attributes({ ...says, ...both, color, style: STYLES[relation.kind] })}];`
    }),
    '}',
    '',
  ].join('\n')
}

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/**
 * A DOT string in quotation marks. Backslashes are doubled, because they begin escapes such as `\N` for the node's
 * name.
 */
const quoted = (text: string): string =>
  `"${writable(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')}"`

/** A DOT string that is shown. Graphviz reads the character references of HTML in it: `&copy;` would become ©. */
const shown = (text: string): string => quoted(text.replaceAll('&', '&amp;'))

/** The width of a label in Latin characters: Graphviz does not wrap lines. */
const WIDTH = 40

const graphemes = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** Characters of Chinese, Japanese and Korean, and emoji, are about as wide as two Latin ones. */
const isWide = (grapheme: string): boolean =>
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u.test(
    grapheme,
  )

/** The graphemes of a word with their widths. */
const measured = (word: string): { readonly grapheme: string; readonly width: number }[] =>
  [...graphemes().segment(word)].map(({ segment }) => ({ grapheme: segment, width: isWide(segment) ? 2 : 1 }))

const widthOf = (text: string): number => measured(text).reduce((sum, { width }) => sum + width, 0)

/** A label, as one string for each line: Graphviz refuses strings of more than 16,384 characters. */
function lines(text: string): string {
  const broken = writable(text)
    .split(/\r\n?|\n/)
    .flatMap((paragraph) => breakLines(paragraph))
  const pieces = broken.map((line, index) => shown(index < broken.length - 1 ? `${line}\n` : line))
  return pieces.join(' + ')
}

function breakLines(paragraph: string): string[] {
  const found: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer) <= WIDTH) {
      line = longer
      continue
    }
    if (line) found.push(line)
    const pieces = breakWord(word)
    found.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...found, line]
}

/** A word in pieces of the width of a label: scripts without spaces have words of any length. */
function breakWord(word: string): string[] {
  const pieces: string[] = []
  let [piece, used] = ['', 0]
  for (const { grapheme, width } of measured(word)) {
    if (piece !== '' && used + width > WIDTH) {
      pieces.push(piece)
      ;[piece, used] = ['', 0]
    }
    piece += grapheme
    used += width
  }
  return [...pieces, piece]
}
