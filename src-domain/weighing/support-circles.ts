import type { Graph } from './graph'

const found = new WeakMap<Graph, Uint8Array>()

/** 1 for each claim that leads to itself through supports alone. Found once for each graph. */
export function supportCircles(graph: Graph): Uint8Array {
  let circles = found.get(graph)
  if (!circles) found.set(graph, (circles = findCircles(graph)))
  return circles
}

/**
 * The strongly connected components of the supports among claims, by Tarjan's algorithm (SIAM Journal on Computing 1,
 * 1972), with a stack of its own, as chains may be long. A component of several nodes is a circle; supports and claims
 * alternate, so no node leads to itself in one step.
 */
function findCircles({ firstStep, nodes, pro, premises }: Graph): Uint8Array {
  const circles = new Uint8Array(firstStep)
  const order = new Int32Array(nodes)
  const low = new Int32Array(nodes)
  const isOpen = new Uint8Array(nodes)
  const next = new Int32Array(nodes)
  const component: number[] = []
  let met = 0
  const below = (x: number) => (x < firstStep ? pro : premises)
  for (let root = 0; root < firstStep; root++) {
    if (order[root] !== 0) continue
    const path = [root]
    while (path.length > 0) {
      const x = path[path.length - 1]!
      const { start, items } = below(x)
      if (order[x] === 0) {
        order[x] = low[x] = ++met
        isOpen[x] = 1
        component.push(x)
        next[x] = start[x]!
      }
      if (next[x]! < start[x + 1]!) {
        const y = items[next[x]!++]!
        if (order[y] === 0) path.push(y)
        else if (isOpen[y] === 1) low[x] = Math.min(low[x]!, order[y]!)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[x]!)
      if (low[x] !== order[x]) continue
      const isCircle = component[component.length - 1] !== x
      for (let y = -1; y !== x;) {
        y = component.pop()!
        isOpen[y] = 0
        if (isCircle && y < firstStep) circles[y] = 1
      }
    }
  }
  return circles
}
