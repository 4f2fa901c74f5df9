import { hiddenOn } from '#domain/argument/collapse'
import { follow, type Direction, type Followed } from '#domain/argument/follow'
import { mapGraph, type MapGraph } from '#domain/argument/map-graph'
import { relationWord } from '#domain/records/relation'
import type { ViewCommandName } from '#api/view-commands'
import { focusRegion, isShown, navigate } from '../navigate'
import type { Handler } from './handler'
import type { Focus } from '../view/map-view.svelte'
import type { Workspace } from '../workspace.svelte'

const graphOf = (workspace: Workspace): MapGraph | undefined =>
  workspace.session &&
  workspace.view.map !== undefined &&
  workspace.session.project.maps.has(workspace.view.map)
    ? mapGraph(workspace.session.project, workspace.view.map)
    : undefined

const whenMap = (workspace: Workspace): boolean =>
  isShown(workspace.settings?.layout ?? 'both', 'map') && graphOf(workspace) !== undefined

/** The selected claims that are on the open map. */
function cardsOf(workspace: Workspace): string[] {
  const graph = whenMap(workspace) ? graphOf(workspace) : undefined
  return workspace.view.claims.filter((claim) => graph?.placements.has(claim))
}

const whenCards = (workspace: Workspace): boolean => cardsOf(workspace).length > 0
const whenCanvas = (workspace: Workspace): boolean =>
  whenMap(workspace) && workspace.panes.get('canvas') !== undefined

/** Whether the map, or the palette over any pane, has the keyboard. */
const isInMap = ({ panes, view }: Workspace): boolean =>
  panes.get('map')?.hasFocus() === true ||
  view.pointed?.on === 'map' ||
  document.activeElement?.closest('dialog') instanceof Element

/** The group of the selected cards; undefined unless it is the only one. */
function groupOf(workspace: Workspace): string | undefined {
  const placements = graphOf(workspace)?.placements
  const groups = new Set(cardsOf(workspace).map((claim) => placements?.get(claim)?.group))
  const [group, another] = groups
  return another === undefined && group !== '' ? group : undefined
}

/** The message at the end of a line of argument. */
const ENDS: Record<Direction, string> = {
  ground: 'No claim on this map bears on this one.',
  target: 'This claim bears on no other claim on this map.',
  next: 'This is the last card in the row.',
  previous: 'This is the first card in the row.',
}

function saying(workspace: Workspace, { claim, relation, index, of }: Followed): string {
  const words = workspace.session!.project.claims.get(claim)!.text
  return `${relation ? `${relationWord(relation)}: ` : ''}${words}. ${index} of ${of}.`
}

/** Selects the next card in a direction, following relations. */
const follows = (direction: Direction): Handler => ({
  applies: (workspace) => cardsOf(workspace).length === 1,
  run(workspace) {
    const found = follow(graphOf(workspace)!, cardsOf(workspace)[0]!, direction)
    workspace.view.onMap.said = found ? saying(workspace, found) : ENDS[direction]
    if (!found) return
    navigate(workspace, { type: 'claim', id: found.claim })
    const inMap = workspace.panes.get('map')?.hasFocus()
    if (inMap || document.activeElement === document.body) focusRegion(workspace, 'map')
  },
})

/** Focuses the map on some cards and those near them, and fits them into the pane. */
function showAlone({ panes, view }: Workspace, focus: Focus): void {
  view.onMap.focus = focus
  panes.get('canvas')?.fitFocus()
}

/** Widens or narrows the focus by one relation. */
const widens = (by: 1 | -1): Handler => ({
  applies: (workspace) => whenMap(workspace) && (workspace.view.onMap.focus?.steps ?? 0) + by > 0,
  run(workspace) {
    const { focus } = workspace.view.onMap
    if (focus) showAlone(workspace, { ...focus, steps: focus.steps + by })
  },
})

const opensForRelation = (dialog: 'premise' | 'undercut'): Handler => ({
  applies: ({ session, view }) => session?.project.relations.has(view.relation ?? '') ?? false,
  run: (workspace) => (workspace.dialog = dialog),
})

/** The handlers of the map's keys and menu. */
export const ON_MAP = {
  'tidy.map': { applies: whenCanvas, run: ({ panes }) => void panes.get('canvas')?.tidy({ what: 'map' }) },
  'tidy.branch': {
    applies: (workspace) => whenCanvas(workspace) && cardsOf(workspace).length === 1,
    run: (workspace) =>
      void workspace.panes.get('canvas')?.tidy({ what: 'branch', claim: cardsOf(workspace)[0]! }),
  },
  'tidy.selection': {
    applies: (workspace) => whenCanvas(workspace) && cardsOf(workspace).length > 1,
    run: (workspace) =>
      void workspace.panes.get('canvas')?.tidy({ what: 'selection', claims: cardsOf(workspace) }),
  },
  'tidy.direction': {
    run: (workspace) => workspace.set({ mapFlow: workspace.settings.mapFlow === 'down' ? 'right' : 'down' }),
    applies: whenMap,
  },
  'map.wheel': {
    run: (workspace) => workspace.set({ wheel: workspace.settings.wheel === 'pan' ? 'zoom' : 'pan' }),
    applies: whenMap,
  },
  'map.selectAll': {
    // Elsewhere the key selects text, which the browser handles.
    applies: (workspace) => whenCanvas(workspace) && isInMap(workspace),
    run({ session, view }) {
      const graph = mapGraph(session!.project, view.map!)
      const { by } = hiddenOn(graph)
      const ids = [...graph.placements.keys()].filter((claim) => !by.has(claim))
      view.select({ type: 'claims', ids })
    },
  },
  'map.zoomTo': {
    applies: (workspace) => whenCanvas(workspace) && whenCards(workspace),
    run: (workspace) => workspace.panes.get('canvas')?.zoomTo(cardsOf(workspace)),
  },
  'relation.addPremise': opensForRelation('premise'),
  'relation.undercut': opensForRelation('undercut'),
  'group.editTitle': {
    applies: (workspace) => whenCanvas(workspace) && groupOf(workspace) !== undefined,
    run: (workspace) => (workspace.view.naming = groupOf(workspace)),
  },
  'map.editName': {
    applies: whenMap,
    run: ({ view }) => (view.naming = view.map),
  },
  'map.find': {
    applies: whenMap,
    run({ panes, view }) {
      view.onMap.finding = true
      panes.ask('mapSearch', (search) => search.focus())
    },
  },
  'map.focus': {
    applies: (workspace) => whenCards(workspace) || workspace.view.onMap.focus !== undefined,
    run(workspace) {
      const { onMap } = workspace.view
      const claims = cardsOf(workspace)
      if (onMap.focus || claims.length === 0) onMap.focus = undefined
      else showAlone(workspace, { claims, steps: 1 })
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
    applies: (workspace) => graphOf(workspace) !== undefined,
    run: (workspace) => (workspace.dialog = 'present'),
  },
  'present.steps': {
    applies: (workspace) => graphOf(workspace) !== undefined,
    run: (workspace) => (workspace.dialog = 'steps'),
  },
} satisfies Partial<Record<ViewCommandName, Handler>>
