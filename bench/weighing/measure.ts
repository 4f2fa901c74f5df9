import { matrixTable } from '#domain/matrix/table'
import { coneOf } from '#domain/weighing/cone'
import { SUPPOSING_NOTHING } from '#domain/weighing/supposing'
import { tipping } from '#domain/weighing/tipping'
import { weigh, weighingOf } from '#domain/weighing/weigh'
import type { WeighedMap } from './maps'
import { HYPOTHESES, matrixProject, rated, ROWS } from './matrix'
import * as reference from './reference.mjs'

/**
 * Runs something that often and returns the milliseconds of processor time of each run.
 * @param before how often it is run before that: the compiler's work on new code counts as work of the process
 */
function timed(runs: number, work: (run: number) => unknown, before = 1): number[] {
  for (let run = 0; run < before; run++) work(run)
  return Array.from({ length: runs }, (_, run) => {
    const start = process.cpuUsage()
    work(run)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
}

/** All verdicts after a change of a grade, a change of a strength, and with a source supposed off, and from nothing. */
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
  const before = weigh(project)
  const off = (run: number) => ({ ...SUPPOSING_NOTHING, sources: new Set([`s${run}`]) })
  return {
    grade: timed(runs, (run) => weigh(graded(run), SUPPOSING_NOTHING, before)),
    strength: timed(runs, (run) => weigh(strengthened(run), SUPPOSING_NOTHING, before)),
    off: timed(runs, (run) => weigh(project, off(run), before)),
    anew: timed(runs, (run) => weigh(graded(run))),
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

/** A rating in a matrix of 200 rows and 8 hypotheses: the patch, the verdicts, scores, linchpin rows and all cells. */
export function measureMatrix(runs: number) {
  const { project, rows, hypotheses } = matrixProject()
  let count = 0
  const env = { newId: () => `r${count++}`, now: () => '2026-01-01T00:00:00.000Z' }
  const other = (run: number) =>
    rows.map((row, i) => (i === run % ROWS ? { ...row, cells: { ...row.cells, h0: 'II' as const } } : row))
  return {
    ours: timed(
      runs,
      (run) => {
        const now = rated(project, `w${run % ROWS}`, `h${run % HYPOTHESES}`, run % 3 === 0 ? 'CC' : 'II', env)
        return matrixTable(now, weighingOf(now), now.matrices.get('m')!)
      },
      60,
    ),
    beside: timed(Math.min(runs, 3), (run) => [
      reference.ach(hypotheses, other(run)),
      reference.linchpinRows(hypotheses, other(run)),
    ]),
  }
}
