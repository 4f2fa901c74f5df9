import { isOnMap } from '#domain/commands/shared/position'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import type { Excerpt } from '#domain/records/excerpt'
import type { Project } from '#domain/document/project'
import type { Settings, SettingsChange } from '#api/settings'
import type { Desk } from './desk.svelte'
import type { Panes } from './panes'
import type { View } from './view/view.svelte'

/** A target of navigation. */
export type Target =
  /**
   * The claim's card on the open map, and one of its passages, counted from 0, in the reader. A hidden pane is shown if
   * it has the passage that is asked for, or if the claim could be seen nowhere else.
   */
  | { readonly type: 'claim'; readonly id: string; readonly passage?: number | undefined }
  /** A span of an article, and the card of a claim that rests on it, if given. UTF-16 offsets, half-open. */
  | {
      readonly type: 'passage'
      readonly source: string
      readonly start: number
      readonly end: number
      readonly claim?: string
    }
  | { readonly type: 'source' | 'relation' | 'map'; readonly id: string }

/** A marked passage with its claim. */
export const passageTarget = ({ source, start, end, claim }: Excerpt): Target => ({
  type: 'passage',
  source,
  start,
  end,
  claim,
})

/** What going somewhere needs of the workspace. */
export interface Places {
  readonly session: { readonly project: Project } | undefined
  readonly view: View
  readonly panes: Panes
  readonly desk: Desk
  readonly settings: Settings
  readonly set: (change: SettingsChange) => void
}

/** Shows a target wherever it can be seen, and selects it. All callers navigate through this function. */
export function navigate(workspace: Places, target: Target): void {
  const { session, view } = workspace
  if (!session) return
  switch (target.type) {
    case 'claim': {
      view.select({ type: 'claims', ids: [target.id] })
      const excerpts = excerptsByClaim(session.project).get(target.id) ?? []
      const excerpt = excerpts[(target.passage ?? 0) % (excerpts.length || 1)]
      const isOnOpenMap = view.map !== undefined && isOnMap(session.project, view.map, target.id)
      if (excerpt && (target.passage !== undefined || !isOnOpenMap)) show(workspace, 'reader')
      if (isOnOpenMap && !excerpt) show(workspace, 'map')
      reveal(workspace, target.id)
      if (excerpt) showPassage(workspace, excerpt)
      return
    }
    case 'passage':
      if (target.claim !== undefined) {
        view.select({ type: 'claims', ids: [target.claim] })
        reveal(workspace, target.claim)
      }
      show(workspace, 'reader')
      return showPassage(workspace, target)
    case 'source':
      show(workspace, 'reader')
      view.openSource(target.id)
      return view.select({ type: 'sources', ids: [target.id] })
    case 'relation':
      return view.select({ type: 'relation', id: target.id })
    case 'map':
      show(workspace, 'map')
      view.openMap(target.id)
      return view.clear()
  }
}

/** Selects a claim and shows its card and its first passage in the panes that are open, or that are opened next. */
export function selectClaim(workspace: Places, claim: string): void {
  workspace.view.select({ type: 'claims', ids: [claim] })
  reveal(workspace, claim)
  const excerpts = workspace.session && excerptsByClaim(workspace.session.project).get(claim)
  if (excerpts?.[0]) showPassage(workspace, excerpts[0])
}

/** Focuses a region of the window, and shows it first if the layout hides it. */
export function focusRegion(workspace: Places, region: Region): void {
  show(workspace, region)
  workspace.panes.ask(region, (pane) => pane.focus())
}

/** Shows a claim's card on the open map. */
export function reveal({ view, panes }: Places, claim: string): void {
  if (view.map !== undefined) panes.ask('drawing', (drawing) => drawing.reveal(claim), view.map)
}

/** A pane of the window that can be hidden. */
type Region = 'library' | 'reader' | 'map' | 'matrix' | 'inspector'

/** Whether a layout shows a pane. */
export const isShown = (layout: Settings['layout'], pane: 'reader' | 'map' | 'matrix'): boolean =>
  layout === 'both' ? pane !== 'matrix' : layout === (pane === 'reader' ? 'read' : pane)

/** Shows a pane that is hidden. */
export function show({ desk, settings, set }: Places, pane: Region): void {
  if (pane === 'library') {
    if (!desk.library) desk.toggleLibrary()
  } else if (pane === 'inspector') desk.openInspector()
  else if (!isShown(settings.layout, pane)) set({ layout: pane === 'matrix' ? 'matrix' : 'both' })
}

/** Goes to the claim's passage after the one visited last. */
export function nextPassage(workspace: Places, claim: string): void {
  const excerpts = (workspace.session && excerptsByClaim(workspace.session.project).get(claim)) ?? []
  const { visited } = workspace.view
  const at = excerpts.findIndex(
    ({ source, start, end }) => source === visited?.source && start === visited.start && end === visited.end,
  )
  if (excerpts.length > 0) navigate(workspace, { type: 'claim', id: claim, passage: at + 1 })
}

/** Shows a passage in the reader, if that is open. */
export function showPassage(
  { view, panes }: Pick<Places, 'view' | 'panes'>,
  { source, start, end }: { readonly source: string; readonly start: number; readonly end: number },
): void {
  view.visit(source, { start, end })
  panes.ask('article', (article) => article.show({ start, end }), source)
}
