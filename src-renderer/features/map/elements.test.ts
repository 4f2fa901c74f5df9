import { expect, it } from 'vitest'
import { sceneCards } from '#domain/graph/scene'
import type { Measure } from '#domain/graph/wrap'
import type { Project } from '#domain/project'
import { sampleProject } from '#domain/testing/sample'
import { cardNodes, relationEdges, type CardNode } from './elements'

const measure: Measure = (text, { size }) => text.length * size * 0.5
const onselect = () => undefined
const project = sampleProject()
const map = [...project.maps.keys()][0]!
const nodesOf = (of: Project, selected: readonly string[] = []) =>
  cardNodes(sceneCards(of, map, measure), selected)
const edgesOf = (of: Project, nodes: readonly CardNode[], selected?: string) =>
  relationEdges(of, nodes, selected, onselect, measure)

it('gives the same nodes and edges while nothing changes, and another only for what does', () => {
  const nodes = nodesOf(project)
  const edges = edgesOf(project, nodes)
  expect(nodesOf(project).every((node, index) => node === nodes[index])).toBe(true)
  expect(edgesOf(project, nodes).every((edge, index) => edge === edges[index])).toBe(true)

  const chosen = nodesOf(project, [nodes[1]!.id])
  expect(chosen.map((node, index) => node === nodes[index])).toEqual(nodes.map((_, index) => index !== 1))
  expect(chosen[1]).toMatchObject({ selected: true, zIndex: 10 })

  const [first] = edges
  const picked = edgesOf(project, nodes, first!.id)
  expect(picked.map((edge, index) => edge === edges[index])).toEqual(edges.map((_, index) => index !== 0))
  expect(picked[0]!.selected).toBe(true)
})

it('says the new wording of a claim on its card and in the sentences of its relations', () => {
  const nodes = nodesOf(project)
  edgesOf(project, nodes)
  const claim = project.claims.get(nodes[0]!.id)!
  const reworded = { ...project, claims: new Map(project.claims).set(claim.id, { ...claim, text: 'Else' }) }
  const after = nodesOf(reworded)
  expect(after[0]!.ariaLabel).toContain('Else')
  expect(edgesOf(reworded, after).some(({ ariaLabel }) => ariaLabel!.includes('“Else”'))).toBe(true)
})

it('moves with a node that is dragged, and leads where the node stands', () => {
  const nodes = nodesOf(project)
  const before = edgesOf(project, nodes)
  const dragged = nodes.map((node, index) => (index === 0 ? { ...node, position: { x: 900, y: 900 } } : node))
  const after = edgesOf(project, dragged)
  expect(after.some((edge, index) => edge.data!.shape !== before[index]!.data!.shape)).toBe(true)
})

it('tells how large each card is and where its links begin, so that lines to cards out of sight are drawn', () => {
  for (const { width, height, measured, handles } of nodesOf(project)) {
    expect(measured).toEqual({ width, height })
    expect(handles).toHaveLength(1)
  }
})
