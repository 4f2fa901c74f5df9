import type { Settings, SettingsChange } from '#api/settings'
import type { Project } from '#domain/document/project'
import { mapsInOrder } from '#domain/records/map'
import { sourcesInOrder } from '#domain/records/source'
import { NOTHING, type Selection } from './selection'

interface Remembering {
  readonly settings: Settings
}

const lastShown = ({ settings }: Remembering, project: string) =>
  settings.shown.find((each) => each.project === project)

interface Shown {
  readonly source: string | undefined
  readonly map: string | undefined
}

interface ShownAndSelected extends Shown {
  readonly claims: readonly string[]
  readonly relation: string | undefined
}

/** With more selected claims than this, they are not remembered. */
const SELECTED_KEPT = 100

/** What was selected when the project was last open, as far as it is still there. */
export function lastSelection(workspace: Remembering, { about, claims, relations }: Project): Selection {
  const last = lastShown(workspace, about.id)
  const ids = last?.claims?.filter((id) => claims.has(id)) ?? []
  if (ids.length > 0) return { type: 'claims', ids }
  return last?.relation !== undefined && relations.has(last.relation)
    ? { type: 'relation', id: last.relation }
    : NOTHING
}

/** The article and map shown when the project was last open; if there are none, its first. */
export function lastOrFirst(workspace: Remembering, { about, sources, maps }: Project): Shown {
  const { source = '', map = '' } = lastShown(workspace, about.id) ?? {}
  return {
    source: sources.has(source) ? source : sourcesInOrder(sources.values())[0]?.id,
    map: maps.has(map) ? map : mapsInOrder(maps.values())[0]?.id,
  }
}

/** Stores which article and map are shown and what is selected, for when the project is opened again. */
export function rememberShown(
  workspace: Remembering & { readonly set: (change: SettingsChange) => void },
  { about }: Project,
  { source, map, claims, relation }: ShownAndSelected,
): void {
  const ids = claims.length <= SELECTED_KEPT ? claims : []
  const now = {
    project: about.id,
    ...(source && { source }),
    ...(map && { map }),
    ...(ids.length > 0 && { claims: [...ids] }),
    ...(relation && { relation }),
  }
  if (JSON.stringify(lastShown(workspace, about.id)) !== JSON.stringify(now)) workspace.set({ shown: [now] })
}
