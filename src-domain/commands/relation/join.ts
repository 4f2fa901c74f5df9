import * as v from 'valibot'
import { changed } from '../../document/change'
import { deletion } from '../../document/cascade'
import { IdSchema } from '../../records/record'
import type { Relation } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, refuse } from '../command'
import { compose } from '../shared/compose'

/** Relations of one kind and to one target whose premises are just these claims; empty if there are no two. */
function relationsToJoin(project: Project, claims: readonly string[]): Relation[] {
  const from = [...project.relations.values()].filter(
    ({ premises, kind }) => kind !== 'contradict' && premises.every((id) => claims.includes(id)),
  )
  const groups = new Map<string, Relation[]>()
  for (const relation of from) {
    const key = `${relation.kind} ${relation.target}`
    groups.set(key, [...(groups.get(key) ?? []), relation])
  }
  const whole = (group: readonly Relation[]) =>
    group.length > 1 && claims.every((id) => group.some(({ premises }) => premises.includes(id)))
  return [...groups.values()].find(whole) ?? []
}

/** Joins independent reasons for one target into one relation with linked premises. */
export const relationJoin = command({
  name: 'relation.join',
  title: 'Link the selected claims as one reason',
  menu: 'Map',
  context: { on: ['card', 'claim'], title: 'Link as one reason' },
  input: v.object({ claims: v.pipe(v.array(IdSchema), v.minLength(2)) }),
  from: ({ project, claims }) =>
    claims.length > 1 && relationsToJoin(project, claims).length > 1 ? { claims: [...claims] } : undefined,
  run(project, { claims }) {
    const [kept, ...others] = relationsToJoin(project, claims)
    if (!kept || others.length === 0)
      return refuse(
        'These claims do not all support or all attack the same target, so they cannot be linked.',
      )
    const said = others.find(
      ({ id, warrant, scheme, answers, strength }) =>
        warrant || scheme || answers.length > 0 || strength || targeted(project, id),
    )
    if (said)
      return refuse(
        'One of the relations has a warrant, a scheme, a strength or an undercut that would be lost. Nothing was linked.',
      )
    const premises = [...new Set([kept, ...others].flatMap((each) => each.premises))]
    const note = [kept, ...others]
      .map((each) => each.note)
      .filter(Boolean)
      .join('\n\n')
    return compose(
      project,
      'link reasons',
      [
        () => ({ patch: [changed('relations', kept, { premises, note })], label: '' }),
        (now) => ({ patch: deletion(now, { relations: others.map(({ id }) => id) }), label: '' }),
      ],
      { type: 'relation', id: kept.id },
    )
  },
})

const targeted = (project: Project, relation: string): boolean =>
  [...project.relations.values()].some(({ target }) => target === relation)
