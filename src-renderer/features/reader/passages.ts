import type { Category } from '#domain/records/category'
import type { Excerpt } from '#domain/records/excerpt'
import type { Project } from '#domain/document/project'
import { firstThat } from './blocks'
import type { Painted } from './highlight-lanes'

/** The category of the claim that a passage belongs to. */
export function categoryOf(project: Project, excerpt: Excerpt): Category | undefined {
  const claim = project.claims.get(excerpt.claim)
  return claim && project.categories.get(claim.category)
}

/**
 * The passages of which at least one character stands in a stretch of the text. Most of an article's are not looked at.
 * @param painted as `paint` gives them
 */
export function within(painted: readonly Painted[], start: number, end: number): Painted[] {
  const from = firstThat(painted, ({ reach }) => reach > start)
  const to = firstThat(painted, ({ excerpt }) => excerpt.start >= end)
  return painted.slice(from, Math.max(from, to)).filter(({ excerpt }) => excerpt.end > start)
}

/** The passages that lie under an offset, the shortest first: what a click most likely means. */
export const under = (painted: readonly Painted[], offset: number): Excerpt[] =>
  within(painted, offset - 1, offset + 1)
    .map(({ excerpt }) => excerpt)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id.localeCompare(b.id))

/** A stretch of the text as one colour and depth paint it. */
export interface Stroke {
  readonly name: string
  readonly start: number
  end: number
}

/**
 * What is to be painted, in the order of the text. Passages of one name that overlap are one stroke: they look the same,
 * and a page full of them costs the browser a tenth.
 */
export function strokes(painted: readonly Painted[], nameOf: (mark: Painted) => string): Stroke[] {
  const last = new Map<string, Stroke>()
  const all: Stroke[] = []
  for (const mark of painted) {
    const name = nameOf(mark)
    const { start, end } = mark.excerpt
    const before = last.get(name)
    if (before && start < before.end) {
      before.end = Math.max(before.end, end)
      continue
    }
    const stroke = { name, start, end }
    last.set(name, stroke)
    all.push(stroke)
  }
  return all
}
