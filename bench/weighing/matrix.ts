import { runCommand } from '#domain/commands/registry'
import { applyPatch } from '#domain/document/patch'
import { newProject, type Env, type Project } from '#domain/document/project'
import type { CellRating } from '#domain/matrix/ratings'
import type { ScoredRow } from '#domain/matrix/scores'
import { weighedProject } from '#domain/testing/weighed'
import { chance } from '../texts'

/** The rows and hypotheses of the measured matrix. */
export const [ROWS, HYPOTHESES] = [200, 8]

/** A project with a matrix whose cells are relations of the map and ratings of their own, at random. */
export function matrixProject(): {
  readonly project: Project
  readonly rows: readonly ScoredRow[]
  readonly hypotheses: string[]
} {
  const draw = chance(12)
  const ratings = ['CC', 'C', 'N', 'NA', 'I', 'II', ''] as const
  const hypotheses = Array.from({ length: HYPOTHESES }, (_, i) => `h${i}`)
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    id: `w${i}`,
    cells: Object.fromEntries(
      hypotheses.map((each) => [each, ratings[Math.floor(draw() * ratings.length)]!]),
    ),
    credibility: '' as const,
    relevance: '' as const,
  }))
  const env = { newId: () => `n${Math.floor(draw() * 1e12)}`, now: () => '2026-01-01T00:00:00.000Z' }
  let project = newProject('Matrix', env)
  const claims = [...hypotheses, ...rows.map(({ id }) => `e${id}`)].map((id) => ({ id }))
  project = { ...project, ...weighedProject({ claims }) }
  const matrix = {
    id: 'm',
    title: 'Matrix',
    question: '',
    hypotheses,
    exclusive: true,
    complete: false,
    weighted: true,
  }
  const empty = { matrix: 'm', reading: '', seen: '', credibility: '', relevance: '', note: '' } as const
  project = {
    ...project,
    matrices: new Map([['m', { ...matrix, note: '', created: env.now() }]]),
    rows: new Map(rows.map(({ id }, i) => [id, { ...empty, id, claim: `e${id}`, position: i }])),
  }
  for (const row of rows) {
    for (const hypothesis of hypotheses)
      project = rated(project, row.id, hypothesis, row.cells[hypothesis]!, env)
  }
  return { project, rows, hypotheses }
}

/** The project after a rating. */
export function rated(
  project: Project,
  row: string,
  hypothesis: string,
  rating: CellRating,
  env: Env,
): Project {
  const outcome = runCommand(project, 'cell.rate', { row, hypothesis, rating }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const applied = applyPatch(project, outcome.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  return applied.project
}
