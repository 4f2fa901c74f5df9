import { thingKey, without, type Cone } from './cone'
import { evaluate } from './evaluation'
import { restsOn, sideOf } from './rests-on'

/** What would change a verdict. */
export interface Tipping {
  /** The keys of what the verdict rests on, sorted; empty for a contested claim. */
  readonly restsOn: readonly string[]
  /** Sets of keys, the smaller first: giving up all of one set changes the side of the verdict. */
  readonly smallestSets: readonly (readonly string[])[]
  /** Whether these are all such sets of up to three things. */
  readonly complete: boolean
}

/** The most things in a set. Without a bound the question is NP-hard. */
const MOST = 3
/** The most evaluations. */
const BUDGET = 2000
/** The most things that are tried for a contested claim. */
const MOST_TRIED = 500

/**
 * Finds the smallest sets, by inclusion, whose giving up changes the side of the verdict of a cone's claim: stands,
 * contested or does not stand. The claim itself is never given up. A hitting-set tree, breadth first (Reiter, Artificial
 * Intelligence 32, 1987): every set that changes the verdict contains something that it rests on, whatever else was given
 * up. For a contested claim only single things are tried.
 *
 * The search yields what it has after every evaluation, so that a page can stay responsive meanwhile.
 * @param budget the most evaluations
 */
export function* tipping(cone: Cone, budget = BUDGET): Generator<Tipping, Tipping> {
  const evaluation = evaluate(cone.framework)
  const start = sideOf(evaluation)
  if (start === 1) return yield* deciding(cone)
  const rests = [...restsOn(cone, cone.framework, new Set(), evaluation)].sort()
  const own = thingKey({ kind: 'claim', id: cone.claims[0]! })
  const found: ReadonlySet<string>[] = []
  const met = new Set<string>()
  let spent = 1
  const result = (complete: boolean): Tipping => ({ restsOn: rests, smallestSets: ordered(found), complete })
  let layer = branches(new Set(), rests, own)
  for (let size = 1; size <= MOST && layer.length > 0; size++) {
    const next: ReadonlySet<string>[] = []
    for (const set of layer) {
      const key = [...set].sort().join('\n')
      if (met.has(key) || found.some((smaller) => isWithin(smaller, set))) continue
      met.add(key)
      if (spent++ >= budget) return result(false)
      const framework = without(cone, set)
      const now = evaluate(framework)
      if (sideOf(now) !== start) found.push(set)
      else if (size < MOST) next.push(...branches(set, restsOn(cone, framework, set, now), own))
      yield result(false)
    }
    layer = next
  }
  return result(true)
}

/** The search without pauses. */
export function tippingOf(cone: Cone, budget = BUDGET): Tipping {
  const search = tipping(cone, budget)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

/** The single things that decide a contested claim. Larger sets are not looked for. */
function* deciding(cone: Cone): Generator<Tipping, Tipping> {
  const things = thingsOf(cone)
  const found: ReadonlySet<string>[] = []
  const result = (): Tipping => ({
    restsOn: [],
    smallestSets: ordered(found),
    complete: things.length === 0,
  })
  for (const thing of things.slice(0, MOST_TRIED)) {
    const set = new Set([thing])
    if (sideOf(evaluate(without(cone, set))) !== 1) found.push(set)
    yield result()
  }
  return result()
}

/** The keys of all things in a cone but its claim: sources first, then claims, then steps. */
function thingsOf(cone: Cone): string[] {
  const sources = cone.passages.flatMap((list) => list.map(({ source }) => `source:${source}`))
  const claims = cone.claims.slice(1).map((id) => `claim:${id}`)
  return [...new Set([...sources, ...claims, ...cone.relations.map((id) => `step:${id}`)])]
}

const branches = (set: ReadonlySet<string>, by: Iterable<string>, own: string): ReadonlySet<string>[] =>
  [...by].filter((key) => key !== own && !set.has(key)).map((key) => new Set([...set, key]))

const isWithin = (smaller: ReadonlySet<string>, set: ReadonlySet<string>): boolean => {
  for (const key of smaller) if (!set.has(key)) return false
  return true
}

const ordered = (found: readonly ReadonlySet<string>[]): string[][] =>
  found.map((set) => [...set].sort()).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
