import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

const NO_MATRIX = 'The matrix is no longer in the project.'

/** Adds a matrix of some hypotheses: from a menu, of the selected claims, if there are several. */
export const matrixAdd = command({
  name: 'matrix.add',
  title: 'New matrix',
  menu: 'Map',
  input: v.object({ title: words(300), hypotheses: v.array(IdSchema) }),
  from: ({ project, claims }) => ({
    title: `Matrix ${project.matrices.size + 1}`,
    hypotheses: claims.length > 1 ? [...claims] : [],
  }),
  run(project, input, env) {
    const title = input.title.trim()
    if (title === '') return refuse('A matrix needs a title. Nothing was added.')
    const hypotheses = [...new Set(input.hypotheses)]
    if (!hypotheses.every((id) => project.claims.has(id))) {
      return refuse('A hypothesis is no longer in the project. Nothing was added.')
    }
    const matrix = {
      id: env.newId(),
      title,
      question: '',
      hypotheses,
      exclusive: true,
      complete: false,
      weighted: true,
      note: '',
      created: env.now(),
    }
    return { patch: [created('matrices', matrix)], label: 'new matrix' }
  },
})

/** Edits a matrix: its title, question and note, and how it counts. */
export const matrixEdit = command({
  name: 'matrix.edit',
  title: 'Edit matrix',
  input: v.object({
    matrix: IdSchema,
    fields: v.partial(
      v.object({
        title: words(300),
        question: words(20_000),
        exclusive: v.boolean(),
        complete: v.boolean(),
        weighted: v.boolean(),
        note: words(200_000),
      }),
    ),
  }),
  run(project, { matrix: id, fields }) {
    const matrix = project.matrices.get(id)
    if (!matrix) return refuse(NO_MATRIX)
    const title = (fields.title ?? matrix.title).trim()
    if (title === '') return refuse('A matrix needs a title. The old title was kept.')
    const edited = { ...matrix, ...given(fields), title }
    if (JSON.stringify(edited) === JSON.stringify(matrix)) return nothing('edit matrix')
    return { patch: [changed('matrices', matrix, edited)], label: 'edit matrix' }
  },
})

/** The fields that were given. */
const given = <Fields extends object>(fields: Fields): { [Key in keyof Fields]: NonNullable<Fields[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: NonNullable<Fields[Key]>
  }

/** Deletes a matrix with its rows and cells. Its claims and relations stay. */
export const matrixRemove = command({
  name: 'matrix.remove',
  title: 'Delete matrix',
  input: v.object({ matrix: IdSchema }),
  run(project, { matrix }) {
    if (!project.matrices.has(matrix)) return refuse(NO_MATRIX)
    return { patch: deletion(project, { matrices: [matrix] }), label: 'delete matrix' }
  },
})
