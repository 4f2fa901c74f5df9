import { relative } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, importsOf, modulesIn } from './import-graph.mjs'
import { root } from './run.mjs'

const modules = modulesIn('src-domain', 'src-api', 'src-main', 'src-renderer', 'e2e', 'bench', 'scripts')

test('no imports form a cycle, including type imports', () => {
  expect(modules.length).toBeGreaterThan(500)
  const graph = new Map(modules.map((file) => [file, targets(file)]))
  expect(cyclesIn(graph).map((files) => files.map((file) => relative(root, file)).sort())).toEqual([])
})

test('a cycle through a type is found', () => {
  const graph = new Map([
    ['alone', []],
    ['a', ['b', 'alone']],
    ['b', ['c']],
    ['c', ['a']],
    ['self', ['self']],
  ])
  expect(cyclesIn(graph).map((files) => files.sort())).toEqual([['a', 'b', 'c'], ['self']])
})

function targets(file) {
  return importsOf(file, { types: true }).flatMap((name) => fileOf(name, file) ?? [])
}

/**
 * Groups of files that all lead to one another: the strongly connected components with more than one file, or with a file
 * that imports itself. Tarjan, “Depth-first search and linear graph algorithms”, 1972.
 */
function cyclesIn(graph) {
  const order = new Map()
  const lowest = new Map()
  const stack = []
  const cycles = []
  const visit = (file) => {
    order.set(file, order.size)
    lowest.set(file, order.get(file))
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)))
    }
    if (lowest.get(file) !== order.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(group)
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return cycles
}
