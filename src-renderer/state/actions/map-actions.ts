import { hiddenOn } from '#domain/argument/collapse'
import { follow, type Direction, type Followed } from '#domain/argument/follow'
import { mapGraph, type MapGraph } from '#domain/argument/map-graph'
import { relationWord } from '#domain/records/relation'
import type { ViewCommandName } from '#api/view-commands'
import type { Handler } from './actions'
import type { Desk } from '../workspace.svelte'
import { goTo, isIn } from '../view/panes'

const graphOf = (desk: Desk): MapGraph | undefined =>
  desk.session && desk.view.map !== undefined && desk.session.project.maps.has(desk.view.map)
    ? mapGraph(desk.session.project, desk.view.map)
    : undefined

const whenMap = (desk: Desk): boolean => desk.settings?.layout !== 'read' && graphOf(desk) !== undefined

/** The selected claims that stand on the open map. */
function cardsOf(desk: Desk): string[] {
  const graph = whenMap(desk) ? graphOf(desk) : undefined
  return desk.view.claims.filter((claim) => graph?.placements.has(claim))
}

const whenCards = (desk: Desk): boolean => cardsOf(desk).length > 0
const whenCanvas = (desk: Desk): boolean => whenMap(desk) && desk.view.onMap.canvas !== undefined

/** Whether keys are the map's now, or the palette's, which asks for any pane. */
const isInMap = (): boolean => isIn('Map') || document.activeElement?.closest('dialog') instanceof Element

/** What is said where a line of argument goes no further. */
const ENDS: Record<Direction, string> = {
  ground: 'Nothing on this map bears on this claim.',
  target: 'This claim bears on nothing else on this map.',
  next: 'This is the last in its row.',
  previous: 'This is the first in its row.',
}

function saying(desk: Desk, { claim, relation, index, of }: Followed): string {
  const words = desk.session!.project.claims.get(claim)!.text
  return `${relation ? `${relationWord(relation)}: ` : ''}${words}. ${index} of ${of}.`
}

/** Goes on along a line of argument from the selected card. */
const follows = (direction: Direction): Handler => ({
  applies: (desk) => cardsOf(desk).length === 1,
  run(desk) {
    const found = follow(graphOf(desk)!, cardsOf(desk)[0]!, direction)
    desk.view.onMap.said = found ? saying(desk, found) : ENDS[direction]
    if (!found) return
    desk.goToClaim(found.claim)
    const inMap = document.activeElement?.closest('section[aria-label="Map"]')
    if (inMap || document.activeElement === document.body) void goTo(desk, 'Map')
  },
})

/** One relation more or less around what the map shows alone. */
const widens = (by: 1 | -1): Handler => ({
  applies: (desk) => whenMap(desk) && (desk.view.onMap.focus?.steps ?? 0) + by > 0,
  run({ view }) {
    const { focus } = view.onMap
    if (focus) view.onMap.focus = { ...focus, steps: focus.steps + by }
  },
})

/** What the keys and the menu of the map do. */
export const ON_MAP = {
  'tidy.map': { applies: whenCanvas, run: ({ view }) => void view.onMap.canvas?.tidy({ what: 'map' }) },
  'tidy.branch': {
    applies: (desk) => whenCanvas(desk) && cardsOf(desk).length === 1,
    run: (desk) => void desk.view.onMap.canvas?.tidy({ what: 'branch', claim: cardsOf(desk)[0]! }),
  },
  'tidy.selection': {
    applies: (desk) => whenCanvas(desk) && cardsOf(desk).length > 1,
    run: (desk) => void desk.view.onMap.canvas?.tidy({ what: 'selection', claims: cardsOf(desk) }),
  },
  'tidy.direction': {
    run: (desk) => desk.set({ mapFlow: desk.settings.mapFlow === 'down' ? 'right' : 'down' }),
    applies: whenMap,
  },
  'map.selectAll': {
    // Elsewhere the key selects words, which is the browser's affair.
    applies: (desk) => whenCanvas(desk) && isInMap(),
    run({ session, view }) {
      const graph = mapGraph(session!.project, view.map!)
      const { by } = hiddenOn(graph)
      view.clear()
      view.claims = [...graph.placements.keys()].filter((claim) => !by.has(claim))
    },
  },
  'map.zoomTo': {
    applies: (desk) => whenCanvas(desk) && whenCards(desk),
    run: (desk) => desk.view.onMap.canvas?.zoomTo(cardsOf(desk)),
  },
  'map.find': { applies: whenMap, run: ({ view }) => view.onMap.finding++ },
  'map.focus': {
    applies: (desk) => whenCards(desk) || desk.view.onMap.focus !== undefined,
    run(desk) {
      const { onMap } = desk.view
      const claims = cardsOf(desk)
      onMap.focus = onMap.focus || claims.length === 0 ? undefined : { claims, steps: 1 }
    },
  },
  'map.focusWider': widens(1),
  'map.focusNarrower': widens(-1),
  'follow.ground': follows('ground'),
  'follow.target': follows('target'),
  'follow.next': follows('next'),
  'follow.previous': follows('previous'),
  'map.outline': {
    applies: whenMap,
    run: ({ view }) => (view.onMap.shows = view.onMap.shows === 'cards' ? 'outline' : 'cards'),
  },
  'present.start': {
    applies: (desk) => graphOf(desk) !== undefined,
    run: (desk) => (desk.dialog = 'present'),
  },
  'present.steps': { applies: (desk) => graphOf(desk) !== undefined, run: (desk) => (desk.dialog = 'steps') },
} satisfies Partial<Record<ViewCommandName, Handler>>
