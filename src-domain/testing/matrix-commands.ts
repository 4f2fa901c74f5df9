import type { CommandInputs } from '../commands/registry'
import type { Project } from '../document/project'
import { CONFIDENCES } from '../records/claim'
import { RATINGS } from '../records/matrix-cell'
import { WEIGHTS } from '../records/matrix-row'
import type { Draw } from './draw'

/** Generators of inputs for the commands that concern weighing: standing, judgement, grades, matrices and scenarios. */
export const MATRIX_INPUTS = {
  'claim.standing': (draw: Draw): CommandInputs['claim.standing'] => ({
    claim: draw.id('claims'),
    standing: draw.of(['', 'given', 'aside']),
    ...draw.maybe({ note: draw.text() }),
  }),
  'claim.judge': (draw: Draw): CommandInputs['claim.judge'] => ({
    claim: draw.id('claims'),
    likelihood: draw.of(['', 'likely', 'nobody says so']),
    confidence: draw.of(['', ...CONFIDENCES]),
    basis: draw.of(['', draw.text()]),
  }),
  'excerpt.credibility': (draw: Draw): CommandInputs['excerpt.credibility'] => ({
    excerpt: draw.id('excerpts'),
    credibility: draw.of(['', '1', '3', '6']),
  }),
  'matrix.add': (draw: Draw): CommandInputs['matrix.add'] => ({
    title: draw.text().slice(0, 300),
    hypotheses: draw.ids('claims'),
  }),
  'matrix.edit': (draw: Draw): CommandInputs['matrix.edit'] => ({
    matrix: draw.id('matrices'),
    fields: {
      ...draw.maybe({ title: draw.text().slice(0, 300), note: draw.text() }),
      ...draw.maybe({ hypotheses: draw.ids('claims') }),
      ...draw.maybe({ weighted: draw.upTo(1) > 0, complete: true }),
    },
  }),
  'matrix.remove': (draw: Draw): CommandInputs['matrix.remove'] => ({ matrix: draw.id('matrices') }),
  'row.add': (draw: Draw): CommandInputs['row.add'] => ({
    matrix: draw.id('matrices'),
    claim: draw.id('claims'),
    reading: draw.of(['', '', 'face', 'deception']),
  }),
  'row.edit': (draw: Draw): CommandInputs['row.edit'] => ({
    row: draw.id('rows'),
    fields: {
      ...draw.maybe({ position: draw.upTo(9) - 4 }),
      ...draw.maybe({ seen: draw.of(['', 'awaited'] as const), note: draw.text() }),
      ...draw.maybe({ credibility: draw.of(WEIGHTS), relevance: draw.of(['', ...WEIGHTS] as const) }),
    },
  }),
  'row.remove': (draw: Draw): CommandInputs['row.remove'] => ({ row: draw.id('rows') }),
  'cell.rate': (draw: Draw, project: Project): CommandInputs['cell.rate'] => {
    const row = draw.id('rows')
    const matrix = project.matrices.get(project.rows.get(row)?.matrix ?? '')
    const hypotheses = matrix?.hypotheses.length ? matrix.hypotheses : [draw.id('claims')]
    return {
      row,
      hypothesis: draw.of(hypotheses),
      rating: draw.of(['', ...RATINGS]),
      ...draw.maybe({ note: draw.text() }),
      ...draw.maybe({ removeStep: draw.upTo(1) > 0 }),
    }
  },
  'scenario.keep': (draw: Draw): CommandInputs['scenario.keep'] => ({
    name: draw.text().slice(0, 300),
    sources: draw.ids('sources'),
    claims: draw.ids('claims'),
    relations: draw.ids('relations'),
    given: draw.ids('claims'),
  }),
  'scenario.edit': (draw: Draw): CommandInputs['scenario.edit'] => ({
    scenario: draw.id('scenarios'),
    fields: { ...draw.maybe({ name: draw.text().slice(0, 300) }), ...draw.maybe({ note: draw.text() }) },
  }),
  'scenario.remove': (draw: Draw): CommandInputs['scenario.remove'] => ({ scenario: draw.id('scenarios') }),
}
