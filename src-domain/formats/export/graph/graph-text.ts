import type { ClaimNode, JunctionNode } from '../../../argument/argument-graph'
import { RELATION_LOOKS } from '../../../vocabulary/palette'
import type { Project } from '../../../document/project'
import { relationWord, type Relation } from '../../../records/relation'

/** The claims that stand in a group of the map, group by group, and those that stand in none. */
export function groupsOf(
  project: Project,
  claims: readonly ClaimNode[],
): { grouped: { title: string; members: ClaimNode[] }[]; alone: ClaimNode[] } {
  const grouped = new Map<string, { title: string; members: ClaimNode[] }>()
  const alone: ClaimNode[] = []
  for (const node of claims) {
    const group = project.groups.get(node.placement.group)
    const found = group && grouped.get(group.id)
    if (found) found.members.push(node)
    else if (group) grouped.set(group.id, { title: group.title, members: [node] })
    else alone.push(node)
  }
  return { grouped: [...grouped.values()], alone }
}

/** What stands above a claim's wording, on one line: its category, and whether it is unstated. */
export const claimLabel = ({ claim, category }: ClaimNode): string =>
  `${category.name.replace(/\s+/g, ' ')}${claim.unstated ? ', unstated' : ''}`

/** What stands on the line of a step: its verb, and how much it is taken to weigh where that is said. */
export const stepLabel = (relation: Relation): string =>
  relation.strength ? `${relationWord(relation)} (${relation.strength})` : relationWord(relation)

/** What stands on a junction: the sign of its step, and how many premises are not shown. */
export const junctionLabel = ({ relation, missing }: JunctionNode): string =>
  `${RELATION_LOOKS[relation.kind].sign}${missing ? ` (${missing} not shown)` : ''}`

/** What a map's file is called inside: its name. */
export const mapTitle = (project: Project, map: string): string =>
  project.maps.get(map)?.name ?? project.about.title
