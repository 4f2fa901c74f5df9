import type { Project } from '#domain/document/project'
import { mapsInOrder } from '#domain/records/map'
import { sourcesInOrder } from '#domain/records/source'
import type { Workspace } from '../workspace.svelte'

type Shows = Pick<Workspace, 'settings'> & { readonly view: Pick<Workspace['view'], 'source' | 'map'> }

const lastShown = ({ settings }: Shows, project: string) =>
  settings.shown.find((each) => each.project === project)

/** Shows the article and the map that were shown when the project was last open; without them, its first. */
export function turnToLast(workspace: Shows, { about, sources, maps }: Project): void {
  const { source = '', map = '' } = lastShown(workspace, about.id) ?? {}
  workspace.view.source = sources.has(source) ? source : sourcesInOrder(sources.values())[0]?.id
  workspace.view.map = maps.has(map) ? map : mapsInOrder(maps.values())[0]?.id
}

/** Notes which article and which map are shown, for when the project is opened again. */
export function rememberShown(workspace: Shows & Pick<Workspace, 'set'>, { about }: Project): void {
  const { source, map } = workspace.view
  const last = lastShown(workspace, about.id)
  if (last?.source === source && last?.map === map) return
  workspace.set({ shown: [{ project: about.id, ...(source && { source }), ...(map && { map }) }] })
}
