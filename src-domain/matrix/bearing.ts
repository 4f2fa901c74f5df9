import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import { linksOf } from './links'

/**
 * The claims from which a relation leads to a hypothesis of a matrix, and that are in it neither as evidence nor as a
 * hypothesis. By hypothesis, then in the order of the relations.
 */
export function bearingOn({ relations, rows }: Project, { id, hypotheses }: Matrix): string[] {
  const links = linksOf(relations)
  const bearing = new Set(hypotheses.flatMap((each) => links.to.get(each)?.map(({ from }) => from) ?? []))
  for (const hypothesis of hypotheses) bearing.delete(hypothesis)
  for (const row of rows.values()) if (row.matrix === id) bearing.delete(row.claim)
  return [...bearing]
}
