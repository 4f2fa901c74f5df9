import { leaningOf } from './balance'
import { without, type Cone } from './cone'
import { evaluate } from './evaluation'
import { BASE_KINDS, type Weighed } from './grounds'
import { leastGrade } from './least-grade'
import { sideOf } from './rests-on'
import { keyInWords } from './supposing-in-words'
import { tipping, type Tipping } from './tipping'
import type { VerdictName } from './verdict'
import type { Weighing } from './weigh'

/** The kinds of things on which a verdict hangs. The first are those that an analyst doubts first. */
export const THING_KINDS = ['assumption', 'source', 'evidence', 'claim', 'step'] as const

export type ThingKind = (typeof THING_KINDS)[number]

/** Something that can be given up, for the screen. */
export interface HangingThing {
  /** `source:`, `claim:` or `step:` and its id. */
  readonly key: string
  readonly kind: ThingKind
  readonly name: string
}

/** A set of things; giving up all of them changes the verdict. */
export interface TippingSet {
  readonly things: readonly HangingThing[]
  /** What the claim does without them; given for a contested claim. */
  readonly then?: 'stand' | 'fall'
}

/** What the verdict of a claim hangs on. */
export interface HangsOn {
  /** The smallest sets, the smaller first; of equals those with an assumption or a source. */
  readonly sets: readonly TippingSet[]
  /** Whether these are all sets of up to three things. */
  readonly complete: boolean
  /** For sources that may not sink to E: how far each may. */
  readonly grades: readonly { readonly source: string; readonly least: string }[]
  /** To which side the map leans about a contested claim, in a sentence; empty if it is not contested or not known. */
  readonly balance: string
}

/**
 * Looks for what the verdict of a claim hangs on. Yields what is found so far after every evaluation, so that the page
 * can go on between them.
 */
export function* hangsOn(project: Weighed, weighing: Weighing, cone: Cone): Generator<Tipping, HangsOn> {
  const found = yield* tipping(cone)
  const thing = (key: string): HangingThing => ({
    key,
    kind: kindOf(weighing, key),
    name: keyInWords(project, key),
  })
  const side = sideOf(evaluate(cone.framework))
  const sets = found.smallestSets.map((keys): TippingSet => {
    const things = keys.map(thing).sort((a, b) => rank(a) - rank(b))
    if (side !== 1) return { things }
    return { things, then: sideOf(evaluate(without(cone, new Set(keys)))) === 2 ? 'stand' : 'fall' }
  })
  sets.sort((a, b) => a.things.length - b.things.length || rank(a.things[0]!) - rank(b.things[0]!))
  const grades: { source: string; least: string }[] = []
  for (const key of found.restsOn) {
    const source = key.startsWith('source:') ? project.sources.get(key.slice('source:'.length)) : undefined
    const least = source && leastGrade(cone, source)
    if (source && least) grades.push({ source: source.id, least })
    yield found
  }
  const leans = side === 1 ? leaningOf(cone) : undefined
  return {
    sets,
    complete: found.complete,
    grades,
    balance: leans ? `On balance: ${leans === 'even' ? leans : `${leans} it`}.` : '',
  }
}

const rank = ({ kind }: HangingThing): number => THING_KINDS.indexOf(kind)

function kindOf({ framework: { graph, grounds } }: Weighing, key: string): ThingKind {
  if (key.startsWith('source:')) return 'source'
  const claim = key.startsWith('claim:') ? graph.claimAt.get(key.slice('claim:'.length)) : undefined
  if (claim === undefined) return 'step'
  if (grounds.bare[claim] === 1 || grounds.given[claim] === 1) return 'assumption'
  return BASE_KINDS[grounds.kind[claim]!] === 'passages' ? 'evidence' : 'claim'
}

/**
 * The words before the sets of a size: “Gives way if any one of these does:”, “Or if both of these do:”.
 * @param count of the sets
 */
export function groupInWords(
  verdict: VerdictName,
  { size, count }: { readonly size: number; readonly count: number },
  isFirst: boolean,
): string {
  const one = count === 1 ? 'this' : 'any one of these'
  const which = [one, 'both of these', 'all three of these'][size - 1]
  const does = size === 1 ? 'does' : 'do'
  if (!isFirst) return `Or if ${which} ${does}:`
  if (verdict === 'stands') return `Gives way if ${which} ${does}:`
  return `No longer ${verdict === 'falls' ? 'falls' : 'unsupported'} if ${which} ${size === 1 ? 'gives' : 'give'} way:`
}

/** What is said instead if there is no set; the verdict and the reason of it say why. */
export function nothingToGiveUp(verdict: VerdictName, because: string): string {
  if (because === 'set aside') return 'Nothing else bears on it while it is set aside.'
  if (because === 'given') return 'Nothing else bears on it while it is taken as given.'
  if (verdict === 'unsupported') return 'Nothing to give up would make it stand; it needs a reason.'
  if (verdict === 'contested') return 'No single thing would decide it.'
  return 'The verdict stays, whichever three things you give up.'
}
