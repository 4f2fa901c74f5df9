import type { Category } from '#domain/records/category'
import type { Excerpt } from '#domain/records/excerpt'
import type { Project } from '#domain/project'
import { DEPTHS } from '../../styles/depths'
import { firstThat } from './blocks'

/** A passage as it is painted. */
export interface Painted {
  readonly excerpt: Excerpt
  /** How many others it lies over, which decides how it is underlined; `DEPTHS` where there is no room for its line. */
  readonly depth: number
}

/**
 * The passages that have a place in the text, each on the lowest depth that is free where it stands.
 * @param excerpts of one source, in the order of its text
 * @param before what this gave before: what is as it was is the same object again
 */
export function paint(excerpts: readonly Excerpt[], before: readonly Painted[] = []): Painted[] {
  const ends = Array.from({ length: DEPTHS }, () => 0)
  const painted: Painted[] = []
  let at = 0
  for (const excerpt of excerpts) {
    if (excerpt.anchor === 'lost' || excerpt.anchor === 'ambiguous') continue
    let depth = 0
    while (depth < DEPTHS && ends[depth]! > excerpt.start) depth++
    if (depth < DEPTHS) ends[depth] = excerpt.end
    // One that is gone is stepped over; one that is new is not there to be compared.
    if (before[at]?.excerpt !== excerpt && before[at + 1]?.excerpt === excerpt) at++
    const known = before[at]
    if (known?.excerpt === excerpt) at++
    painted.push(known?.excerpt === excerpt && known.depth === depth ? known : { excerpt, depth })
  }
  return painted
}

/** The category of the claim that a passage belongs to. */
export function categoryOf(project: Project, excerpt: Excerpt): Category | undefined {
  const claim = project.claims.get(excerpt.claim)
  return claim && project.categories.get(claim.category)
}

/** How far the passages reach up to each of them: a long one may end behind many that begin after it. */
const reaches = new WeakMap<readonly Painted[], readonly number[]>()

function reachesOf(painted: readonly Painted[]): readonly number[] {
  const known = reaches.get(painted)
  if (known) return known
  let furthest = 0
  const found = painted.map(({ excerpt }) => (furthest = Math.max(furthest, excerpt.end)))
  reaches.set(painted, found)
  return found
}

/**
 * The passages of which at least one character stands in a stretch of the text. Most of an article's are not looked at.
 * @param painted as `paint` gives them
 */
export function within(painted: readonly Painted[], start: number, end: number): Painted[] {
  const from = firstThat(reachesOf(painted), (reach) => reach > start)
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
