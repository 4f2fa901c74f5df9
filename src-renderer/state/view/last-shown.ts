import type { Project } from '#domain/document/project'
import { mapsInOrder } from '#domain/records/map'
import { sourcesInOrder } from '#domain/records/source'
import type { Desk } from '../workspace.svelte'

/** Of so many projects it is remembered what was shown of them. */
const KEPT = 100

type Shows = Pick<Desk, 'settings'> & { readonly view: Pick<Desk['view'], 'source' | 'map'> }

const lastShown = ({ settings }: Shows, project: string) =>
  settings.shown.find((each) => each.project === project)

/** Shows the article and the map that were shown when the project was last open; without them, its first. */
export function turnToLast(desk: Shows, { about, sources, maps }: Project): void {
  const { source = '', map = '' } = lastShown(desk, about.id) ?? {}
  desk.view.source = sources.has(source) ? source : sourcesInOrder(sources.values())[0]?.id
  desk.view.map = maps.has(map) ? map : mapsInOrder(maps.values())[0]?.id
}

/** Notes which article and which map are shown, for when the project is opened again. */
export function rememberShown(desk: Shows & Pick<Desk, 'set'>, { about }: Project): void {
  const { source, map } = desk.view
  const last = lastShown(desk, about.id)
  if (last?.source === source && last?.map === map) return
  const others = desk.settings.shown.filter(({ project }) => project !== about.id).slice(1 - KEPT)
  const now = { project: about.id, ...(source && { source }), ...(map && { map }) }
  desk.set({ shown: [...others, now] })
}
