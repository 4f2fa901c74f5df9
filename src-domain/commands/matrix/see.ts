import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed } from '../../document/change'
import type { Patch } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import { isRatedOnMap, ratingOnMap, type CellRating } from '../../matrix/ratings'
import { MatrixRowSchema, type MatrixRow } from '../../records/matrix-row'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'
import { cellChanges, isUsed, relationsBetween, stepChange } from './rating'

/**
 * Says whether the evidence of a row was seen. One that was not seen yet is an indicator: its ratings are cells alone. When
 * it is seen, they become relations of the map in the same patch; when it is taken back, those relations become cells.
 */
export const rowSee = command({
  name: 'row.see',
  title: 'Mark evidence as seen or not seen yet',
  input: v.object({
    row: IdSchema,
    seen: v.unwrap(MatrixRowSchema.entries.seen),
    /** A note of the row, such as the day on which it was seen. */
    note: v.optional(words(200_000)),
    /** Deletes the steps on the map even if they have details or something leads to them. */
    removeSteps: v.optional(v.boolean()),
  }),
  run(project, input, env) {
    const row = project.rows.get(input.row)
    const matrix = project.matrices.get(row?.matrix ?? '')
    if (!row || !matrix) return refuse('The row is no longer in the matrix. Nothing was changed.')
    const after = { ...row, seen: input.seen, note: input.note ?? row.note }
    if (after.seen === row.seen && after.note === row.note) return nothing('edit row')
    const [was, is] = [isRatedOnMap(row), isRatedOnMap(after)]
    const kept = was && !is && !input.removeSteps ? matrix.hypotheses.filter(isKept) : []
    if (kept.length > 0) {
      return refuse(
        'A step of this row on the map has details of its own, or another step leads to it. Remove the steps too, or leave them.',
        { title: 'Remove the steps too', input: { ...input, removeSteps: true } },
      )
    }
    const patch: Patch = [
      changed('rows', row, { seen: after.seen, note: after.note }),
      ...(is && !was ? toMap(project, row, matrix.hypotheses, env) : []),
      ...(was && !is ? toCells(project, row, matrix.hypotheses, env) : []),
    ]
    return { patch, label: after.seen === '' ? 'mark as seen' : 'mark as not seen yet' }

    function isKept(hypothesis: string): boolean {
      return relationsBetween(project, row!.claim, hypothesis).some((each) => isUsed(project, each))
    }
  },
})

const ratingOf = (project: Project, row: MatrixRow, hypothesis: string): CellRating =>
  [...project.cells.values()].find(
    (cell) => cell.row === row.id && cell.hypothesis === hypothesis && cell.analyst === '',
  )?.rating ?? ''

/** Makes ratings relations, where they are some and the map has none there. */
const toMap = (project: Project, row: MatrixRow, hypotheses: readonly string[], env: Env): Patch =>
  hypotheses.flatMap((hypothesis) => {
    const rating = ratingOf(project, row, hypothesis)
    if (rating === '' || relationsBetween(project, row.claim, hypothesis).length > 0) return []
    const step = stepChange(project, row, hypothesis, [], rating, env)
    return step.isShown ? [...step.patch, ...cellChanges(project, row, hypothesis, '', undefined, env)] : []
  })

/** Makes the relations between evidence and hypotheses ratings of cells. */
function toCells(project: Project, row: MatrixRow, hypotheses: readonly string[], env: Env): Patch {
  const between = hypotheses.map((each) => relationsBetween(project, row.claim, each))
  return [
    ...deletion(project, { relations: between.flat().map(({ id }) => id) }),
    ...hypotheses.flatMap((hypothesis, i) => {
      const rating = ratingOnMap(between[i]!, row.claim, hypothesis)
      return rating === '' ? [] : cellChanges(project, row, hypothesis, rating, undefined, env)
    }),
  ]
}
