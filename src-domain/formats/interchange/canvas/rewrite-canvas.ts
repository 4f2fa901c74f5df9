import { foreignOf } from '../../../document/origins'
import type { Project } from '../../../document/project'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { keyAgain, type OwnRecord } from '../own-records'
import { framesAgain } from './canvas-frames'
import { CanvasNodes } from './canvas-nodes'
import { CanvasSteps } from './canvas-steps'
import { framesIn, withGroup } from './membership'
import { ownOfCanvas } from './own-canvas'
import { readCanvas } from './read-canvas'

/**
 * Writes a map in the form of the canvas from which it came: what is unchanged as it is there, of a changed element only
 * what changed, and what is new after the last of its kind. Without changes it is the same text.
 */
export function rewriteCanvas(alone: Project, origin: Origin): string | undefined {
  const value: unknown = origin.content.trim() === '' ? {} : jsonIn(origin.content)
  if (!isObject(value)) return undefined
  const records = new Correspondences(alone, origin, readCanvas)
  const given = Array.isArray(value['nodes']) ? (value['nodes'] as unknown[]) : []
  const nodes = new CanvasNodes(records, given)
  const steps = new CanvasSteps(records, value, nodes)
  const frames = framesAgain(records, nodes)
  const set = new Map([...nodes.set, ...frames.set])
  const gone = new Set([...nodes.removed, ...steps.removedNodes, ...frames.gone])
  const seen = new Set<string>()
  const kept = given.flatMap((raw) => {
    if (!isObject(raw)) return [raw]
    const id = idOf(raw['id'])
    if (gone.has(id)) return []
    const fields = seen.has(id) ? undefined : set.get(id)
    seen.add(id)
    // A field that is undefined goes.
    return [fields ? { ...raw, ...fields } : raw]
  })
  const cards = [...frames.added, ...kept, ...nodes.added]
  const lists = {
    nodes: [...inGroups(records, nodes, frames.frameOf, cards), ...steps.addedNodes],
    edges: steps.edges(gone),
  }
  const own = keyAgain(value, ...mapsOf(records, nodes))
  const present = Object.entries(lists).filter(([key, list]) => key in value || list.length > 0)
  const changed = jsonAgain({ ...value, ...Object.fromEntries(present), ...own }, origin.content)
  return changed === jsonAgain(value, origin.content) ? origin.content : changed
}

/** The nodes of a canvas with the group of each card in our key, where its place says another. */
function inGroups(
  { now }: Correspondences,
  nodes: CanvasNodes,
  frameOf: ReadonlyMap<string, string>,
  all: readonly unknown[],
): unknown[] {
  const frames = framesIn(all.filter(isObject))
  const wanted = new Map(
    [...now.placements.values()].map(({ claim, group }) => [nodes.nodeOf(claim), frameOf.get(group) ?? '']),
  )
  return all.map((node) => {
    const group = isObject(node) ? wanted.get(idOf(node['id'])) : undefined
    return isObject(node) && group !== undefined ? withGroup(node, group, frames) : node
  })
}

/** What our key says of the map, then and now. */
function mapsOf({ then, now }: Correspondences, nodes: CanvasNodes): [OwnRecord, OwnRecord] {
  const before = new Map([...then.claims.values()].map((claim) => [claim.id, foreignOf(claim)[0]?.id]))
  const [mapThen, mapNow] = [then, now].map((project) => [...project.maps.keys()][0] ?? '') as [
    string,
    string,
  ]
  return [ownOfCanvas(then, mapThen, (claim) => before.get(claim)), ownOfCanvas(now, mapNow, nodes.nodeOf)]
}
