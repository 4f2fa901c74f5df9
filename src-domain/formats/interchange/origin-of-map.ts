import { foreignOf } from '../../document/origins'
import type { Project } from '../../document/project'
import type { Origin } from '../../records/origin'
import { QUOTES } from '../../records/source'

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

/** The text that annotations came with: the origin keeps the annotations alone. */
export function textBesideOf({ sources }: Project, { id, format }: Origin): string | undefined {
  if (!/^(?:brat|agxml)/.test(format)) return undefined
  return [...sources.values()].find(
    (source) => source.kind !== QUOTES && foreignOf(source).some(({ origin }) => origin === id),
  )?.originalText
}
