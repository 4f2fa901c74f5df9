import type { Category } from '#domain/records/category'
import type { Excerpt } from '#domain/records/excerpt'
import type { Project } from '#domain/document/project'
import { firstThat } from './blocks'
import type { Painted } from './highlight-lanes'

/** What the colours of passages come from. */
export type Coding = Pick<Project, 'claims' | 'categories'>

/** The category of the claim to which a passage belongs. */
export function categoryOf({ claims, categories }: Coding, excerpt: Excerpt): Category | undefined {
  const claim = claims.get(excerpt.claim)
  return claim && categories.get(claim.category)
}

/**
 * The passages that overlap a span. Most passages of an article are not looked at.
 * @param painted in the order of the text, as `highlightLanes` gives them
 */
export function within(painted: readonly Painted[], start: number, end: number): Painted[] {
  const from = firstThat(painted, ({ reach }) => reach > start)
  const to = firstThat(painted, ({ excerpt }) => excerpt.start >= end)
  return painted.slice(from, Math.max(from, to)).filter(({ excerpt }) => excerpt.end > start)
}

/** The passages under an offset, the shortest first, because a click most likely means that one. */
export const under = (painted: readonly Painted[], offset: number): Excerpt[] =>
  within(painted, offset - 1, offset + 1)
    .map(({ excerpt }) => excerpt)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id.localeCompare(b.id))

/** A span that is painted in one colour and lane. */
export interface Stroke {
  readonly name: string
  readonly start: number
  end: number
}

/**
 * The strokes to paint, in the order of the text. Overlapping passages with the same name become one stroke: they
 * look the same, and on a page full of them this makes painting ten times faster.
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
