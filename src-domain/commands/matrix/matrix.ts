import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { matrixFault } from '../../document/matrix-rules'
import type { RecordChange } from '../../document/patch'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

const NO_MATRIX = 'The matrix is no longer in the project.'

/** Adds a matrix of some hypotheses. */
export const matrixAdd = command({
  name: 'matrix.add',
  title: 'Add matrix',
  input: v.object({ title: words(300), hypotheses: v.array(IdSchema) }),
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
    return { patch: [created('matrices', matrix)], label: 'add matrix' }
  },
})

/** Edits a matrix. A hypothesis that leaves it takes its cells along. */
export const matrixEdit = command({
  name: 'matrix.edit',
  title: 'Edit matrix',
  input: v.object({
    matrix: IdSchema,
    fields: v.partial(
      v.object({
        title: words(300),
        question: words(20_000),
        hypotheses: v.array(IdSchema),
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
    const hypotheses = [...new Set(fields.hypotheses ?? matrix.hypotheses)]
    if (!hypotheses.every((each) => project.claims.has(each))) {
      return refuse('A hypothesis is no longer in the project. Nothing was changed.')
    }
    const title = (fields.title ?? matrix.title).trim()
    if (title === '') return refuse('A matrix needs a title. The old title was kept.')
    const edited = { ...matrix, ...given(fields), title, hypotheses }
    const rows = [...project.rows.values()].filter((row) => row.matrix === id)
    if (matrixFault(edited, rows, () => [])) {
      return refuse('A claim cannot be evidence and hypothesis of one matrix. Remove its row first.')
    }
    const columns = new Set(hypotheses)
    const own = new Set(rows.map((row) => row.id))
    const dropped = [...project.cells.values()].filter(
      (cell) => own.has(cell.row) && !columns.has(cell.hypothesis),
    )
    if (JSON.stringify(edited) === JSON.stringify(matrix)) return nothing('edit matrix')
    const patch: RecordChange[] = [changed('matrices', matrix, edited)]
    for (const cell of dropped) patch.push({ table: 'cells', id: cell.id, from: cell, to: null })
    return { patch, label: 'edit matrix' }
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
