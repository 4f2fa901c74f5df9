import { excerptsByClaim } from '#domain/queries/excerpt-index'
import type { Project } from '#domain/document/project'
import type { Claim } from '#domain/records/claim'
import { needsReview, type Excerpt } from '#domain/records/excerpt'
import { bestGrade } from '#domain/queries/grades'
import { FORCE_NAMES } from '#domain/weighing/forces'

/** The filters of a search. An empty string stands for any. */
export interface Filters {
  readonly category: string
  readonly source: string
  readonly tag: string
  /** How strongly the best passage carries the claim, or `ungraded`. */
  readonly grade: string
  readonly onNoMap: boolean
  readonly review: boolean
}

/** The choices of the filter by grade. “Not graded” counts as moderate when claims are weighed, and is apart here. */
export const GRADE_FILTERS = [
  { id: 'strong', name: 'Graded strong (A–B, 1–2)' },
  { id: 'moderate', name: 'Graded moderate (C, 3)' },
  { id: 'weak', name: 'Graded weak (D, 4)' },
  { id: 'none', name: 'Carries nothing (E, 5, lost)' },
  { id: 'ungraded', name: 'Not graded' },
] as const

export const NO_FILTERS: Filters = {
  category: '',
  source: '',
  tag: '',
  grade: '',
  onNoMap: false,
  review: false,
}

/** Whether the filters concern properties that only claims have. */
export const askForClaims = ({ category, tag, grade, onNoMap, review }: Filters): boolean =>
  Boolean(category || tag || grade || onNoMap || review)

export const isNarrowed = (filters: Filters): boolean => askForClaims(filters) || filters.source !== ''

/** A predicate for claims that match all filters. */
export function fitting(project: Project, filters: Filters): (claim: Claim) => boolean {
  const placed = new Set(filters.onNoMap ? [...project.placements.values()].map(({ claim }) => claim) : [])
  const excerpts = excerptsByClaim(project)
  return ({ id, category, tags }) =>
    (!filters.category || category === filters.category) &&
    (!filters.tag || tags.includes(filters.tag)) &&
    (!filters.grade || gradeFits(project, excerpts.get(id) ?? [], filters.grade)) &&
    (!filters.onNoMap || !placed.has(id)) &&
    (!filters.source || (excerpts.get(id)?.some(({ source }) => source === filters.source) ?? false)) &&
    (!filters.review || (excerpts.get(id)?.some(needsReview) ?? false))
}

function gradeFits(project: Project, passages: readonly Excerpt[], wanted: string): boolean {
  const best = bestGrade(project, passages)
  if (!best) return false
  return wanted === 'ungraded' ? best.grade === '' : best.grade !== '' && FORCE_NAMES[best.force] === wanted
}
