import type { Hint, Settings, SettingsChange } from '#api/settings'
import type { Session } from './document/session.svelte'

/** What these need of the workspace. */
interface Hinted {
  readonly session: Session | undefined
  readonly settings: Settings
  readonly set: (change: SettingsChange) => void
}

/** The copies of the sample project that are known as such. */
const SAMPLES_KEPT = 20

/** Remembers that a project is the sample, so that its hints are still shown when the page is loaded again. */
export function rememberSample({ settings, set }: Hinted, project: string): void {
  set({ samples: [...settings.samples, project].slice(-SAMPLES_KEPT) })
}

/** The first of the hints to show: the open project is the sample, and the user has not dismissed it. */
export function hintOf({ session, settings }: Hinted, hints: readonly Hint[]): Hint | undefined {
  if (!session || !settings.samples.includes(session.project.about.id)) return undefined
  return hints.find((hint) => !settings.hintsDismissed.includes(hint))
}

/** Dismisses a hint for good. */
export function dismissHint(workspace: Hinted, hint: Hint): void {
  workspace.set({ hintsDismissed: [...workspace.settings.hintsDismissed, hint] })
}
