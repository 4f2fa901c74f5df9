import type { Project } from '../../../document/project'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { framesAgain } from './canvas-frames'
import { CanvasNodes } from './canvas-nodes'
import { CanvasSteps } from './canvas-steps'
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
  const lists = {
    nodes: [...frames.added, ...kept, ...nodes.added, ...steps.addedNodes],
    edges: steps.edges(gone),
  }
  const present = Object.entries(lists).filter(([key, list]) => key in value || list.length > 0)
  const changed = jsonAgain({ ...value, ...Object.fromEntries(present) }, origin.content)
  return changed === jsonAgain(value, origin.content) ? origin.content : changed
}
