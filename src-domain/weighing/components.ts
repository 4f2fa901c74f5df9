/**
 * The strongly connected components of a graph, each after those that it depends on: Tarjan's algorithm (SIAM Journal on
 * Computing 1, 1972), with a stack of its own, as chains may be long.
 * @param inputs the nodes on which a node depends
 */
export function components(nodes: number, inputs: (node: number) => ArrayLike<number>): number[][] {
  const found: number[][] = []
  const order = new Int32Array(nodes)
  const low = new Int32Array(nodes)
  const isOpen = new Uint8Array(nodes)
  const waiting: number[] = []
  let met = 0
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue
    const path: { readonly node: number; readonly inputs: ArrayLike<number>; next: number }[] = []
    const enter = (node: number) => {
      order[node] = low[node] = ++met
      isOpen[node] = 1
      waiting.push(node)
      path.push({ node, inputs: inputs(node), next: 0 })
    }
    enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top
      if (top.next < top.inputs.length) {
        const input = top.inputs[top.next++]!
        if (order[input] === 0) enter(input)
        else if (isOpen[input] === 1) low[node] = Math.min(low[node]!, order[input]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)?.node
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node] === order[node]) found.push(popped(waiting, isOpen, node))
    }
  }
  return found
}

function popped(waiting: number[], isOpen: Uint8Array, down: number): number[] {
  const component: number[] = []
  for (let node = -1; node !== down;) {
    node = waiting.pop()!
    isOpen[node] = 0
    component.push(node)
  }
  return component
}
