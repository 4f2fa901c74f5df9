import type { Project } from './project'

/** A project with one map and the records that it needs. It gets the name and the id of the map. */
export function mapAlone(project: Project, map: string): Project {
  const only = <Row>(table: ReadonlyMap<string, Row>, keep: (row: Row) => boolean) =>
    new Map([...table].filter(([, row]) => keep(row)))
  const placements = only(project.placements, (placement) => placement.map === map)
  const placed = new Set([...placements.values()].map(({ claim }) => claim))
  const excerpts = only(project.excerpts, ({ claim }) => placed.has(claim))
  const sources = new Set([...excerpts.values()].map(({ source }) => source))
  const name = project.maps.get(map)?.name ?? project.about.title
  return {
    about: { ...project.about, id: map, title: name },
    categories: project.categories,
    sources: only(project.sources, ({ id }) => sources.has(id)),
    claims: only(project.claims, ({ id }) => placed.has(id)),
    excerpts,
    relations: wholeRelations(project, placed),
    maps: only(project.maps, ({ id }) => id === map),
    groups: only(project.groups, (group) => group.map === map),
    placements,
    matrices: new Map(),
    rows: new Map(),
    cells: new Map(),
    scenarios: new Map(),
  }
}

/** The relations whose premises and target are all kept. */
function wholeRelations(project: Project, claims: ReadonlySet<string>): Project['relations'] {
  const whole = (id: string): boolean => {
    const relation = project.relations.get(id)
    if (!relation?.premises.every((premise) => claims.has(premise))) return false
    return relation.targetType === 'claim' ? claims.has(relation.target) : whole(relation.target)
  }
  return new Map([...project.relations].filter(([id]) => whole(id)))
}
