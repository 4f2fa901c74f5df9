import * as v from 'valibot'
import { schemeNamed } from '../../vocabulary/argumentation-schemes'
import type { Project } from '../../document/project'
import { inOrder } from '../../records/category'
import { IdSchema, words } from '../../records/record'
import { claimAdd } from '../claim/add'
import { command, refuse } from '../command'
import { positionNear } from '../shared/position'
import { relationAdd } from './add'
import { compose } from '../shared/compose'

/** Whether a claim with the text of a question targets a relation already. */
export const isAsked = (project: Project, relation: string, text: string): boolean =>
  [...project.relations.values()].some(
    ({ target, premises }) =>
      target === relation && premises.some((id) => project.claims.get(id)?.text === text),
  )

/** Adds a critical question to the map as a claim that undercuts the relation. */
export const raiseCriticalQuestion = command({
  name: 'relation.ask',
  title: 'Put critical question on the map',
  input: v.object({ relation: IdSchema, question: words(60), map: IdSchema }),
  run(project, input, env) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse('The relation is no longer in the project.')
    const question = schemeNamed(relation.scheme)?.questions.find(({ name }) => name === input.question)
    if (!question) return refuse('The scheme of this step has no such question. Nothing was changed.')
    if (isAsked(project, relation.id, question.text))
      return refuse('This question is asked of the step already. Nothing was changed.')
    const categories = inOrder(project.categories.values())
    const category = project.categories.get('question') ?? categories[0]!
    const at = positionNear(project, input.map, relation.premises[0]!, 'under', question.text)
    let claim = ''
    return compose(project, 'ask question', [
      (now) => {
        const claimOf = { text: question.text, category: category.id, map: input.map, ...(at && { at }) }
        const outcome = claimAdd.run(now, claimOf, env)
        if ('select' in outcome) claim = outcome.select?.id ?? ''
        return outcome
      },
      (now) =>
        relationAdd.run(
          now,
          { kind: 'attack', premises: [claim], targetType: 'relation', target: relation.id },
          env,
        ),
      () => ({ patch: [], label: '', select: { type: 'relation', id: relation.id } }),
    ])
  },
})
