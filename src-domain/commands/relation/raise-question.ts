import * as v from 'valibot'
import { schemeNamed } from '../../vocabulary/argumentation-schemes'
import type { Project } from '../../document/project'
import { IdSchema, words } from '../../records/record'
import { command, refuse } from '../command'
import { bringIn, ownClaim } from '../shared/new-claim'
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
  title: 'Add critical question to the map',
  input: v.object({ relation: IdSchema, question: words(60), map: IdSchema }),
  run(project, input, env) {
    const relation = project.relations.get(input.relation)
    if (!relation) return refuse('The relation is no longer in the project.')
    const question = schemeNamed(relation.scheme)?.questions.find(({ name }) => name === input.question)
    if (!question) return refuse('The relation’s scheme has no such question. Nothing was changed.')
    if (isAsked(project, relation.id, question.text))
      return refuse('This question is already on the map. Nothing was changed.')
    const category = project.categories.get('question')?.id
    const undercut = ownClaim(project, { text: question.text, category }, env)
    if ('refusal' in undercut) return undercut
    const premises = [undercut.claim.id]
    const at = positionNear(project, input.map, relation.premises[0]!, 'undercut', question.text)
    return compose(
      project,
      'ask question',
      [
        (now) => bringIn(now, undercut, { map: input.map, at }, 'add claim', env),
        (now) =>
          relationAdd.run(
            now,
            { kind: 'attack', premises, targetType: 'relation', target: relation.id },
            env,
          ),
      ],
      { type: 'claim', id: undercut.claim.id },
    )
  },
})
