import * as v from 'valibot'
import { changed, created } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import { isBetween } from '../../matrix/ratings'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'
import { bringIn } from '../shared/new-claim'
import { newRelation } from '../shared/new-records'
import { claimFor, placeNear, WhatSchema } from './matrix-claim'

const NO_MATRIX = 'The matrix is no longer in the project. Nothing was changed.'

/** Adds a hypothesis to a matrix, right of the others. A new claim also gets a card on the map, if one is given. */
export const hypothesisAdd = command({
  name: 'hypothesis.add',
  title: 'Add hypothesis to matrix',
  input: v.object({ matrix: IdSchema, what: WhatSchema, map: v.optional(IdSchema) }),
  run(project, { matrix: id, what, map }, env) {
    const matrix = project.matrices.get(id)
    if (!matrix) return refuse(NO_MATRIX)
    const subject = claimFor(project, what, 'hypothesis', env)
    if ('refusal' in subject) return subject
    const { claim, creation } = subject
    if (matrix.hypotheses.includes(claim.id)) {
      return refuse('The claim is already a hypothesis of this matrix. Nothing was added.')
    }
    if ([...project.rows.values()].some((row) => row.matrix === id && row.claim === claim.id)) {
      return refuse(
        'The claim is evidence in this matrix, so it cannot be a hypothesis of it. Remove its row first.',
      )
    }
    const where = creation.length > 0 ? placeNear(project, map, matrix.hypotheses, 'rival', claim) : {}
    const placed = bringIn(project, subject, where, 'add hypothesis', env)
    if ('refusal' in placed) return placed
    const wider = changed('matrices', matrix, { hypotheses: [...matrix.hypotheses, claim.id] })
    return {
      patch: [...placed.patch, wider],
      label: 'add hypothesis',
      select: { type: 'claim', id: claim.id },
    }
  },
})

/** Moves a hypothesis to another column, counted from 0. */
export const hypothesisMove = command({
  name: 'hypothesis.move',
  title: 'Move hypothesis in matrix',
  input: v.object({ matrix: IdSchema, hypothesis: IdSchema, to: v.pipe(v.number(), v.integer()) }),
  run(project, { matrix: id, hypothesis, to }) {
    const matrix = project.matrices.get(id)
    if (!matrix?.hypotheses.includes(hypothesis)) {
      return refuse('The hypothesis is no longer in the matrix. Nothing was moved.')
    }
    const others = matrix.hypotheses.filter((each) => each !== hypothesis)
    const at = Math.max(0, Math.min(to, others.length))
    if (matrix.hypotheses[at] === hypothesis) return nothing('move hypothesis')
    const hypotheses = others.toSpliced(at, 0, hypothesis)
    return { patch: [changed('matrices', matrix, { hypotheses })], label: 'move hypothesis' }
  },
})

/** Removes a hypothesis from a matrix, with its cells. Its claim and relations stay. */
export const hypothesisRemove = command({
  name: 'hypothesis.remove',
  title: 'Remove hypothesis from matrix',
  input: v.object({ matrix: IdSchema, hypothesis: IdSchema }),
  run(project, { matrix: id, hypothesis }) {
    const matrix = project.matrices.get(id)
    if (!matrix?.hypotheses.includes(hypothesis)) {
      return refuse('The hypothesis is no longer in the matrix. Nothing was removed.')
    }
    const hypotheses = matrix.hypotheses.filter((each) => each !== hypothesis)
    const patch: RecordChange[] = [changed('matrices', matrix, { hypotheses })]
    for (const cell of project.cells.values()) {
      if (cell.hypothesis === hypothesis && project.rows.get(cell.row)?.matrix === id)
        patch.push({ table: 'cells', id: cell.id, from: cell, to: null })
    }
    return { patch, label: 'remove hypothesis' }
  },
})

/** Adds a contradiction between every two hypotheses of a matrix that have none yet. */
export const hypothesesExclude = command({
  name: 'hypotheses.exclude',
  title: 'Let all hypotheses exclude each other',
  input: v.object({ matrix: IdSchema }),
  run(project, { matrix: id }, env) {
    const matrix = project.matrices.get(id)
    if (!matrix) return refuse(NO_MATRIX)
    if (matrix.hypotheses.length < 2)
      return refuse('A matrix needs two hypotheses for this. Nothing was changed.')
    const contradictions = [...project.relations.values()].filter(({ kind }) => kind === 'contradict')
    const patch: RecordChange[] = matrix.exclusive ? [] : [changed('matrices', matrix, { exclusive: true })]
    matrix.hypotheses.forEach((one, i) => {
      for (const other of matrix.hypotheses.slice(i + 1)) {
        if (contradictions.some((each) => isBetween(each, one, other))) continue
        const ends = { premises: [one], targetType: 'claim' as const, target: other }
        patch.push(created('relations', newRelation({ kind: 'contradict', ...ends }, env)))
      }
    })
    return { patch, label: 'exclude each other' }
  },
})
