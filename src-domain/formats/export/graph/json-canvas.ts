import { mapAlone } from '../../../document/map-alone'
import type { Rect } from '../../../canvas/card'
import { argumentGraph, type ArgumentEdge, type ClaimNode } from '../../../argument/argument-graph'
import { sceneOf, type Scene, type SceneGroup } from '../../../canvas/scene'
import type { Project } from '../../../document/project'
import { lookOf } from '../../../records/relation'
import { RELATION_LOOKS, SHADES } from '../../../vocabulary/palette'
import type { ExportEnv, ExportWriter, ExportRequest } from '../writer'
import { cardHead, cardKey, ownOfCanvas, withoutColour } from '../../interchange/canvas/own-canvas'
import { EMPTY_GROUP } from '../../interchange/canvas/canvas-frames'
import { framesIn, withGroup } from '../../interchange/canvas/membership'
import { rewriteCanvas } from '../../interchange/canvas/rewrite-canvas'
import { arrowKey } from '../../interchange/own-records'
import { originOfMap } from '../../interchange/origin-of-map'
import { junctionLabel, edgeLabel } from './graph-text'
import { markdownText } from '../report/markdown-text'
import { writable } from '../picture/svg-xml'

/**
 * Writes a map as JSON Canvas 1.0 (jsoncanvas.org), as used by Obsidian: cards in their places, groups and edges. A map
 * that came from a canvas is that file, with only what changed since.
 */
export const writeJsonCanvas: ExportWriter = async (request, env) => {
  const alone = mapAlone(request.project, request.map)
  const origin = originOfMap(alone, request.map, 'canvas')
  const same = origin && rewriteCanvas(alone, origin)
  return same ?? `${JSON.stringify(canvasOf(request, env), null, '\t')}\n`
}

/** Obsidian has a margin of its own round a text, so cards are larger than ours by this. Pixels. */
const MARGIN = 24
const JUNCTION_HEIGHT = 50

function canvasOf({ project, map, theme }: ExportRequest, { measure }: ExportEnv) {
  const scene = sceneOf(project, map, measure)
  const { claims, junctions, edges } = argumentGraph(project, map, 'project')
  const nodeOf = new Map(claims.map((node) => [node.claim.id, node.id]))
  const rects = new Map(scene.cards.map(({ claim, rect }) => [claim.id, grown(rect)]))
  const cards = claims.map((node) => ({
    id: node.id,
    type: 'text',
    text: cardHead(node.category.name, node.claim.unstated) + markdownText(node.claim.text),
    ...rects.get(node.claim.id)!,
    color: SHADES[theme][node.placement.colour || node.category.colour].mark,
    ...keyOf(project, node),
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
      color: RELATION_LOOKS[lookOf(junction.relation)][theme],
    }
  })
  const filled = new Set(scene.groups.map(({ group }) => group.id))
  const drawn = [...scene.groups, ...emptyGroups(project, map, scene)]
  const groups = drawn.map(({ group, rect }, index) => ({
    id: `g${index + 1}`,
    type: 'group',
    label: writable(group.title),
    ...whole({ ...rect, height: rect.height + MARGIN }),
    color: SHADES[theme][group.colour].mark,
    // A frame without cards is read as a group only if it is one of ours.
    ...(filled.has(group.id) ? {} : EMPTY_GROUP),
  }))
  const frames = framesIn(groups)
  const frameOf = new Map(drawn.map(({ group }, index) => [group.id, `g${index + 1}`]))
  const inGroups = cards.map((card, at) =>
    withGroup(card, frameOf.get(claims[at]!.placement.group) ?? '', frames),
  )
  // Nodes are drawn in this order: groups come first, below their cards.
  const places = new Map<string, Rect>([...cards, ...signs].map((node) => [node.id, node]))
  return {
    nodes: [...groups, ...inGroups, ...signs],
    edges: edges.map((edge) => edgeOf(edge, places, theme)),
    counterpoint: ownOfCanvas(project, map, (claim) => nodeOf.get(claim)),
  }
}

function keyOf(project: Project, { claim, placement }: ClaimNode) {
  const key = cardKey(project, claim, placement)
  return placement.colour === '' ? withoutColour(key) : key
}

/** The size of the frame of a group without cards. Pixels. */
const EMPTY = { width: 320, height: 120 }

/** The groups of a map that have no cards, beside one another below everything else. */
function emptyGroups(
  project: Project,
  map: string,
  { cards, groups }: Scene,
): readonly Pick<SceneGroup, 'group' | 'rect'>[] {
  const filled = new Set(groups.map(({ group }) => group.id))
  const empty = [...project.groups.values()].filter((group) => group.map === map && !filled.has(group.id))
  const rects = [...cards, ...groups].map(({ rect }) => rect)
  const left = rects.reduce((least, { x }) => Math.min(least, x), 0)
  const bottom = rects.reduce((most, { y, height }) => Math.max(most, y + height), 0) + 4 * MARGIN
  return empty.map((group, at) => ({
    group,
    rect: { x: left + at * (EMPTY.width + MARGIN), y: bottom, ...EMPTY },
  }))
}

const edgeOf = (
  { id, from, to, relation, part }: ArgumentEdge,
  places: ReadonlyMap<string, Rect>,
  theme: ExportRequest['theme'],
) => ({
  id,
  fromNode: from,
  fromSide: sideTowards(places.get(from)!, places.get(to)!),
  toNode: to,
  toSide: sideTowards(places.get(to)!, places.get(from)!),
  ...(part === 'premise' && { toEnd: 'none' }),
  ...(part === 'target' && relation.kind === 'contradict' && { fromEnd: 'arrow' }),
  color: RELATION_LOOKS[lookOf(relation)][theme],
  ...(part === 'target' && { label: edgeLabel(relation), ...arrowKey(relation) }),
})

/** The side of a node that faces another. Without sides, some programs draw lines to the middles, under the cards. */
function sideTowards(node: Rect, other: Rect): 'top' | 'right' | 'bottom' | 'left' {
  const across = other.x + other.width / 2 - (node.x + node.width / 2)
  const down = other.y + other.height / 2 - (node.y + node.height / 2)
  const isBeside =
    Math.abs(across) / (node.width + other.width) > Math.abs(down) / (node.height + other.height)
  if (isBeside) return across > 0 ? 'right' : 'left'
  return down > 0 ? 'bottom' : 'top'
}

const grown = (rect: Rect): Rect => whole({ ...rect, height: rect.height + MARGIN })

/** JSON Canvas has only whole pixels. */
function whole({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top }
}
