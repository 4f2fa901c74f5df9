import type { Reference } from '../formats/import/reference'
import type { Project, Table } from '../document/project'
import type { Source } from '../records/source'
import { canonicalAddress, doiOf } from './addresses'
import { SAME_ARTICLE } from './thresholds'
import { canonicalTitle, isTelling } from './titles'

/** A reference that describes a source of the project, and by what it was recognised. */
export interface ReferenceMatch {
  /** The index in the list of references. */
  readonly reference: number
  readonly source: string
  readonly by: 'doi' | 'address' | 'title'
}

/**
 * Matches references to sources by DOI, address, or a nearly equal title of enough words. A source gets the reference
 * that fits best, or none. Several sources (two versions of an article) may get the same one.
 */
export function matchReferences(project: Project, references: readonly Reference[]): ReferenceMatch[] {
  const matches = new Map<string, ReferenceMatch & { readonly score: number }>()
  const sources = knownOf(project.sources)
  references.forEach((reference, index) => {
    const mine = keysOf(reference)
    for (const theirs of sources) {
      const found = fit(mine, theirs)
      if (!found || found.score <= (matches.get(theirs.id)?.score ?? 0)) continue
      matches.set(theirs.id, { reference: index, source: theirs.id, ...found })
    }
  })
  return [...matches.values()].map(({ score: _score, ...match }) => match)
}

interface Keys {
  readonly doi: string
  readonly address: string
  readonly title: string
  readonly pairs: ReadonlyMap<string, number>
  readonly size: number
  readonly year: number
}

const keysOf = (work: Pick<Reference, 'doi' | 'url' | 'title' | 'published'>): Keys => {
  const title = canonicalTitle(work.title)
  const pairs = isTelling(title) ? pairsOf(title) : new Map<string, number>()
  const year = Number(/\b(?:1[5-9]|20)\d\d\b/.exec(work.published)?.[0] ?? 0)
  return { doi: doiOf(work), address: canonicalAddress(work.url), title, pairs, size: title.length - 1, year }
}

const known = new WeakMap<Table<Source>, readonly (Keys & { readonly id: string })[]>()

function knownOf(sources: Table<Source>): readonly (Keys & { readonly id: string })[] {
  const before = known.get(sources)
  if (before) return before
  const all = [...sources.values()].map((source) => ({ id: source.id, ...keysOf(source) }))
  known.set(sources, all)
  return all
}

/** The surest sign that two are the same work. Two different DOIs are two works, whatever their titles. */
function fit(a: Keys, b: Keys): { by: ReferenceMatch['by']; score: number } | undefined {
  if (a.doi && b.doi) return a.doi === b.doi ? { by: 'doi', score: 3 } : undefined
  if (a.address && a.address === b.address) return { by: 'address', score: 2 }
  if (a.year && b.year && Math.abs(a.year - b.year) > 1) return undefined
  const alike = likeness(a, b)
  return alike >= SAME_ARTICLE.titleLikeness ? { by: 'title', score: alike } : undefined
}

/**
 * Dice's coefficient of the letter pairs of two titles (Adamson and Boreham 1974): 1 for equal, 0 for nothing in
 * common.
 */
function likeness(a: Keys, b: Keys): number {
  if (a.pairs.size === 0 || b.pairs.size === 0) return 0
  if (a.title === b.title) return 1
  // The lengths alone bound the coefficient, so most titles need no counting.
  if (2 * Math.min(a.size, b.size) < SAME_ARTICLE.titleLikeness * (a.size + b.size)) return 0
  let common = 0
  for (const [pair, count] of a.pairs) common += Math.min(count, b.pairs.get(pair) ?? 0)
  return (2 * common) / (a.size + b.size)
}

function pairsOf(title: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 1; at < title.length; at++) {
    const pair = title.slice(at - 1, at + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
