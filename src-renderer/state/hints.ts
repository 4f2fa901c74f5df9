import type { Hint } from '#api/settings'
import type { Workspace } from './workspace.svelte'

/** The first of the hints to show: the open project is the sample, and the user has not dismissed it. */
export function hintOf({ session, sample, settings }: Workspace, hints: readonly Hint[]): Hint | undefined {
  if (!session || session.path !== sample) return undefined
  return hints.find((hint) => !settings.hintsDismissed.includes(hint))
}

/** Dismisses a hint for good. */
export function dismissHint(workspace: Workspace, hint: Hint): void {
  workspace.set({ hintsDismissed: [...workspace.settings.hintsDismissed, hint] })
}
