import type { ViewContext } from '#domain/commands/context'
import type { Workspace } from '../workspace.svelte'

/** The handler of a view command. */
export interface Handler {
  readonly run: (workspace: Workspace) => void
  readonly applies?: (workspace: Workspace) => boolean
}

/** The view of the open project, from which actions take their input. */
export const contextOf = ({ session, view, panes }: Workspace): ViewContext | undefined =>
  session && view.context(session.project, panes)
