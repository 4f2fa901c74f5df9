import * as v from 'valibot'
import { created } from '../../document/change'
import { relationFault, undercutsItself } from '../../document/integrity'
import { IdSchema } from '../../records/record'
import { RELATION_KINDS, type Relation } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, refuse } from '../command'
import { newRelation } from '../shared/new-records'

/** The reason why a relation is refused, as a sentence for the user; undefined if it is valid. */
export function relationRefusal(project: Project, relation: Relation): string | undefined {
  const targets = relation.targetType === 'claim' ? project.claims : project.relations
  if (!targets.has(relation.target)) return 'The target of the relation is no longer in the project.'
  if (!relation.premises.every((id) => project.claims.has(id)))
    return 'A premise is no longer in the project.'
  if (relation.premises.includes(relation.target)) return 'A claim cannot support or attack itself.'
  const fault = relationFault(relation)
  if (fault) return `The relation ${fault}.`
  if (undercutsItself(project, relation))
    return 'A relation cannot attack itself, not even through other relations.'
  return undefined
}

/** Whether two relations have the same kind and ends. The ends of a contradiction can be in either order. */
export function sameRelation(a: Relation, b: Relation): boolean {
  if (a.kind !== b.kind || a.targetType !== b.targetType) return false
  const ends = (relation: Relation) => [relation.premises.toSorted().join(' '), relation.target]
  const [one, other] = [ends(a), ends(b)]
  const turned = a.kind === 'contradict' && one.toSorted().join() === other.toSorted().join()
  return one.join() === other.join() || turned
}

/** Adds a relation from one or more premises to a claim or a relation. An attack on a relation is an undercut. */
export const relationAdd = command({
  name: 'relation.add',
  title: 'Link claims',
  input: v.object({
    kind: v.picklist(RELATION_KINDS),
    premises: v.pipe(v.array(IdSchema), v.minLength(1)),
    targetType: v.picklist(['claim', 'relation']),
    target: IdSchema,
  }),
  run(project, input, env) {
    const relation = newRelation(input, env)
    const refusal = relationRefusal(project, relation)
    if (refusal) return refuse(refusal)
    const twin = [...project.relations.values()].find((other) => sameRelation(other, relation))
    if (twin) return { patch: [], label: 'link claims', select: { type: 'relation', id: twin.id } }
    const label = input.targetType === 'relation' ? 'undercut relation' : 'link claims'
    return { patch: [created('relations', relation)], label, select: { type: 'relation', id: relation.id } }
  },
})
