import type { ViewCommandName } from '#api/view-commands'
import { deselectWords } from '../view/deselect-words'
import type { Workspace } from '../workspace.svelte'
import { contextOf, type Handler } from './handler'

/** What is selected, of what can be supposed off: in a matrix the evidence of the row. The article that is merely open is not selected. */
function selected(workspace: Workspace) {
  const context = contextOf(workspace)
  if (!context) return undefined
  const { selection } = workspace.view
  const row = selection.type === 'cell' ? context.project.rows.get(selection.row) : undefined
  if (row) return { what: 'claims', ids: [row.claim] } as const
  if (context.claims.length > 0) return { what: 'claims', ids: context.claims } as const
  if (context.relation !== undefined) return { what: 'relations', ids: [context.relation] } as const
  const sources = workspace.view.sources.filter((id) => context.project.sources.has(id))
  return sources.length > 0 ? ({ what: 'sources', ids: sources } as const) : undefined
}

/** Supposes nothing any more. What was supposed can be supposed again for a moment. */
export function endWhatIf({ whatIf, notices }: Workspace): void {
  const { supposing } = whatIf
  whatIf.end()
  notices.done('Nothing is supposed any more.', {
    label: 'Suppose it again',
    run: () => whatIf.suppose(supposing),
  })
}

/** Dims the map but for the reasons for a claim's verdict, and brings those into view. */
export function showPath({ panes, shownPath }: Workspace, claim: string): void {
  shownPath.show(claim)
  if (shownPath.named) panes.get('canvas')?.zoomTo([...shownPath.named.claims])
}

/** Ends what Esc ends first: the reasons shown alone, what is supposed, the focus of the map, then the selection. */
export function clearSelection(workspace: Workspace): void {
  const { shownPath, view, whatIf } = workspace
  if (shownPath.claim !== undefined) shownPath.end()
  else if (whatIf.isOn) endWhatIf(workspace)
  else if (view.onMap.focus) view.onMap.focus = undefined
  else {
    deselectWords(workspace)
    view.clear()
  }
}

/** The handlers of verdicts and of what is supposed. */
export const WEIGHING = {
  'view.verdicts': {
    run: (workspace) => workspace.set({ verdicts: !workspace.settings.verdicts }),
    applies: ({ session }) => session !== undefined,
  },
  'verdict.show': {
    run({ desk, panes, view }) {
      desk.openInspector()
      panes.ask('claimDetails', (details) => details.showVerdict(), view.claims[0])
    },
    applies: ({ session, view }) => session !== undefined && view.claims.length === 1,
  },
  'verdict.weighsMore': {
    run({ desk, panes, view }) {
      desk.openInspector()
      panes.ask('weighsMore', (question) => question.focus(), view.claims[0])
    },
    applies: ({ view, whatIf }) =>
      view.claims.length === 1 && whatIf.weighing?.verdicts.get(view.claims[0]!)?.because === 'equal',
  },
  'map.path': {
    run(workspace) {
      const { shownPath, view } = workspace
      const [claim] = view.claims
      if (shownPath.claim !== undefined || claim === undefined) shownPath.end()
      else showPath(workspace, claim)
    },
    applies: ({ shownPath, view, whatIf }) =>
      shownPath.claim !== undefined ||
      (view.claims.length === 1 &&
        (whatIf.weighing?.verdicts.get(view.claims[0]!)?.verdict ?? 'contested') !== 'contested'),
  },
  'suppose.off': {
    run(workspace) {
      const { what, ids } = selected(workspace)!
      workspace.whatIf.toggle(what, ids)
    },
    applies: (workspace) => selected(workspace) !== undefined,
  },
  'suppose.true': {
    run(workspace) {
      workspace.whatIf.toggle('given', selected(workspace)!.ids)
    },
    applies: (workspace) => selected(workspace)?.what === 'claims',
  },
  'suppose.list': {
    run: (workspace) => workspace.set({ verdictChanges: !workspace.settings.verdictChanges }),
    applies: ({ whatIf }) => whatIf.hasList,
  },
  'suppose.end': { run: endWhatIf, applies: ({ whatIf }) => whatIf.isOn },
  'scenarios.open': {
    run: (workspace) => (workspace.dialog = 'scenarios'),
    applies: ({ session, whatIf }) =>
      session !== undefined && (whatIf.isOn || session.project.scenarios.size > 0),
  },
} satisfies Partial<Record<ViewCommandName, Handler>>
