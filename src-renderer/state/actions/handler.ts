import type { Workspace } from '../workspace.svelte'

/** The handler of a view command. */
export interface Handler {
  readonly run: (workspace: Workspace) => void
  readonly applies?: (workspace: Workspace) => boolean
}
