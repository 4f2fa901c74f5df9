import type { Project } from '../document/project'
import { newProject } from '../document/project'
import { RATINGS } from '../records/matrix-cell'
import { testEnv } from './env'
import { weighedProject, type SparseProject } from './weighed'

/**
 * A whole project from a random map: every claim has a card, the first two claims are hypotheses of a matrix, all others
 * are its evidence, two claims are judged, and there is a scenario.
 * @param draw a number from which ratings are drawn
 */
export function fullProject(sparse: SparseProject, draw: number): { project: Project; map: string } {
  const env = testEnv('full')
  const empty = newProject('Project', env)
  const weighed = weighedProject(sparse)
  const [map] = empty.maps.keys()
  const ids = [...weighed.claims.keys()]
  const hypotheses = ids.slice(0, 2)
  const evidence = ids.slice(2)
  const byId = <Row extends { id: string }>(list: readonly Row[]) => new Map(list.map((row) => [row.id, row]))
  const rows = evidence.map((claim, position) => ({
    id: `row ${claim}`,
    matrix: 'matrix',
    claim,
    position,
    reading: '' as const,
    seen: (draw >> position) % 5 === 0 ? ('awaited' as const) : ('' as const),
    credibility: '' as const,
    relevance: '' as const,
    note: '',
  }))
  const cells = rows.flatMap((row, i) =>
    hypotheses.map((hypothesis, j) => ({
      id: `${row.id} ${hypothesis}`,
      row: row.id,
      hypothesis,
      rating: RATINGS[(draw + i * 3 + j) % RATINGS.length]!,
      analyst: '',
      note: '',
    })),
  )
  const judged = { likelihood: 'likely', confidence: 'low' as const, basis: 'Two sources.' }
  const claims = new Map(weighed.claims)
  for (const id of hypotheses) claims.set(id, { ...claims.get(id)!, judgement: judged })
  const placements = ids.map((claim, i) => ({
    id: `card ${claim}`,
    map: map!,
    claim,
    x: i * 300,
    y: 0,
    colour: '' as const,
    pinned: false,
    collapsed: false,
    group: '',
  }))
  const matrix = {
    title: 'Matrix',
    question: '',
    hypotheses,
    exclusive: true,
    complete: true,
    weighted: true,
  }
  const scenario = {
    name: 'Scenario',
    sources: [...weighed.sources.keys()].slice(0, 1),
    claims: ids.slice(0, 1),
  }
  const project = {
    ...empty,
    ...weighed,
    claims,
    placements: byId(placements),
    matrices: byId([{ ...matrix, id: 'matrix', note: '', created: env.now() }]),
    rows: byId(rows),
    cells: byId(cells),
    scenarios: byId([{ ...scenario, id: 'scenario', relations: [], given: ids.slice(1, 2), note: '' }]),
  }
  return { project, map: map! }
}
