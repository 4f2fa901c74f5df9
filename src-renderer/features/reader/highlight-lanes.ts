import type { Excerpt } from '#domain/records/excerpt'
import { inTextOrder } from '#domain/queries/excerpt-index'
import { DEPTHS } from '../../styles/depths'
import { firstThat } from './blocks'

/** A passage with its lane. */
export interface Painted {
  readonly excerpt: Excerpt
  /**
   * The lane: how many passages it lies over. It decides the underline; `DEPTHS` means that there is no room for a
   * line.
   */
  readonly depth: number
  /** The furthest end of this passage and all before it, since a long one may end behind many that begin after it. */
  readonly reach: number
}

/** The marks of an article, and the excerpts that they were made from. */
export interface Painting {
  readonly excerpts: readonly Excerpt[]
  /** The passages that have a place in the text, in its order. */
  readonly marks: readonly Painted[]
}

const EMPTY: Painting = { excerpts: [], marks: [] }

/**
 * Assigns each passage that has a place in the text the lowest free lane. Unchanged marks of the last painting are
 * reused without looking at them, because an article may have many thousands.
 * @param excerpts of one source, in the order of its text, as `excerptsBySource` gives them
 * @param before the last painting
 */
export function highlightLanes(excerpts: readonly Excerpt[], before = EMPTY): Painting {
  let from = 0
  while (from < excerpts.length && excerpts[from] === before.excerpts[from]) from++
  let [to, until] = [excerpts.length, before.excerpts.length]
  while (Math.min(to, until) > from && excerpts[to - 1] === before.excerpts[until - 1])
    [to, until] = [to - 1, until - 1]

  const marks = marksAfter(
    excerpts.slice(from, to),
    before.marks,
    indexIn(before, from),
    indexIn(before, until),
  )
  return { excerpts, marks }
}

/** The index of a passage's mark, or the index it would have if it had a place. */
function indexIn({ excerpts, marks }: Painting, at: number): number {
  const excerpt = excerpts[at]
  return excerpt ? firstThat(marks, (mark) => inTextOrder(mark.excerpt, excerpt) >= 0) : marks.length
}

/** The marks after those from `first` to `last` are replaced by those of some passages. */
function marksAfter(
  fresh: readonly Excerpt[],
  before: readonly Painted[],
  first: number,
  last: number,
): readonly Painted[] {
  const lanes = lanesAfter(before, first)
  const lanesBefore = lanesAfter(before, last)
  const painted = before.slice(0, first)
  const known = new Map(before.slice(first, last).map((mark) => [mark.excerpt, mark]))
  for (const excerpt of fresh) {
    if (hasPlace(excerpt)) painted.push(lanes.place(excerpt, known.get(excerpt)))
  }
  // Marks behind a change get new lanes until the lanes are the same as before.
  while (last < before.length && !lanes.sameAs(lanesBefore, before[last]!.excerpt.start)) {
    const mark = before[last++]!
    lanesBefore.put(mark)
    painted.push(lanes.place(mark.excerpt, mark))
  }
  return painted.concat(before.slice(last))
}

/** Passages that are not where they were are not painted. */
const hasPlace = ({ anchor }: Excerpt): boolean => anchor !== 'lost' && anchor !== 'ambiguous'

/** The end of the last passage in each lane. */
class Lanes {
  readonly #ends = Array.from({ length: DEPTHS }, () => 0)
  #reach = 0

  /** Puts a passage into the lowest free lane. Returns the mark from before if it is equal. */
  place(excerpt: Excerpt, before?: Painted): Painted {
    const free = this.#ends.findIndex((end) => end <= excerpt.start)
    const depth = free < 0 ? DEPTHS : free
    const reach = Math.max(this.#reach, excerpt.end)
    const mark = before?.depth === depth && before.reach === reach ? before : { excerpt, depth, reach }
    this.put(mark)
    return mark
  }

  /** Puts a passage into the lane that it had. */
  put({ excerpt, depth, reach }: Painted): void {
    if (depth < DEPTHS) this.#ends[depth] = excerpt.end
    this.#reach = Math.max(this.#reach, reach)
  }

  /** Whether passages from `start` on get the same lanes in both. */
  sameAs(other: Lanes, start: number): boolean {
    const isSame = (end: number, depth: number) =>
      end === other.#ends[depth] || Math.max(end, other.#ends[depth]!) <= start
    return this.#reach === other.#reach && this.#ends.every(isSame)
  }
}

/** The lanes after the first `count` passages: the last passage of each lane is the one that ends last. */
function lanesAfter(painted: readonly Painted[], count: number): Lanes {
  const lanes = new Lanes()
  const missing = new Set(Array.from({ length: DEPTHS }, (_, depth) => depth))
  for (let at = count - 1; at >= 0 && missing.size > 0; at--) {
    const mark = painted[at]!
    if (missing.delete(mark.depth) || at === count - 1) lanes.put(mark)
  }
  return lanes
}
