import type { CommandInputs } from '../commands/registry'
import type { Project } from '../document/project'
import { CONFIDENCES } from '../records/claim'
import { RATINGS } from '../records/matrix-cell'
import { TIE_KINDS } from '../records/tie'
import { WEIGHTS } from '../records/matrix-row'
import { YARDSTICK_NAMES } from '../vocabulary/yardsticks'
import type { Draw } from './draw'

/** Generators of inputs for the commands that concern weighing: standing, judgement, grades, matrices, scenarios and ties. */
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
  'project.yardstick': (draw: Draw): CommandInputs['project.yardstick'] => ({
    yardstick: draw.of(['', ...YARDSTICK_NAMES]),
  }),
  'matrix.add': (draw: Draw): CommandInputs['matrix.add'] => ({
    title: draw.text().slice(0, 300),
    hypotheses: draw.ids('claims'),
  }),
  'matrix.edit': (draw: Draw): CommandInputs['matrix.edit'] => ({
    matrix: draw.id('matrices'),
    fields: {
      ...draw.maybe({ title: draw.text().slice(0, 300), note: draw.text() }),
      ...draw.maybe({ weighted: draw.upTo(1) > 0, complete: true }),
    },
  }),
  'matrix.remove': (draw: Draw): CommandInputs['matrix.remove'] => ({ matrix: draw.id('matrices') }),
  'hypothesis.add': (draw: Draw): CommandInputs['hypothesis.add'] => ({
    matrix: draw.id('matrices'),
    what: whatOf(draw),
    ...draw.maybe({ map: draw.id('maps') }),
  }),
  'hypothesis.move': (draw: Draw, project: Project): CommandInputs['hypothesis.move'] => {
    const matrix = draw.id('matrices')
    return { matrix, hypothesis: hypothesisOf(draw, project, matrix), to: draw.upTo(9) - 3 }
  },
  'hypothesis.remove': (draw: Draw, project: Project): CommandInputs['hypothesis.remove'] => {
    const matrix = draw.id('matrices')
    return { matrix, hypothesis: hypothesisOf(draw, project, matrix) }
  },
  'hypotheses.exclude': (draw: Draw): CommandInputs['hypotheses.exclude'] => ({
    matrix: draw.id('matrices'),
  }),
  'row.add': (draw: Draw): CommandInputs['row.add'] => ({
    matrix: draw.id('matrices'),
    what: whatOf(draw),
    reading: draw.of(['', '', 'face', 'deception']),
    ...draw.maybe({ seen: draw.of(['', 'awaited'] as const), below: draw.id('rows') }),
    ...draw.maybe({ map: draw.id('maps') }),
  }),
  'rows.fromMap': (draw: Draw): CommandInputs['rows.fromMap'] => ({ matrix: draw.id('matrices') }),
  'row.edit': (draw: Draw): CommandInputs['row.edit'] => ({
    row: draw.id('rows'),
    fields: {
      ...draw.maybe({ note: draw.text() }),
      ...draw.maybe({ credibility: draw.of(WEIGHTS), relevance: draw.of(['', ...WEIGHTS] as const) }),
    },
  }),
  'row.move': (draw: Draw): CommandInputs['row.move'] => ({ row: draw.id('rows'), to: draw.upTo(9) - 3 }),
  'row.see': (draw: Draw): CommandInputs['row.see'] => ({
    row: draw.id('rows'),
    seen: draw.of(['', 'awaited']),
    ...draw.maybe({ note: draw.text() }),
    ...draw.maybe({ removeSteps: draw.upTo(1) > 0 }),
  }),
  'row.remove': (draw: Draw): CommandInputs['row.remove'] => ({ row: draw.id('rows') }),
  'cell.rate': (draw: Draw, project: Project): CommandInputs['cell.rate'] => ({
    ...cellOf(draw, project),
    rating: draw.of(['', ...RATINGS]),
    ...draw.maybe({ note: draw.text() }),
    ...draw.maybe({ removeStep: draw.upTo(1) > 0 }),
  }),
  'cell.note': (draw: Draw, project: Project): CommandInputs['cell.note'] => ({
    ...cellOf(draw, project),
    note: draw.text(),
  }),
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
  'tie.add': (draw: Draw): CommandInputs['tie.add'] => ({
    kind: draw.of(TIE_KINDS),
    sources: draw.ids('sources'),
    reason: draw.text(),
  }),
  'tie.explain': (draw: Draw): CommandInputs['tie.explain'] => ({
    tie: draw.id('ties'),
    reason: draw.text(),
  }),
  'tie.remove': (draw: Draw): CommandInputs['tie.remove'] => ({ ties: draw.ids('ties') }),
  'scenario.remove': (draw: Draw): CommandInputs['scenario.remove'] => ({ scenario: draw.id('scenarios') }),
}

const whatOf = (draw: Draw): CommandInputs['row.add']['what'] =>
  draw.upTo(2) > 0 ? { claim: draw.id('claims') } : { text: draw.text() }

function hypothesisOf(draw: Draw, project: Project, matrix: string): string {
  const hypotheses = project.matrices.get(matrix)?.hypotheses ?? []
  return hypotheses.length > 0 ? draw.of(hypotheses) : draw.id('claims')
}

function cellOf(draw: Draw, project: Project): { row: string; hypothesis: string } {
  const row = draw.id('rows')
  return { row, hypothesis: hypothesisOf(draw, project, project.rows.get(row)?.matrix ?? '') }
}
