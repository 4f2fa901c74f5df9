import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { MatrixRowSchema } from '../../records/matrix-row'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'

const NO_ROW = 'The row is no longer in the matrix.'
const { position, reading, seen, credibility, relevance, note } = MatrixRowSchema.entries

/** Adds a claim as evidence to a matrix, below the other rows. A second row of a claim needs another reading. */
export const rowAdd = command({
  name: 'row.add',
  title: 'Add evidence to matrix',
  input: v.object({ matrix: IdSchema, claim: IdSchema, reading }),
  run(project, { matrix: id, claim, reading: as }, env) {
    const matrix = project.matrices.get(id)
    if (!matrix || !project.claims.has(claim)) {
      return refuse('The matrix or the claim is no longer in the project. Nothing was added.')
    }
    if (matrix.hypotheses.includes(claim)) {
      return refuse('The claim is a hypothesis of this matrix, so it cannot be evidence in it.')
    }
    const rows = [...project.rows.values()].filter((row) => row.matrix === id)
    if (rows.some((row) => row.claim === claim && row.reading === as)) {
      return refuse('The claim is already in this matrix. Nothing was added.')
    }
    const row = {
      id: env.newId(),
      matrix: id,
      claim,
      position: 1 + Math.max(0, ...rows.map((each) => each.position)),
      reading: as,
      seen: '' as const,
      credibility: '' as const,
      relevance: '' as const,
      note: '',
    }
    return { patch: [created('rows', row)], label: 'add evidence' }
  },
})

/** Edits a row: its place, weights, note, and whether it was seen. */
export const rowEdit = command({
  name: 'row.edit',
  title: 'Edit row of matrix',
  input: v.object({
    row: IdSchema,
    fields: v.partial(
      v.object({
        position,
        seen: v.unwrap(seen),
        credibility: v.unwrap(credibility),
        relevance: v.unwrap(relevance),
        note: v.unwrap(note),
      }),
    ),
  }),
  run(project, { row: id, fields }) {
    const row = project.rows.get(id)
    if (!row) return refuse(NO_ROW)
    const edited = {
      position: fields.position ?? row.position,
      seen: fields.seen ?? row.seen,
      credibility: fields.credibility ?? row.credibility,
      relevance: fields.relevance ?? row.relevance,
      note: fields.note ?? row.note,
    }
    if (JSON.stringify({ ...row, ...edited }) === JSON.stringify(row)) return nothing('edit row')
    return { patch: [changed('rows', row, edited)], label: 'edit row' }
  },
})

/** Removes a row with its cells. Its claim and relations stay. */
export const rowRemove = command({
  name: 'row.remove',
  title: 'Remove row from matrix',
  input: v.object({ row: IdSchema }),
  run(project, { row }) {
    if (!project.rows.has(row)) return refuse(NO_ROW)
    return { patch: deletion(project, { rows: [row] }), label: 'remove row' }
  },
})
