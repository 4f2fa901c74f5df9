import { isObject } from '../../../records/record'
import { FIRST_CATEGORIES } from '../../../records/category'
import { nearestColour } from '../colour-of'
import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { idOf, numberIn, objectsIn, textIn, valueFor } from '../json-fields'
import { jsonIn } from '../json-in'
import type { ReadChoices } from '../choices'
import { LossList } from '../loss-list'
import { ownFields, ownFileFields, stepDetails } from '../own-fields'
import { exactWording } from '../own-wording'
import { plainWords } from '../plain-words'
import { kindOfLabel } from '../relation-labels'
import { edgesOf, junctionsOf, PRESETS, type Edge } from './canvas-graph'
import { groupOf } from './membership'
import { cardHead, hasNoColour } from './own-canvas'

type Raw = Record<string, unknown>

/** How arrows without a label are read, and where losses are named. */
interface Reading {
  readonly losses: LossList
  readonly unlabelled: NonNullable<ReadChoices['arrows']>
}

/** Reads a canvas of JSON Canvas 1.0 (jsoncanvas.org), as Obsidian writes. */
export function readCanvas({
  text,
  fileName,
  choices,
}: Pick<IncomingFile, 'text' | 'fileName' | 'choices'>): IncomingMap {
  const value: unknown = text.trim() === '' ? {} : jsonIn(text)
  const whole = isObject(value) ? value : {}
  const losses = new LossList()
  const nodes = new Map<string, Raw>()
  for (const node of objectsIn(whole['nodes'])) {
    const id = idOf(node['id'])
    if (nodes.has(id)) losses.name('node:double', id, 'Nodes whose id the file has twice: the first counts')
    else nodes.set(id, node)
  }
  const own = ownFileFields(whole['counterpoint'])
  const edges = edgesOf(whole, nodes, losses)
  const junctions = junctionsOf(nodes, edges)
  const isGroup = (id: string) => nodes.get(id)?.['type'] === 'group'
  const groups = [...nodes].filter(([id]) => isGroup(id))
  const memberOf = new Map<string, string>()
  for (const [id, node] of nodes) {
    const group = isGroup(id) ? undefined : groupOf(node, groups)
    if (group !== undefined) memberOf.set(id, group)
  }
  const claims = [...nodes].flatMap(([id, node]): IncomingClaim[] => {
    if (isGroup(id) || junctions.has(id)) return []
    if (!['text', 'file', 'link'].includes(textIn(node['type']))) {
      const type = textIn(node['type'])
      losses.name(
        `node:${type}`,
        id,
        `Nodes of the unknown type “${type.slice(0, 60)}”, kept only in the file`,
      )
      return []
    }
    const [x, y] = [numberIn(node['x']), numberIn(node['y'])]
    const colour = textIn(node['color'])
    return [
      {
        id,
        ...detailsOf(node),
        ...wordsOf(node),
        place: x === undefined || y === undefined ? undefined : { x, y },
        colour: hasNoColour(node) ? undefined : (valueFor(PRESETS, colour) ?? nearestColour(colour)),
        group: memberOf.get(id),
      },
    ]
  })
  const filled = new Set(claims.map(({ group }) => group))
  const isKept = ([id, node]: readonly [string, Raw]) => filled.has(id) || isObject(node['counterpoint'])
  for (const [id, node] of groups)
    if (!isKept([id, node]))
      losses.name('node:group', id, 'Groups in which no card lies, kept only in the file')
  return {
    format: 'canvas',
    name: own.name ?? fileName.replace(/\.[^.]*$/, ''),
    caveat: own.caveat,
    presentation: own.steps,
    claims,
    steps: stepsOf(edges, junctions, new Set(claims.map(({ id }) => id)), isGroup, {
      losses,
      unlabelled: choices?.arrows ?? 'support',
    }),
    sources: [],
    groups: groups.filter(isKept).map(([id, node]) => ({
      id,
      title: textIn(node['label']),
      colour: valueFor(PRESETS, textIn(node['color'])) ?? nearestColour(textIn(node['color'])),
    })),
    losses: losses.lines(),
  }
}

