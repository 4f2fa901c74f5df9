import { TABLE_NAMES } from '../records/registry'
import type { Relation } from '../records/relation'
import { foreignOf } from './origins'
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
  // A map is no state of the project.
  const { lineage: _none, ...about } = { ...project.about, id: map, title: name }
  const alone: Project = {
    about,
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
    origins: new Map(),
    disagreements: new Map(),
    ties: only(project.ties, ({ source, other }) => sources.has(source) && sources.has(other)),
  }
  const origins = new Set(
    TABLE_NAMES.flatMap((table) => [...alone[table].values()].flatMap(foreignOf)).map(({ origin }) => origin),
  )
  return { ...alone, origins: only(project.origins, ({ id }) => origins.has(id)) }
}

/** The relations whose premises and target are all kept. */
function wholeRelations(project: Project, claims: ReadonlySet<string>): Project['relations'] {
  const known = new Map<string, boolean>()
  for (const relation of project.relations.values()) {
    // Without recursion: a chain of undercuts can be longer than the stack.
    const chain: string[] = []
    let at: Relation | undefined = relation
    while (at && !known.has(at.id) && at.premises.every((premise) => claims.has(premise))) {
      chain.push(at.id)
      if (at.targetType === 'claim') break
      at = project.relations.get(at.target)
    }
    const end = chain.at(-1) === at?.id && at?.targetType === 'claim' && claims.has(at.target)
    const whole = end || (at !== undefined && known.get(at.id) === true)
    if (at && !known.has(at.id)) known.set(at.id, whole)
    for (const id of chain) known.set(id, whole)
  }
  return new Map([...project.relations].filter(([id]) => known.get(id)))
}
