import type { Category } from '#domain/records/category'
import type { Excerpt } from '#domain/records/excerpt'
import type { Project } from '#domain/project'
import { DEPTHS } from '../../styles/palette'

/** A passage as it is painted: how many others it lies over decides how it is underlined. */
export interface Painted {
  readonly excerpt: Excerpt
  readonly depth: number
}

/** The passages that have a place in the text, each on the lowest depth that is free where it stands. */
export function paint(excerpts: readonly Excerpt[]): Painted[] {
  const standing = excerpts
    .filter(({ anchor }) => anchor === 'exact' || anchor === 'moved' || anchor === 'edited')
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const ends: number[] = []
  return standing.map((excerpt) => {
    const free = ends.findIndex((end) => end <= excerpt.start)
    const depth = free === -1 ? Math.min(ends.length, DEPTHS - 1) : free
    ends[depth] = Math.max(excerpt.end, free === -1 ? (ends[depth] ?? 0) : 0)
    return { excerpt, depth }
  })
}

/** The category of the claim that a passage belongs to. */
export function categoryOf(project: Project, excerpt: Excerpt): Category | undefined {
  const claim = project.claims.get(excerpt.claim)
  return claim && project.categories.get(claim.category)
}

/** The passages that lie under an offset, the shortest first: what a click most likely means. */
export const under = (painted: readonly Painted[], offset: number): Excerpt[] =>
  painted
    .map(({ excerpt }) => excerpt)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id.localeCompare(b.id))
