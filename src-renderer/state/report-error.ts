import { ContractError } from '#api/errors'
import { saveCopy } from './file-recovery'
import type { Workspace } from './workspace.svelte'

/** Tells the user about an unexpected error and sends it to the host's log. */
export function reportError(workspace: Workspace, error: unknown): void {
  // A failed request has a message for the user, and the host has logged it.
  if (error instanceof ContractError) return workspace.notices.problem(error.message)
  const { name, message, stack } = error instanceof Error ? error : new Error('something else was thrown')
  const report = {
    name: name.slice(0, 100),
    message: message.slice(0, 2000),
    stack: (stack ?? '').slice(0, 10_000),
  }
  // If the log cannot be reached, the message below is shown all the same.
  void workspace.platform.client.call('log.write', report).catch(() => undefined)
  const saveElsewhere = { label: 'Save a copy elsewhere', run: () => void saveCopy(workspace) }
  workspace.notices.problem(
    'Something in Counterpoint failed. Your work is still here. If Counterpoint does not respond, save a copy elsewhere and restart it.',
    ...(workspace.session ? [saveElsewhere] : []),
  )
}

/** Reports errors of the page that nothing caught. */
export function reportUncaught(workspace: Workspace): void {
  addEventListener('error', ({ error }) => {
    // The browser also reports a resize loop here, which is harmless and has no error.
    if (error) reportError(workspace, error)
  })
  addEventListener('unhandledrejection', ({ reason }) => reportError(workspace, reason))
}
