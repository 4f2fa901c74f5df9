import type { Project } from '../document/project'
import { excerptsByClaim } from '../queries/excerpt-index'
import { WEIGHTS } from '../records/matrix-row'
import type { Findings } from './findings'
import type { ShownRow } from './matrix-of'

/** The orders in which a matrix can show its rows. */
export const SORTS = {
  hand: 'By hand',
  separates: 'What separates most',
  credibility: 'Credibility',
  relevance: 'Relevance',
  source: 'Source',
} as const

export type Sort = keyof typeof SORTS

/** The rows in an order; equals stay in the order by hand. */
export function sortedRows<Row extends ShownRow>(
  project: Pick<Project, 'excerpts' | 'sources'>,
  rows: readonly Row[],
  { diagnosticity }: Findings,
  sort: Sort,
): readonly Row[] {
  switch (sort) {
    case 'hand':
      return rows
    case 'separates':
      return rows.toSorted((a, b) => {
        const [one, other] = [diagnosticity.get(a.id), diagnosticity.get(b.id)]
        return (other?.spread ?? 0) - (one?.spread ?? 0) || (other?.deviation ?? 0) - (one?.deviation ?? 0)
      })
    case 'credibility':
    case 'relevance':
      return rows.toSorted((a, b) => WEIGHTS.indexOf(b[sort]) - WEIGHTS.indexOf(a[sort]))
    case 'source': {
      const passages = excerptsByClaim(project)
      const titleOf = ({ claim }: Row) =>
        project.sources.get(passages.get(claim)?.[0]?.source ?? '')?.title ?? '\uffff'
      return rows.toSorted((a, b) => titleOf(a).localeCompare(titleOf(b)))
    }
  }
}
