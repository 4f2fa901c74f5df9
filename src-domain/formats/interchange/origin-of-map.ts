import type { Project } from '../../document/project'
import type { Origin } from '../../records/origin'

/**
 * The file from which a map came, if its format begins so; undefined for a map that was made here.
 * @param format such as `aif`, or `aif/ova` for both dialects of OVA
 */
export function originOfMap(project: Project, map: string, format: string): Origin | undefined {
  for (const { origin, id } of project.maps.get(map)?.foreign ?? []) {
    const found = id === '' ? project.origins.get(origin) : undefined
    if (found && (found.format === format || found.format.startsWith(format))) return found
  }
  return undefined
}
