import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import { linksOf } from './links'

/** The claims of a matrix: its hypotheses and its evidence. */
export function claimsIn({ rows }: Pick<Project, 'rows'>, { id, hypotheses }: Matrix): Set<string> {
  const evidence = [...rows.values()].flatMap(({ matrix, claim }) => (matrix === id ? claim : []))
  return new Set([...hypotheses, ...evidence])
}

/**
 * The claims from which a relation leads to a hypothesis of a matrix, and that are in it neither as evidence nor as a
 * hypothesis. By hypothesis, then in the order of the relations.
 */
export function bearingOn(project: Project, matrix: Matrix): string[] {
  const { to } = linksOf(project.relations)
  const there = claimsIn(project, matrix)
  const bearing = matrix.hypotheses.flatMap((each) => to.get(each)?.map(({ from }) => from) ?? [])
  return [...new Set(bearing)].filter((claim) => !there.has(claim))
}
