import type { Rect } from '../../../canvas/card'
import { argumentGraph, type ArgumentEdge } from '../../../argument/argument-graph'
import { sceneOf } from '../../../canvas/scene'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import type { ExportEnv, ExportWriter, ExportRequest } from '../writer'
import { claimLabel, junctionLabel, stepLabel } from './graph-text'
import { markdownText } from '../report/markdown-text'
import { writable } from '../picture/svg-xml'

/** The map as JSON Canvas 1.0 (jsoncanvas.org), which Obsidian and others open: cards where they stand, groups, edges. */
export const writeJsonCanvas: ExportWriter = async (request, env) =>
  `${JSON.stringify(canvasOf(request, env), null, '\t')}\n`

/** What Obsidian shows a text in has a margin of its own: a card is so much larger than ours. */
const MARGIN = 24
const JUNCTION_HEIGHT = 50

function canvasOf({ project, map, theme }: ExportRequest, { measure }: ExportEnv) {
  const scene = sceneOf(project, map, measure)
  const { claims, junctions, edges } = argumentGraph(project, map)
  const rects = new Map(scene.cards.map(({ claim, rect }) => [claim.id, grown(rect)]))
  const cards = claims.map((node) => ({
    id: node.id,
    type: 'text',
    text: `**${markdownText(claimLabel(node))}**\n\n${markdownText(node.claim.text)}`,
    ...rects.get(node.claim.id)!,
    color: SHADES[theme][node.placement.colour || node.category.colour].ink,
  }))
  const signs = junctions.map((junction) => {
    const { x, y } = scene.shapes.get(junction.relation.id)!.junction
    const label = junctionLabel(junction)
    const width = JUNCTION_HEIGHT + (label.length > 1 ? label.length * 9 : 0)
    return {
      id: junction.id,
      type: 'text',
      text: markdownText(label),
      ...{ x: Math.round(x - width / 2), y: Math.round(y - JUNCTION_HEIGHT / 2) },
      ...{ width, height: JUNCTION_HEIGHT },
      color: RELATION_LOOKS[junction.relation.kind][theme],
    }
  })
  const groups = scene.groups.map(({ group, rect }, index) => ({
    id: `g${index + 1}`,
    type: 'group',
    label: writable(group.title),
    ...whole({ ...rect, height: rect.height + MARGIN }),
    color: SHADES[theme][group.colour].ink,
  }))
  // Groups lie beneath their cards: what comes first is drawn first.
  return { nodes: [...groups, ...cards, ...signs], edges: edges.map((edge) => edgeOf(edge, theme)) }
}

const edgeOf = ({ id, from, to, relation, part }: ArgumentEdge, theme: ExportRequest['theme']) => ({
  id,
  fromNode: from,
  toNode: to,
  ...(part === 'premise' && { toEnd: 'none' }),
  ...(part === 'step' && relation.kind === 'contradict' && { fromEnd: 'arrow' }),
  color: RELATION_LOOKS[relation.kind][theme],
  ...(part === 'step' && { label: stepLabel(relation) }),
})

const grown = (rect: Rect): Rect => whole({ ...rect, height: rect.height + MARGIN })

/** The format knows whole pixels only. */
function whole({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top }
}
