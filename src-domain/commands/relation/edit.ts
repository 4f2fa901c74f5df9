import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed } from '../../document/change'
import { IdSchema } from '../../records/record'
import type { Relation, RelationKind } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, nothing, refuse, type Outcome } from '../command'
import { relationRefusal } from './add'

const NO_RELATION = 'The relation is no longer in the project.'

function edit(project: Project, id: string, fields: Partial<Relation>, label: string): Outcome {
  const relation = project.relations.get(id)
  if (!relation) return refuse(NO_RELATION)
  const refusal = relationRefusal(project, { ...relation, ...fields })
  if (refusal) return refuse(refusal)
  return { patch: [changed('relations', relation, fields)], label, select: { type: 'relation', id } }
}

const KindInput = v.object({ relation: IdSchema })

/** Makes a command for one kind of relation, so that each kind has its own key and menu item. */
const changeKind = <Kind extends RelationKind>(kind: Kind, title: string, key: string) =>
  command({
    name: `relation.${kind}` as const,
    title,
    menu: 'Map',
    keys: [key],
    context: { on: ['relation'] },
    input: KindInput,
    from: ({ project, relation }) =>
      relation && project.relations.get(relation)?.kind !== kind ? { relation } : undefined,
    run(project, input) {
      if (project.relations.get(input.relation)?.kind === kind) return nothing('change relation')
      return edit(project, input.relation, { kind }, 'change relation')
    },
  })

export const relationSupport = changeKind('support', 'Change relation to support', 's')
export const relationAttack = changeKind('attack', 'Change relation to attack', 'a')
export const relationContradict = changeKind('contradict', 'Change relation to contradiction', 'c')

/** Whether a relation can be reversed: it has one premise, its target is a claim, and it has a direction. */
const canTurn = ({ kind, premises, targetType }: Relation): boolean =>
  kind !== 'contradict' && premises.length === 1 && targetType === 'claim'

/** Reverses a relation, so that the premise becomes the target: `T`. */
export const relationTurn = command({
  name: 'relation.turn',
  title: 'Reverse relation',
  menu: 'Map',
  keys: ['t'],
  context: { on: ['relation'], title: 'Reverse' },
  input: v.object({ relation: IdSchema }),
  from({ project, relation: id }) {
    const relation = project.relations.get(id ?? '')
    return relation && canTurn(relation) ? { relation: relation.id } : undefined
  },
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(NO_RELATION)
    if (!canTurn(relation))
      return refuse('Only a relation between two claims can be reversed. Nothing was changed.')
    const turned = { premises: [relation.target], target: relation.premises[0]! }
    return edit(project, relation.id, turned, 'reverse relation')
  },
})

/** Adds a linked premise to a relation. */
export const relationLink = command({
  name: 'relation.link',
  title: 'Add linked premise',
  input: v.object({ relation: IdSchema, premise: IdSchema }),
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(NO_RELATION)
    if (relation.premises.includes(input.premise)) return nothing('link premise')
    return edit(project, relation.id, { premises: [...relation.premises, input.premise] }, 'link premise')
  },
})

/** Removes a premise from a relation. Without a premise the relation is deleted. */
export const relationUnlink = command({
  name: 'relation.unlink',
  title: 'Remove premise',
  input: v.object({ relation: IdSchema, premise: IdSchema }),
  run(project, input) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse(NO_RELATION)
    if (!relation.premises.includes(input.premise)) return nothing('remove premise')
    const premises = relation.premises.filter((id) => id !== input.premise)
    if (premises.length > 0) return edit(project, relation.id, { premises }, 'remove premise')
    return { patch: deletion(project, { relations: [relation.id] }), label: 'delete relation' }
  },
})

/** Deletes a relation and its undercuts. The claims stay. */
export const relationRemove = command({
  name: 'relation.remove',
  title: 'Delete relation',
  menu: 'Map',
  keys: ['Delete', 'Backspace'],
  context: { on: ['relation'], title: 'Delete relation', removes: true },
  input: v.object({ relation: IdSchema }),
  from: ({ relation }) => (relation ? { relation } : undefined),
  run(project, { relation }) {
    if (!project.relations.has(relation)) return refuse(NO_RELATION)
    return { patch: deletion(project, { relations: [relation] }), label: 'delete relation' }
  },
})
