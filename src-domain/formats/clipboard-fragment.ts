import type { Project } from '../document/project'
import { save } from '../document/save'
import { mapAlone } from '../document/map-alone'

/**
 * Some cards of a map as text for a clipboard: a project file with their claims, passages, articles, places and the
 * relations among them. It has the id of its project, by which pasting knows whether the claims are the same ones.
 */
export function clipboardFragment(project: Project, map: string, claims: readonly string[]): string {
  const chosen = new Set(claims)
  const placements = new Map(
    [...project.placements].filter(([, each]) => each.map === map && chosen.has(each.claim)),
  )
  const part = mapAlone({ ...project, placements, groups: new Map() }, map)
  const ungrouped = new Map([...part.placements].map(([id, each]) => [id, { ...each, group: '' as const }]))
  return save({ ...part, placements: ungrouped, about: { ...part.about, id: project.about.id } })
}
