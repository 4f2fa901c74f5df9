import * as v from 'valibot'
import type { Patch } from '../../document/patch'
import { isRatedOnMap, ratingOnMap } from '../../matrix/ratings'
import { MatrixCellSchema } from '../../records/matrix-cell'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'
import { cellChanges, isUsed, relationsBetween, stepChange } from './rating'

/**
 * Rates a cell of a matrix. CC, I and II are relations of the map: the same patch adds, changes or deletes the relation
 * between evidence and hypothesis. C, N, NA and blank are cells alone.
 */
export const cellRate = command({
  name: 'cell.rate',
  title: 'Rate cell of matrix',
  input: v.object({
    row: IdSchema,
    hypothesis: IdSchema,
    rating: MatrixCellSchema.entries.rating,
    note: v.optional(words(20_000)),
    /** Deletes the step on the map even if it has details or something leads to it. */
    removeStep: v.optional(v.boolean()),
  }),
  run(project, input, env) {
    const { row: id, hypothesis, rating, note, removeStep } = input
    const row = project.rows.get(id)
    if (!row || !project.matrices.get(row.matrix)?.hypotheses.includes(hypothesis)) {
      return refuse('The row or the hypothesis is no longer in the matrix. Nothing was rated.')
    }
    const between = isRatedOnMap(row) ? relationsBetween(project, row.claim, hypothesis) : []
    if (between.length > 1 && rating !== ratingOnMap(between, row.claim, hypothesis)) {
      return refuse(`The map has ${between.length} steps between these. Change them there.`)
    }
    const step = isRatedOnMap(row)
      ? stepChange(project, row, hypothesis, between, rating, env)
      : { patch: [], isShown: false }
    if (step.removes && !removeStep && isUsed(project, step.removes)) {
      return refuse(
        'The step on the map has details of its own, or another step leads to it. Remove the step too, or leave it.',
        { title: 'Remove the step too', input: { ...input, removeStep: true } },
      )
    }
    const cell = cellChanges(project, row, hypothesis, step.isShown ? '' : rating, note, env)
    const patch: Patch = [...step.patch, ...cell]
    return patch.length === 0
      ? nothing('rate')
      : { patch, label: rating === '' ? 'clear a rating' : `rate as ${rating}` }
  },
})

/** Writes the note on a cell. Its rating stays. */
export const cellNote = command({
  name: 'cell.note',
  title: 'Write a note on a cell of a matrix',
  input: v.object({ row: IdSchema, hypothesis: IdSchema, note: words(20_000) }),
  run(project, { row: id, hypothesis, note }, env) {
    const row = project.rows.get(id)
    if (!row || !project.matrices.get(row.matrix)?.hypotheses.includes(hypothesis)) {
      return refuse('The row or the hypothesis is no longer in the matrix. Nothing was written.')
    }
    const own = [...project.cells.values()].find(
      (cell) => cell.row === id && cell.hypothesis === hypothesis && cell.analyst === '',
    )
    const patch = cellChanges(project, row, hypothesis, own?.rating ?? '', note, env)
    return { patch, label: 'write note', joins: `cell note ${id} ${hypothesis}` }
  },
})
