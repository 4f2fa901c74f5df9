import type { Workspace } from '../workspace.svelte'

/** What a view command does, and when it does anything. */
export interface Handler {
  readonly run: (workspace: Workspace) => void
  readonly applies?: (workspace: Workspace) => boolean
}
