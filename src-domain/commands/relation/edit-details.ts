import * as v from 'valibot'
import { changed } from '../../document/change'
import { IdSchema, words } from '../../records/record'
import { STRENGTHS, type Relation } from '../../records/relation'
import type { Project } from '../../document/project'
import { command, nothing, refuse, type Outcome } from '../command'

const NO_RELATION = 'The relation is no longer in the project.'

/** Sets fields of a relation other than its kind and ends. Entries with the same `joins` key become one undo entry. */
function editDetails(
  project: Project,
  id: string,
  fields: Partial<Pick<Relation, 'note' | 'warrant' | 'scheme' | 'answers' | 'strength'>>,
  label: string,
  joins?: string,
): Outcome {
  const relation = project.relations.get(id)
  if (!relation) return refuse(NO_RELATION)
  const same = (Object.keys(fields) as (keyof typeof fields)[]).every(
    (field) => relation[field] === fields[field],
  )
  if (same) return nothing(label)
  return { patch: [changed('relations', relation, fields)], label, ...(joins && { joins }) }
}

/** Changes the note on a relation. */
export const relationNote = command({
  name: 'relation.note',
  title: 'Edit note on relation',
  input: v.object({ relation: IdSchema, note: words(200_000) }),
  run: (project, { relation, note }) =>
    editDetails(project, relation, { note }, 'edit note', `relation note ${relation}`),
})

/** Changes the warrant of a relation. */
export const relationWarrant = command({
  name: 'relation.warrant',
  title: 'Edit warrant of relation',
  input: v.object({ relation: IdSchema, warrant: words(20_000) }),
  run: (project, { relation, warrant }) =>
    editDetails(project, relation, { warrant }, 'edit warrant', `relation warrant ${relation}`),
})

/** Sets the strength of a relation; empty removes it. */
export const relationStrength = command({
  name: 'relation.strength',
  title: 'Set strength of relation',
  input: v.object({ relation: IdSchema, strength: v.picklist(['', ...STRENGTHS]) }),
  run: (project, { relation, strength }) => editDetails(project, relation, { strength }, 'set strength'),
})

/** Sets the argumentation scheme of a relation; empty for none. Answers to the questions of other schemes are kept. */
export const relationScheme = command({
  name: 'relation.scheme',
  title: 'Choose scheme of relation',
  input: v.object({ relation: IdSchema, scheme: words(60) }),
  run: (project, { relation, scheme }) => editDetails(project, relation, { scheme }, 'choose scheme'),
})

/** Sets the answer to a critical question; an empty one removes it, so that the question is open again. */
export const relationAnswer = command({
  name: 'relation.answer',
  title: 'Answer critical question',
  input: v.object({ relation: IdSchema, question: v.pipe(words(60), v.minLength(1)), answer: words(20_000) }),
  run(project, { relation: id, question, answer }) {
    const known = project.relations.get(id)?.answers ?? []
    if ((known.find((each) => each.question === question)?.answer ?? '') === answer) {
      return project.relations.has(id) ? nothing('answer question') : refuse(NO_RELATION)
    }
    const others = known.filter((each) => each.question !== question)
    const answers = answer.trim() === '' ? others : [...others, { question, answer }]
    return editDetails(project, id, { answers }, 'answer question', `relation answer ${id} ${question}`)
  },
})