function stepsOf(
  edges: readonly Edge[],
  junctions: ReadonlyMap<string, Edge>,
  claims: ReadonlySet<string>,
  isGroup: (id: string) => boolean,
  how: Reading,
): IncomingStep[] {
  const { losses } = how
  const targetOf = (id: string): IncomingStep['target'] => ({
    type: junctions.has(id) ? 'step' : 'claim',
    id,
  })
  const legs = new Map<string, string[]>()
  for (const { from, to, arrows } of edges) {
    if (arrows === 'none' && junctions.has(to)) legs.set(to, [...(legs.get(to) ?? []), from])
  }
  const ways = new Set([...junctions.values()].map(({ id }) => id))
  const own = [...junctions].flatMap(([id, edge]): IncomingStep[] => {
    const said = saidBy(edge, junctions.has(edge.to), how)
    return said
      ? [
          {
            id,
            ...said,
            ...stepDetails(edge.raw['counterpoint']),
            premises: legs.get(id) ?? [],
            target: targetOf(edge.to),
          },
        ]
      : []
  })
  const plain = edges.flatMap((edge): IncomingStep[] => {
    const { id, from, to, arrows } = edge
    if (ways.has(id) || (arrows === 'none' && junctions.has(to))) return []
    if (isGroup(from) || isGroup(to))
      losses.name('edge:group', id, 'Arrows from or to a group, kept only in the file')
    else if (arrows === 'none') losses.name('edge:line', id, 'Lines without an arrow, kept only in the file')
    else if (!claims.has(from) || !(claims.has(to) || junctions.has(to)))
      losses.name('edge:other', id, 'Arrows between nodes that are no claims, kept only in the file')
    else {
      const said = saidBy(edge, junctions.has(to), how)
      return said
        ? [{ id, ...said, ...stepDetails(edge.raw['counterpoint']), premises: [from], target: targetOf(to) }]
        : []
    }
    return []
  })
  return [...own, ...plain]
}

/**
 * What an arrow says: the kind that its label names, a contradiction for arrows at both ends, else what was chosen;
 * undefined if that is no relation.
 */
function saidBy(
  { id, label, arrows }: Edge,
  onStep: boolean,
  { losses, unlabelled }: Reading,
): Pick<IncomingStep, 'kind' | 'strength' | 'note'> | undefined {
  const known = kindOfLabel(label)
  const kind = known?.kind ?? (arrows === 'both' ? 'contradict' : undefined)
  if (kind)
    return {
      kind: kind === 'contradict' && onStep ? 'attack' : kind,
      strength: known?.strength,
      note: known ? '' : label,
    }
  const what = 'Arrows without a label that says their kind'
  if (unlabelled === 'none') {
    losses.name('edge:unlabelled', id, `${what}, kept only in the file`)
    return undefined
  }
  losses.name(`edge:taken-as-${unlabelled}`, id, `${what}, taken as ${unlabelled}`)
  return { kind: unlabelled, note: label }
}

/** The wording and category of a card. */
function wordsOf(node: Raw): Pick<IncomingClaim, 'text' | 'category' | 'unstated' | 'note'> {
  if (node['type'] === 'file') return { text: `${textIn(node['file'])}${textIn(node['subpath'])}` }
  if (node['type'] === 'link') return { text: textIn(node['url']) }
  const markdown = textIn(node['text'])
  const { category: ownCategory = '' } = ownFields(node['counterpoint'])
  for (const unstated of ownCategory === '' ? [] : [false, true]) {
    const head = cardHead(ownCategory, unstated)
    if (markdown.startsWith(head))
      return { text: wordingIn(node, markdown.slice(head.length)), category: ownCategory, unstated }
  }
  const [, name = '', rest = ''] = /^\s*\*\*([^*\n]+?)\*\*[ \t]*\n\s*\n([\s\S]*)$/.exec(markdown) ?? []
  const [category = '', unstated] = name.split(/, (unstated)$/)
  const known = ['claim', ...FIRST_CATEGORIES.map((each) => each.name.toLowerCase())].includes(
    category.toLowerCase(),
  )
  if (!known) return { text: wordingIn(node, markdown) }
  const first = FIRST_CATEGORIES.find((each) => each.name.toLowerCase() === category.toLowerCase())
  return { text: wordingIn(node, rest), category: first?.id, unstated: unstated !== undefined }
}

const wordingIn = (node: Raw, markdown: string): string =>
  exactWording(node, markdown) ?? plainWords(markdown)

/** What our key says of a card. */
function detailsOf(node: Raw): Pick<IncomingClaim, 'note' | 'tags' | 'collapsed' | 'pinned'> {
  const { note, tags, collapsed, pinned } = ownFields(node['counterpoint'])
  return { note, tags, collapsed, pinned }
}
