import { components } from './components'
import type { Graph } from './graph'
import { listOf } from './lists'

const found = new WeakMap<Graph['targets'], Uint8Array>()

/** 1 for each claim that leads to itself through supports alone. Found once for all graphs of one shape. */
export function supportCircles(graph: Graph): Uint8Array {
  let circles = found.get(graph.targets)
  if (!circles) found.set(graph.targets, (circles = findCircles(graph)))
  return circles
}

/** Supports and claims alternate, so a component of several nodes is a circle, and no node leads to itself in one step. */
function findCircles({ firstStep, nodes, pro, premises }: Graph): Uint8Array {
  const circles = new Uint8Array(firstStep)
  for (const component of components(nodes, (x) => listOf(x < firstStep ? pro : premises, x))) {
    if (component.length === 1) continue
    for (const x of component) if (x < firstStep) circles[x] = 1
  }
  return circles
}
