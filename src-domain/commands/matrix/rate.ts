import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import type { Patch, RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import { isBetween, ratingOnMap, type CellRating } from '../../matrix/ratings'
import { MatrixCellSchema } from '../../records/matrix-cell'
import type { MatrixRow } from '../../records/matrix-row'
import { IdSchema, words } from '../../records/record'
import type { Relation } from '../../records/relation'
import { command, nothing, refuse } from '../command'
import { newRelation } from '../shared/new-records'

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
  run(project, { row: id, hypothesis, rating, note, removeStep }, env) {
    const row = project.rows.get(id)
    if (!row || !project.matrices.get(row.matrix)?.hypotheses.includes(hypothesis)) {
      return refuse('The row or the hypothesis is no longer in the matrix. Nothing was rated.')
    }
    // A deception and an indicator that was not seen yet are never relations of the map.
    const isOnMap = row.reading !== 'deception' && row.seen !== 'awaited'
    const between = isOnMap
      ? [...project.relations.values()].filter((each) => isBetween(each, row.claim, hypothesis))
      : []
    if (between.length > 1 && rating !== ratingOnMap(between, row.claim, hypothesis)) {
      return refuse(`The map has ${between.length} steps between these. Change them there.`)
    }
    const step = isOnMap
      ? onMap(project, row, hypothesis, between, rating, env)
      : { patch: [], isShown: false }
    if (step.removes && !removeStep && isUsed(project, step.removes)) {
      return refuse(
        'The step on the map has details of its own, or another step leads to it. Remove the step too, or leave it.',
      )
    }
    const cell = cellChanges(project, row, hypothesis, step.isShown ? '' : rating, note, env)
    const patch: Patch = [...step.patch, ...cell]
    return patch.length === 0 ? nothing('rate') : { patch, label: 'rate' }
  },
})

interface StepChange {
  readonly patch: Patch
  /** Whether the map shows the rating afterwards, so that no cell is stored. */
  readonly isShown: boolean
  /** The relation that is deleted. */
  readonly removes?: Relation
}

/** What a rating changes on the map. */
function onMap(
  project: Project,
  { claim }: MatrixRow,
  hypothesis: string,
  between: readonly Relation[],
  rating: CellRating,
  env: Env,
): StepChange {
  const [relation] = between
  if (relation && rating === ratingOnMap(between, claim, hypothesis)) return { patch: [], isShown: true }
  const wanted = stepFor(rating, relation)
  if (!wanted) {
    if (!relation) return { patch: [], isShown: false }
    return { patch: deletion(project, { relations: [relation.id] }), isShown: false, removes: relation }
  }
  const ends = { premises: [claim], targetType: 'claim' as const, target: hypothesis }
  if (!relation) {
    const added = { ...newRelation({ kind: wanted.kind, ...ends }, env), strength: wanted.strength }
    return { patch: [created('relations', added)], isShown: true }
  }
  const fields = relation.kind === wanted.kind ? wanted : { ...wanted, ...ends }
  return { patch: [changed('relations', relation, fields)], isShown: true }
}

/** The kind and strength of the step that shows a rating; undefined for a rating that is a cell alone. */
function stepFor(
  rating: CellRating,
  relation: Relation | undefined,
): Pick<Relation, 'kind' | 'strength'> | undefined {
  if (rating === 'CC') return { kind: 'support', strength: 'strong' }
  if (rating === 'C') return relation?.kind === 'support' ? { kind: 'support', strength: '' } : undefined
  if (rating !== 'I' && rating !== 'II') return undefined
  if (relation?.kind === 'contradict') {
    return { kind: 'contradict', strength: rating === 'II' ? '' : 'moderate' }
  }
  return { kind: 'attack', strength: rating === 'II' ? 'strong' : '' }
}

/** Whether something is lost with a relation: its details, or relations that lead to it. */
const isUsed = (project: Project, { id, warrant, scheme, note, answers }: Relation): boolean =>
  warrant !== '' ||
  scheme !== '' ||
  note !== '' ||
  answers.length > 0 ||
  [...project.relations.values()].some(({ targetType, target }) => targetType === 'relation' && target === id)

/** What a rating changes in the cells of the analyst here. A cell without rating and note is deleted. */
function cellChanges(
  project: Project,
  { id: row }: MatrixRow,
  hypothesis: string,
  rating: CellRating,
  note: string | undefined,
  env: Env,
): RecordChange[] {
  const cell = [...project.cells.values()].find(
    (each) => each.row === row && each.hypothesis === hypothesis && each.analyst === '',
  )
  const text = note ?? cell?.note ?? ''
  if (rating === '' && text === '') {
    return cell ? [{ table: 'cells', id: cell.id, from: cell, to: null }] : []
  }
  if (!cell) {
    return [created('cells', { id: env.newId(), row, hypothesis, rating, analyst: '', note: text })]
  }
  return cell.rating === rating && cell.note === text ? [] : [changed('cells', cell, { rating, note: text })]
}
