import type { Settings, SettingsChange } from '#api/endpoints'
import type { Project } from '#domain/document/project'
import { mapsInOrder } from '#domain/records/map'
import { sourcesInOrder } from '#domain/records/source'

interface Remembering {
  readonly settings: Settings
}

const lastShown = ({ settings }: Remembering, project: string) =>
  settings.shown.find((each) => each.project === project)

interface Shown {
  readonly source: string | undefined
  readonly map: string | undefined
}

/** The article and map shown when the project was last open; if there are none, its first. */
export function lastOrFirst(workspace: Remembering, { about, sources, maps }: Project): Shown {
  const { source = '', map = '' } = lastShown(workspace, about.id) ?? {}
  return {
    source: sources.has(source) ? source : sourcesInOrder(sources.values())[0]?.id,
    map: maps.has(map) ? map : mapsInOrder(maps.values())[0]?.id,
  }
}

/** Stores which article and map are shown, for when the project is opened again. */
export function rememberShown(
  workspace: Remembering & { readonly set: (change: SettingsChange) => void },
  { about }: Project,
  { source, map }: Shown,
): void {
  const last = lastShown(workspace, about.id)
  if (last?.source === source && last?.map === map) return
  workspace.set({ shown: [{ project: about.id, ...(source && { source }), ...(map && { map }) }] })
}
