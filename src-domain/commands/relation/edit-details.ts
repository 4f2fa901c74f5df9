import * as v from 'valibot'
import { changed } from '../../document/change'
import { IdSchema, words } from '../../records/record'
import { STRENGTHS, type Relation } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, nothing, refuse, type Outcome } from '../command'

const GONE = 'The relation is no longer in the project.'

/** What is said of a step beside what it links. */
function say(
  project: Project,
  id: string,
  fields: Partial<Pick<Relation, 'note' | 'warrant' | 'scheme' | 'answers' | 'strength'>>,
  label: string,
  joins?: string,
): Outcome {
  const relation = project.relations.get(id)
  if (!relation) return refuse(GONE)
  const same = (Object.keys(fields) as (keyof typeof fields)[]).every(
    (field) => relation[field] === fields[field],
  )
  if (same) return nothing(label)
  return { patch: [changed('relations', relation, fields)], label, ...(joins && { joins }) }
}

/** What the analyst notes about the step. */
export const relationNote = command({
  name: 'relation.note',
  title: 'Edit note on relation',
  input: v.object({ relation: IdSchema, note: words(200_000) }),
  run: (project, { relation, note }) =>
    say(project, relation, { note }, 'edit note', `relation note ${relation}`),
})

/** Why the step holds. */
export const relationWarrant = command({
  name: 'relation.warrant',
  title: 'Edit warrant of relation',
  input: v.object({ relation: IdSchema, warrant: words(20_000) }),
  run: (project, { relation, warrant }) =>
    say(project, relation, { warrant }, 'edit warrant', `relation warrant ${relation}`),
})

/** How much the step weighs; empty leaves it open. */
export const relationStrength = command({
  name: 'relation.strength',
  title: 'Set strength of relation',
  input: v.object({ relation: IdSchema, strength: v.picklist(['', ...STRENGTHS]) }),
  run: (project, { relation, strength }) => say(project, relation, { strength }, 'set strength'),
})

/** The pattern of reasoning that the step follows; empty for none. Answers stay, also those of another scheme. */
export const relationScheme = command({
  name: 'relation.scheme',
  title: 'Choose scheme of relation',
  input: v.object({ relation: IdSchema, scheme: words(60) }),
  run: (project, { relation, scheme }) => say(project, relation, { scheme }, 'choose scheme'),
})

/** What is said to a critical question of the scheme; an empty answer leaves it open again. */
export const relationAnswer = command({
  name: 'relation.answer',
  title: 'Answer critical question',
  input: v.object({ relation: IdSchema, question: v.pipe(words(60), v.minLength(1)), answer: words(20_000) }),
  run(project, { relation: id, question, answer }) {
    const known = project.relations.get(id)?.answers ?? []
    if ((known.find((each) => each.question === question)?.answer ?? '') === answer) {
      return project.relations.has(id) ? nothing('answer question') : refuse(GONE)
    }
    const others = known.filter((each) => each.question !== question)
    const answers = answer.trim() === '' ? others : [...others, { question, answer }]
    return say(project, id, { answers }, 'answer question', `relation answer ${id} ${question}`)
  },
})
