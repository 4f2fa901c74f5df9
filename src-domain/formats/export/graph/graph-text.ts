import type { ClaimNode, JunctionNode } from '../../../argument/argument-graph'
import { RELATION_LOOKS } from '../../../vocabulary/palette'
import type { Project } from '../../../document/project'
import { relationWord, type Relation } from '../../../records/relation'

/** The claims of each group of the map, in the order of the groups, and the claims without a group. */
export function groupsOf(
  project: Project,
  map: string,
  claims: readonly ClaimNode[],
): { grouped: { title: string; members: ClaimNode[] }[]; alone: ClaimNode[] } {
  const grouped = new Map(
    [...project.groups.values()]
      .filter((group) => group.map === map)
      .map(({ id, title }) => [id, { title, members: [] as ClaimNode[] }]),
  )
  const alone: ClaimNode[] = []
  for (const node of claims) (grouped.get(node.placement.group)?.members ?? alone).push(node)
  return { grouped: [...grouped.values()], alone }
}

/** The line above a claim's wording: its category, and "unstated" if it is. */
export const claimLabel = ({ claim, category }: ClaimNode): string =>
  `${category.name.replace(/\s+/g, ' ')}${claim.unstated ? ', unstated' : ''}`

/** The label of a relation's edge: its verb, and its strength if it has one. */
export const edgeLabel = (relation: Relation): string =>
  relation.strength ? `${relationWord(relation)} (${relation.strength})` : relationWord(relation)

/** The label of a junction: the sign of its relation, and the number of premises that are not shown. */
export const junctionLabel = ({ relation, missing }: JunctionNode): string =>
  `${RELATION_LOOKS[relation.kind].sign}${missing ? ` (${missing} not shown)` : ''}`

/** The title inside the file of a map: the map's name. */
export const mapTitle = (project: Project, map: string): string =>
  project.maps.get(map)?.name ?? project.about.title
