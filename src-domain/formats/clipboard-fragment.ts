import type { Project } from '../document/project'
import { save } from '../document/save'
import { mapAlone } from '../document/map-alone'

/**
 * Copies cards as text for the clipboard: a project file with their claims, passages, articles, placements and the
 * relations among them, without the files that they came from. It has the id of the project, so that pasting into the same project places the same claims.
 */
export function clipboardFragment(project: Project, map: string, claims: readonly string[]): string {
  const chosen = new Set(claims)
  const placements = new Map(
    [...project.placements].filter(([, each]) => each.map === map && chosen.has(each.claim)),
  )
  const part = mapAlone({ ...project, placements, groups: new Map() }, map)
  const ungrouped = new Map([...part.placements].map(([id, each]) => [id, { ...each, group: '' as const }]))
  return save({
    ...part,
    origins: new Map(),
    placements: ungrouped,
    about: { ...part.about, id: project.about.id },
  })
}
