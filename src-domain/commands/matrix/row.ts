import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import type { Project } from '../../document/project'
import type { RecordChange } from '../../document/patch'
import { insertedAt, positionsFor, rowsInOrder } from '../../matrix/row-order'
import { MatrixRowSchema } from '../../records/matrix-row'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'
import { bringIn } from '../shared/new-claim'
import { claimFor, placeNear, WhatSchema } from './matrix-claim'

const NO_ROW = 'The row is no longer in the matrix. Nothing was changed.'
const { reading, seen, credibility, relevance, note } = MatrixRowSchema.entries

/**
 * Adds a claim as evidence to a matrix, below a row or below all. A second row of a claim needs another reading. A new
 * claim also gets a card on the map, if one is given.
 */
export const rowAdd = command({
  name: 'row.add',
  title: 'Add evidence to matrix',
  input: v.object({
    matrix: IdSchema,
    what: WhatSchema,
    reading,
    seen,
    below: v.optional(IdSchema),
    map: v.optional(IdSchema),
  }),
  run(project, { matrix: id, what, reading: as, seen: when, below, map }, env) {
    const matrix = project.matrices.get(id)
    if (!matrix) return refuse('The matrix is no longer in the project. Nothing was added.')
    const subject = claimFor(project, what, 'evidence', env)
    if ('refusal' in subject) return subject
    const { claim, creation } = subject
    if (matrix.hypotheses.includes(claim.id)) {
      return refuse(
        'The claim is a hypothesis of this matrix, so it cannot be evidence in it. Nothing was added.',
      )
    }
    const rows = rowsInOrder(project, id)
    if (rows.some((row) => row.claim === claim.id && row.reading === as)) {
      return refuse('The claim is already in this matrix. Nothing was added.')
    }
    const above = rows.findIndex((row) => row.id === below)
    const { position, others } = insertedAt(rows, above < 0 ? rows.length : above + 1)
    const where = creation.length > 0 ? placeNear(project, map, matrix.hypotheses, 'under', claim) : {}
    const placed = bringIn(project, subject, where, 'add evidence', env)
    if ('refusal' in placed) return placed
    const fields = { position, reading: as, seen: when, credibility: '' as const, relevance: '' as const }
    const row = { id: env.newId(), matrix: id, claim: claim.id, ...fields, note: '' }
    return {
      patch: [...placed.patch, ...moved(project, others), created('rows', row)],
      label: as === 'deception' ? 'enter as deception' : 'add evidence',
    }
  },
})

/** Edits a row: its weights and note. */
export const rowEdit = command({
  name: 'row.edit',
  title: 'Edit row of matrix',
  input: v.object({
    row: IdSchema,
    fields: v.partial(
      v.object({
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
      credibility: fields.credibility ?? row.credibility,
      relevance: fields.relevance ?? row.relevance,
      note: fields.note ?? row.note,
    }
    if (JSON.stringify({ ...row, ...edited }) === JSON.stringify(row)) return nothing('edit row')
    const joins = fields.note === undefined ? {} : { joins: `row note ${id}` }
    return { patch: [changed('rows', row, edited)], label: 'edit row', ...joins }
  },
})

/** Moves a row to another place in the order of its matrix, counted from 0. */
export const rowMove = command({
  name: 'row.move',
  title: 'Move row of matrix',
  input: v.object({ row: IdSchema, to: v.pipe(v.number(), v.integer()) }),
  run(project, { row: id, to }) {
    const row = project.rows.get(id)
    if (!row) return refuse(NO_ROW)
    const others = rowsInOrder(project, row.matrix).filter((each) => each.id !== id)
    const order = others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, row)
    return { patch: moved(project, positionsFor(order)), label: 'move row' }
  },
})

const moved = (project: Project, positions: ReadonlyMap<string, number>): RecordChange[] =>
  [...positions].flatMap(([id, position]) => {
    const row = project.rows.get(id)!
    return row.position === position ? [] : [changed('rows', row, { position })]
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
