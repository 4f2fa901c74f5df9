import { expect, it } from 'vitest'
import { sceneCards } from '#domain/canvas/scene'
import type { Measure } from '#domain/canvas/wrap-text'
import type { Project } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { cardNodes, cardsInMotion } from './flow-nodes'

const measure: Measure = (text, { size }) => text.length * size * 0.5
const project = sampleProject()
const map = [...project.maps.keys()][0]!
const cards = sceneCards(project, map, measure)
const nodesOf = (of: Project, selected: readonly string[] = []) =>
  cardNodes(sceneCards(of, map, measure), selected)

it('returns the same nodes, except for cards that change', () => {
  const nodes = nodesOf(project)
  expect(nodesOf(project).every((node, index) => node === nodes[index])).toBe(true)
  const chosen = nodesOf(project, [nodes[1]!.id])
  expect(chosen.map((node, index) => node === nodes[index])).toEqual(nodes.map((_, index) => index !== 1))
  expect(chosen[1]).toMatchObject({ selected: true, zIndex: 10 })
})

it('has the new wording of a claim on its card', () => {
  const claim = project.claims.get(nodesOf(project)[0]!.id)!
  const reworded = { ...project, claims: new Map(project.claims).set(claim.id, { ...claim, text: 'Else' }) }
  expect(nodesOf(reworded)[0]!.ariaLabel).toContain('Else')
})

it('keeps the position of a dragged card, whatever changes', () => {
  const [first, ...others] = nodesOf(project)
  const dragged = { ...first!, position: { x: 900, y: 901 } }
  const [after, ...rest] = cardNodes(cards, [], [dragged])
  expect(after).toMatchObject({ id: first!.id, position: { x: 900, y: 901 }, dragging: true })
  expect(rest.every((node, index) => node === others[index])).toBe(true)
})

it('finds the cards in motion where they are, and the same nothing while all rest', () => {
  const [first, ...others] = nodesOf(project)
  const moving = cardsInMotion([{ ...first!, position: { x: 900, y: 901 } }, ...others])
  expect([...moving.keys()]).toEqual([first!.id])
  expect(moving.get(first!.id)).toMatchObject({ x: 900, y: 901, height: first!.height })
  expect(cardsInMotion(nodesOf(project))).toBe(cardsInMotion(others))
})

it('has the size of each card and the place of its dot, so that no card is rendered only to be measured', () => {
  for (const { width, height, measured, handles } of nodesOf(project)) {
    expect(measured).toEqual({ width, height })
    expect(handles).toHaveLength(1)
  }
})
