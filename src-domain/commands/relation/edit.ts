import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed } from '../../document/change'
import { IdSchema } from '../../records/record'
import type { Relation, RelationKind } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, nothing, refuse, type Outcome } from '../command'
import { relationRefusal } from './add'

const GONE = 'The relation is no longer in the project.'

function edit(project: Project, id: string, fields: Partial<Relation>, label: string): Outcome {
  const relation = project.relations.get(id)
  if (!relation) return refuse(GONE)
  const refusal = relationRefusal(project, { ...relation, ...fields })
  if (refusal) return refuse(refusal)
  return { patch: [changed('relations', relation, fields)], label, select: { type: 'relation', id } }
}

const KindInput = v.object({ relation: IdSchema })

/** One command for each kind, so that each has its own key and its own line in menus. */
const changeKind = <Kind extends RelationKind>(kind: Kind, title: string, key: string) =>
  command({
    name: `relation.${kind}` as const,
    title,
    menu: 'Map',
    keys: [key],
    input: KindInput,
    from: ({ relation }) => (relation ? { relation } : undefined),
    run(project, input) {
      if (project.relations.get(input.relation)?.kind === kind) return nothing('change relation')
      return edit(project, input.relation, { kind }, 'change relation')
    },
  })

export const relationSupport = changeKind('support', 'Relation supports', 's')
export const relationAttack = changeKind('attack', 'Relation attacks', 'a')
export const relationContradict = changeKind('contradict', 'Relation contradicts', 'c')

/** Whether it leads from one claim to one other; a contradiction leads nowhere, but holds both ways. */
const canTurn = ({ kind, premises, targetType }: Relation): boolean =>
  kind !== 'contradict' && premises.length === 1 && targetType === 'claim'

/** `T`: what was the premise becomes the target. */
export const relationTurn = command({
  name: 'relation.turn',
  title: 'Turn relation round',
  menu: 'Map',
  keys: ['t'],
  input: v.object({ relation: IdSchema }),
  from({ project, relation: id }) {
    const relation = project.relations.get(id ?? '')
    return relation && canTurn(relation) ? { relation: relation.id } : undefined
  },
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(GONE)
    if (!canTurn(relation))
      return refuse('Only a step from one claim to one other can be turned. This one was left as it is.')
    const turned = { premises: [relation.target], target: relation.premises[0]! }
    return edit(project, relation.id, turned, 'turn relation')
  },
})

/** One more premise: it and those that are there hold only together. */
export const relationLink = command({
  name: 'relation.link',
  title: 'Add linked premise',
  input: v.object({ relation: IdSchema, premise: IdSchema }),
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(GONE)
    if (relation.premises.includes(input.premise)) return nothing('link premise')
    return edit(project, relation.id, { premises: [...relation.premises, input.premise] }, 'link premise')
  },
})

/** One premise less; the last one takes the relation with it. */
export const relationUnlink = command({
  name: 'relation.unlink',
  title: 'Remove premise',
  input: v.object({ relation: IdSchema, premise: IdSchema }),
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(GONE)
    if (!relation.premises.includes(input.premise)) return nothing('remove premise')
    const premises = relation.premises.filter((id) => id !== input.premise)
    if (premises.length > 0) return edit(project, relation.id, { premises }, 'remove premise')
    return { patch: deletion(project, { relations: [relation.id] }), label: 'delete relation' }
  },
})

/** The step and the undercuts of it; the claims stay. */
export const relationRemove = command({
  name: 'relation.remove',
  title: 'Delete relation',
  menu: 'Map',
  keys: ['Delete', 'Backspace'],
  input: v.object({ relation: IdSchema }),
  from: ({ relation }) => (relation ? { relation } : undefined),
  run(project, { relation }) {
    if (!project.relations.has(relation)) return refuse(GONE)
    return { patch: deletion(project, { relations: [relation] }), label: 'delete relation' }
  },
})
