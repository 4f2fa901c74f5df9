import { excerptsByClaim } from '#domain/queries/excerpt-index'
import type { Project } from '#domain/document/project'
import type { Claim } from '#domain/records/claim'
import { needsReview } from '#domain/records/excerpt'

/** The filters of a search. An empty string stands for any. */
export interface Filters {
  readonly category: string
  readonly source: string
  readonly tag: string
  readonly onNoMap: boolean
  readonly review: boolean
}

export const NO_FILTERS: Filters = { category: '', source: '', tag: '', onNoMap: false, review: false }

/** Whether the filters concern properties that only claims have. */
export const askForClaims = ({ category, tag, onNoMap, review }: Filters): boolean =>
  Boolean(category || tag || onNoMap || review)

export const isNarrowed = (filters: Filters): boolean => askForClaims(filters) || filters.source !== ''

/** A predicate for claims that match all filters. */
export function fitting(project: Project, filters: Filters): (claim: Claim) => boolean {
  const placed = new Set(filters.onNoMap ? [...project.placements.values()].map(({ claim }) => claim) : [])
  const excerpts = excerptsByClaim(project)
  return ({ id, category, tags }) =>
    (!filters.category || category === filters.category) &&
    (!filters.tag || tags.includes(filters.tag)) &&
    (!filters.onNoMap || !placed.has(id)) &&
    (!filters.source || (excerpts.get(id)?.some(({ source }) => source === filters.source) ?? false)) &&
    (!filters.review || (excerpts.get(id)?.some(needsReview) ?? false))
}
