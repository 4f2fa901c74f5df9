import * as v from 'valibot'
import { bearingOn } from '../../matrix/bearing'
import { IdSchema } from '../../records/record'
import { command, refuse } from '../command'
import { compose } from '../shared/compose'
import { rowAdd } from './row'

/** Adds all claims to a matrix, below its rows, that the map has for or against one of its hypotheses. */
export const rowsFromMap = command({
  name: 'rows.fromMap',
  title: 'Add evidence from the map',
  input: v.object({ matrix: IdSchema }),
  run(project, { matrix: id }, env) {
    const matrix = project.matrices.get(id)
    if (!matrix) return refuse('The matrix is no longer in the project. Nothing was added.')
    const parts = bearingOn(project, matrix).map(
      (claim) => (now: typeof project) =>
        rowAdd.run(now, { matrix: id, what: { claim }, reading: '', seen: '' }, env),
    )
    return compose(project, 'add evidence from the map', parts)
  },
})
