import type { Excerpt } from '#domain/records/excerpt'
import { inTextOrder } from '#domain/queries/excerpt-index'
import { DEPTHS } from '../../styles/depths'
import { firstThat } from './blocks'

/** A passage as it is painted. */
export interface Painted {
  readonly excerpt: Excerpt
  /** How many others it lies over, which decides how it is underlined; `DEPTHS` where there is no room for its line. */
  readonly depth: number
  /** Where the furthest of it and those before it ends: a long one may end behind many that begin after it. */
  readonly reach: number
}

/** What is painted of an article, and of which passages. */
export interface Painting {
  readonly excerpts: readonly Excerpt[]
  /** Those that have a place in the text, in its order. */
  readonly marks: readonly Painted[]
}

const EMPTY: Painting = { excerpts: [], marks: [] }

/**
 * The passages that have a place in the text, each on the lowest depth that is free where it stands. Of what this gave
 * before, what is as it was is the same object again, and is not placed anew, nor even looked at: an article may have
 * many thousand marks.
 * @param excerpts of one source, in the order of its text, as `excerptsBySource` gives them
 * @param before what this gave before
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

/** Where the mark of a passage stands among the marks, or would if it had a place. */
function indexIn({ excerpts, marks }: Painting, at: number): number {
  const excerpt = excerpts[at]
  return excerpt ? firstThat(marks, (mark) => inTextOrder(mark.excerpt, excerpt) >= 0) : marks.length
}

/** The marks once those of some passages stand in place of those from `first` to `last`. */
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
  // Those behind a change take other depths until all lies as it lay before.
  while (last < before.length && !lanes.sameAs(lanesBefore, before[last]!.excerpt.start)) {
    const mark = before[last++]!
    lanesBefore.put(mark)
    painted.push(lanes.place(mark.excerpt, mark))
  }
  return painted.concat(before.slice(last))
}

/** What is not where it was said to be is not painted anywhere. */
const hasPlace = ({ anchor }: Excerpt): boolean => anchor !== 'lost' && anchor !== 'ambiguous'

/** Where the last passage of each depth ends. */
class Lanes {
  readonly #ends = Array.from({ length: DEPTHS }, () => 0)
  #reach = 0

  /** Puts a passage on the lowest depth that is free; what comes to the same as before is what it was before. */
  place(excerpt: Excerpt, before?: Painted): Painted {
    const free = this.#ends.findIndex((end) => end <= excerpt.start)
    const depth = free < 0 ? DEPTHS : free
    const reach = Math.max(this.#reach, excerpt.end)
    const mark = before?.depth === depth && before.reach === reach ? before : { excerpt, depth, reach }
    this.put(mark)
    return mark
  }

  /** Puts a passage where it was placed. */
  put({ excerpt, depth, reach }: Painted): void {
    if (depth < DEPTHS) this.#ends[depth] = excerpt.end
    this.#reach = Math.max(this.#reach, reach)
  }

  /** Whether what begins here or later is placed the same in both. */
  sameAs(other: Lanes, start: number): boolean {
    const isSame = (end: number, depth: number) =>
      end === other.#ends[depth] || Math.max(end, other.#ends[depth]!) <= start
    return this.#reach === other.#reach && this.#ends.every(isSame)
  }
}

/** As they are once the first so many passages are placed: those that end last on each depth are the last of it. */
function lanesAfter(painted: readonly Painted[], count: number): Lanes {
  const lanes = new Lanes()
  const missing = new Set(Array.from({ length: DEPTHS }, (_, depth) => depth))
  for (let at = count - 1; at >= 0 && missing.size > 0; at--) {
    const mark = painted[at]!
    if (missing.delete(mark.depth) || at === count - 1) lanes.put(mark)
  }
  return lanes
}
