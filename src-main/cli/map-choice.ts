import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import { mapsInOrder } from '#domain/records/map'
import { UsageError } from './command'

/** The options that choose maps, in the form of `readOptions`. */
export const MAP_FLAGS = {
  map: { type: 'string', multiple: true },
  'all-maps': { type: 'boolean' },
} as const

/** What is given for `MAP_FLAGS`. */
export interface MapValues {
  readonly map?: readonly string[] | undefined
  readonly 'all-maps'?: boolean | undefined
}

/** Their lines in the help of a command. */
export const MAP_HELP = `  --map NAME       the map's name or id; needed only if there are several maps. Give it several
                   times for a zip file with one file for each map
  --all-maps       a zip file with one file for each map`

/**
 * The ids of the maps to export: those with the names, all maps, or else the only one.
 * @param what what the maps are in, for messages
 */
export function chosenMaps(
  project: Project,
  { map: names = [], 'all-maps': all = false }: MapValues,
  what: 'project' | 'file',
): readonly string[] {
  const maps = mapsInOrder(project.maps.values())
  const known = maps.map((map) => `“${map.name}”`).join(', ')
  const [first, ...others] = maps
  if (!first) throw new ContractError('not-found', `The ${what} has no map to export.`)
  if (all) return maps.map(({ id }) => id)
  if (names.length === 0) {
    if (others.length === 0) return [first.id]
    throw new UsageError(`The ${what} has several maps. Choose with --map, or all with --all-maps: ${known}.`)
  }
  const chosen = names.map((name) => {
    const found = maps.filter((map) => map.name === name || map.id === name)
    if (found.length === 0) throw new UsageError(`The ${what} has no map “${name}”. Its maps: ${known}.`)
    if (found.length > 1)
      throw new UsageError(
        `The ${what} has several maps “${name}”. Give the id of one: ${found.map(({ id }) => id).join(', ')}.`,
      )
    return found[0]!.id
  })
  return [...new Set(chosen)]
}

/** What the host is asked for the chosen maps: one file, or one for each in a zip file. */
export const askedOf = (
  maps: readonly string[],
  { 'all-maps': all = false }: MapValues,
): { map: string; maps?: readonly string[] } => ({
  map: maps[0] ?? '',
  ...((all || maps.length > 1) && { maps }),
})
