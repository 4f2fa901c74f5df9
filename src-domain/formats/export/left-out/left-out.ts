import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import { TABLE_NAMES } from '../../../records/registry'
import type { ExportFormat } from '../format'
import { CONTENTS, type Content, type ContentName } from './contents'

/** Something that a format leaves out, and how much of it there is; without a count if that is not known. */
export interface LeftOut {
  readonly words: string
  readonly count?: number
}

type Format = Pick<ExportFormat, 'of' | 'loses' | 'ours' | 'limits'>

/** What a format leaves out of any project. Empty for a format that can be read back without loss (P9). */
export const leavesOut = ({ loses, ours = [], limits = [] }: Format): readonly string[] => [
  ...loses.map((name) => CONTENTS[name].many),
  ...limits,
  ...ours.map((name) => `for other programs: ${CONTENTS[name].many}`),
]

/** What an export leaves out: altogether, and for other programs alone. What there is nothing of has the count 0. */
export interface LeftOutOf {
  readonly lost: readonly LeftOut[]
  readonly ours: readonly LeftOut[]
}

/**
 * What an export leaves out of a project.
 * @param maps the ids of the maps that are exported; of a format of the whole project they do not count
 */
export function leftOut(format: Format, project: Project, maps: readonly string[]): LeftOutOf {
  const exported = format.of === 'map' ? mapsAlone(project, maps) : project
  const row = (name: ContentName): LeftOut => {
    const content: Content = CONTENTS[name]
    const count = content.count(exported, project)
    return { words: count === 1 ? content.one : content.many, count }
  }
  return {
    lost: [...format.loses.map(row), ...(format.limits ?? []).map((words) => ({ words }))],
    ours: (format.ours ?? []).map(row),
  }
}

/** A project with what stands on some of its maps. */
function mapsAlone(project: Project, maps: readonly string[]): Project {
  const [first, ...others] = maps.map((map) => mapAlone(project, map))
  if (!first || others.length === 0) return first ?? mapAlone(project, '')
  const tables = TABLE_NAMES.map((table) => {
    const rows = [first, ...others].flatMap((alone) => [...alone[table]] as [string, unknown][])
    return [table, new Map(rows)] as const
  })
  return { ...first, ...(Object.fromEntries(tables) as unknown as Omit<Project, 'about'>) }
}
