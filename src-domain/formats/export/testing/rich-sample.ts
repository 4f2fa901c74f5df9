import type { Project } from '../../../project'
import { Builder } from '../../../testing/build'
import { sampleProject } from '../../../testing/sample'

/** The sample with all that can be said of claims, steps and maps. */
export function richSample(): { project: Project; map: string } {
  const builder = new Builder()
  builder.project = sampleProject()
  const [map] = [...builder.project.maps.keys()]
  const step = [...builder.project.relations.values()].find(({ kind }) => kind === 'support')!
  const says = { relation: step.id }
  builder.run('relation.warrant', { ...says, warrant: 'Who signs first is asked to answer.' })
  builder.run('relation.scheme', { ...says, scheme: 'cause-to-effect' })
  builder.run('relation.strength', { ...says, strength: 'moderate' })
  builder.run('relation.note', { ...says, note: 'To be checked.' })
  const linked = [...builder.project.relations.values()].find(({ premises }) => premises.length > 1)!
  for (const claim of linked.premises) builder.run('claim.place', { claim, map: map! })
  const unstated = builder.project.claims.get(linked.premises[0]!)!
  const { claims, maps } = builder.project
  const project = {
    ...builder.project,
    claims: new Map(claims).set(unstated.id, { ...unstated, unstated: true }),
    maps: new Map(maps).set(map!, { ...maps.get(map!)!, caveat: 'Drawn from open sources.' }),
  }
  return { project, map: map! }
}
