import * as v from 'valibot'
import { changed } from '../../document/change'
import { hiddenOn } from '../../argument/collapse'
import { claimsUnder, mapGraph } from '../../argument/map-graph'
import type { Project } from '../../document/project'
import type { Placement } from '../../records/placement'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'

/** The placements of claims on a map. */
export const cardsOf = (project: Project, claims: readonly string[], map: string): Placement[] => {
  const wanted = new Set(claims)
  return [...project.placements.values()].filter((each) => each.map === map && wanted.has(each.claim))
}

const NONE = 'None of these claims is on this map. Nothing was changed.'
const Cards = { claims: v.pipe(v.array(IdSchema), v.minLength(1)), map: IdSchema }

/** Pins the selected cards, so that the layout does not move them, or unpins them: `Shift+P`. */
export const placementPin = command({
  name: 'placement.pin',
  title: 'Pin or unpin the selected cards',
  menu: 'Map',
  keys: ['Shift+p'],
  context: { on: ['card', 'group'], title: 'Pin or unpin' },
  input: v.object({ ...Cards, pinned: v.boolean() }),
  from({ project, claims, map }) {
    const cards = map ? cardsOf(project, claims, map) : []
    if (cards.length === 0) return undefined
    return { claims: [...claims], map: map!, pinned: cards.some(({ pinned }) => !pinned) }
  },
  run(project, { claims, map, pinned }) {
    const cards = cardsOf(project, claims, map)
    if (cards.length === 0) return refuse(NONE)
    const label = `${pinned ? 'pin' : 'unpin'} ${cards.length === 1 ? 'card' : 'cards'}`
    const patch = cards
      .filter((each) => each.pinned !== pinned)
      .map((each) => changed('placements', each, { pinned }))
    return { patch, label }
  },
})

/** Hides the claims under the selected cards, or shows them again: `H`. */
export const placementCollapse = command({
  name: 'placement.collapse',
  title: 'Collapse or expand the selected cards',
  menu: 'Map',
  keys: ['h'],
  context: { on: ['card', 'group'], title: 'Collapse or expand' },
  input: v.object({ ...Cards, collapsed: v.boolean() }),
  from({ project, claims, map }) {
    const cards = map ? cardsOf(project, claims, map) : []
    if (cards.length === 0) return undefined
    return { claims: [...claims], map: map!, collapsed: !cards.some(({ collapsed }) => collapsed) }
  },
  run(project, { claims, map, collapsed }) {
    const cards = cardsOf(project, claims, map)
    if (cards.length === 0) return refuse(NONE)
    const label = collapsed ? 'collapse card' : 'expand card'
    const graph = mapGraph(project, map)
    const able = cards.filter(({ claim }) => !collapsed || claimsUnder(graph, claim).size > 0)
    if (able.length === 0)
      return refuse('This card has nothing under it on this map, so it cannot be collapsed.')
    const patch = able
      .filter((each) => each.collapsed !== collapsed)
      .map((each) => changed('placements', each, { collapsed }))
    if (patch.length === 0) return nothing(label)
    if (collapsed && !hides(project, map, able))
      return refuse('Every claim under this card also bears on another claim, so no card would be hidden.')
    return { patch, label }
  },
})

/** Whether collapsing the cards hides any card that is visible now. */
function hides(project: Project, map: string, cards: readonly Placement[]): boolean {
  const graph = mapGraph(project, map)
  const placements = new Map(graph.placements)
  for (const card of cards) placements.set(card.claim, { ...card, collapsed: true })
  return hiddenOn({ ...graph, placements }).by.size > hiddenOn(graph).by.size
}
