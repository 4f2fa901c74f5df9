import { runCommand } from '#domain/commands/registry'
import { applyPatch } from '#domain/document/patch'
import { newProject, type Env, type Project } from '#domain/document/project'
import type { CellRating } from '#domain/matrix/ratings'
import type { ScoredRow } from '#domain/matrix/scores'
import { matrixTable } from '#domain/matrix/table'
import { weighedProject } from '#domain/testing/weighed'
import { coneOf } from '#domain/weighing/cone'
import { SUPPOSING_NOTHING } from '#domain/weighing/supposing'
import { tipping } from '#domain/weighing/tipping'
import { weigh, weighingOf } from '#domain/weighing/weigh'
import { chance } from '../texts'
import type { WeighedMap } from './maps'
import * as reference from './reference.mjs'

/** Runs something that often and returns the milliseconds of each run. */
function timed(runs: number, work: (run: number) => unknown): number[] {
  work(0)
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    work(run)
    return performance.now() - start
  })
}

/** All verdicts after a change of a grade, a change of a strength, and with a source supposed off. */
export function measureVerdicts({ project, sparse }: WeighedMap, runs: number) {
  const graded = (run: number) => {
    const source = project.sources.get(`s${run}`)!
    const reliability = source.reliability === 'A' ? ('D' as const) : ('A' as const)
    return { ...project, sources: new Map(project.sources).set(source.id, { ...source, reliability }) }
  }
  const strengthened = (run: number) => {
    const relation = project.relations.get(`r${run}`)!
    const strength = relation.strength === 'strong' ? ('weak' as const) : ('strong' as const)
    return { ...project, relations: new Map(project.relations).set(relation.id, { ...relation, strength }) }
  }
  return {
    grade: timed(runs, (run) => weigh(graded(run))),
    strength: timed(runs, (run) => weigh(strengthened(run))),
    off: timed(runs, (run) => weigh(project, { ...SUPPOSING_NOTHING, sources: new Set([`s${run}`]) })),
    beside: timed(Math.min(runs, 3), () => reference.weigh(sparse)),
  }
}

/** The time to the first smallest set, or to know that there is none, for claims that stand or fall. */
export function measureFirstSet({ project }: WeighedMap, runs: number): number[] {
  const { framework, verdicts } = weigh(project)
  const decided = [...verdicts].filter(([, { verdict }]) => verdict === 'stands' || verdict === 'falls')
  const every = Math.max(1, Math.floor(decided.length / runs))
  return timed(Math.min(runs, decided.length), (run) => {
    const claim = framework.graph.claimAt.get(decided[(run * every) % decided.length]![0])!
    for (const { smallestSets } of tipping(coneOf(project, framework, SUPPOSING_NOTHING, claim))) {
      if (smallestSets.length > 0) break
    }
  })
}

/** The rows and hypotheses of the measured matrix. */
const [ROWS, HYPOTHESES] = [200, 8]

/** A project with a matrix whose cells are relations of the map and ratings of their own, at random. */
function matrixProject(): {
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

function rated(project: Project, row: string, hypothesis: string, rating: CellRating, env: Env): Project {
  const outcome = runCommand(project, 'cell.rate', { row, hypothesis, rating }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const applied = applyPatch(project, outcome.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  return applied.project
}

/** A rating in a matrix of 200 rows and 8 hypotheses: the patch, the verdicts, scores, linchpin rows and all cells. */
export function measureMatrix(runs: number) {
  const { project, rows, hypotheses } = matrixProject()
  let count = 0
  const env = { newId: () => `r${count++}`, now: () => '2026-01-01T00:00:00.000Z' }
  const other = (run: number) =>
    rows.map((row, i) => (i === run % ROWS ? { ...row, cells: { ...row.cells, h0: 'II' as const } } : row))
  return {
    ours: timed(runs, (run) => {
      const now = rated(project, `w${run % ROWS}`, `h${run % HYPOTHESES}`, run % 3 === 0 ? 'CC' : 'II', env)
      return matrixTable(now, weighingOf(now), now.matrices.get('m')!)
    }),
    beside: timed(Math.min(runs, 3), (run) => [
      reference.ach(hypotheses, other(run)),
      reference.linchpinRows(hypotheses, other(run)),
    ]),
  }
}
