import { groupBy } from '../collections/group-by'
import type { Project } from '../document/project'
import type { Tie } from '../records/tie'
import type { SharedText } from './find'

/** Two sources that share text. */
export type SharingPair = Pick<SharedText, 'one' | 'other'>

/**
 * Which sources count as one: for each that is not independent of all others, the id of one of its group. Sources that
 * are not in it are independent.
 */
export type SourceGroups = ReadonlyMap<string, string>

export const NO_GROUPS: SourceGroups = new Map()

/** The key of two sources, whichever comes first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/**
 * Groups the sources of a project that depend on one another: those that share text, those that the analyst counts as
 * one, and through them all others. Two that the analyst takes as independent do not join; they may be in one group
 * through a third.
 */
export function sourceGroups({ ties }: Pick<Project, 'ties'>, shared: Iterable<SharingPair>): SourceGroups {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    parents.set(id, root)
    return root
  }
  const join = (one: string, other: string) => {
    const [a, b] = [rootOf(one), rootOf(other)].sort()
    parents.set(b!, a!)
  }
  const decided = decisions({ ties })
  for (const { one, other } of shared)
    if (decided.get(pairKey(one, other)) !== 'independent') join(one, other)
  for (const { kind, source, other } of ties.values())
    if (kind === 'one' && decided.get(pairKey(source, other)) === 'one') join(source, other)
  return new Map([...parents.keys()].map((id) => [id, rootOf(id)]))
}

/** What the analyst decided of two sources, by `pairKey`; the last decision counts. */
export function decisions({ ties }: Pick<Project, 'ties'>): ReadonlyMap<string, 'independent' | 'one'> {
  const decided = new Map<string, 'independent' | 'one'>()
  const inOrder = [...ties.values()].sort((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : 0))
  for (const { kind, source, other } of inOrder)
    if (kind !== 'cites' && source !== other) decided.set(pairKey(source, other), kind)
  return decided
}

/** The sources that share text with one, or of which and it the analyst says something, with the number of passages. */
export function partnersOf(
  { ties }: Pick<Project, 'ties'>,
  shared: Iterable<SharedText>,
  id: string,
): ReadonlyMap<string, number> {
  const partners = new Map<string, number>()
  for (const { one, other, passages } of shared) {
    if (one === id) partners.set(other, passages.length)
    else if (other === id) partners.set(one, passages.length)
  }
  for (const { source, other } of ties.values()) {
    const partner = source === id ? other : other === id ? source : id
    if (partner !== id && !partners.has(partner)) partners.set(partner, 0)
  }
  return partners
}

/** What the analyst decided of two sources last: independent or one; undefined if nothing. */
export const decidedTie = ({ ties }: Pick<Project, 'ties'>, one: string, other: string): Tie | undefined =>
  [...ties.values()]
    .filter(({ kind, source, other: second }) => {
      return kind !== 'cites' && pairKey(source, second) === pairKey(one, other)
    })
    .reduce<Tie | undefined>((last, each) => (last && last.made > each.made ? last : each), undefined)

/** The citations between two sources, in either direction. */
export const citations = ({ ties }: Pick<Project, 'ties'>, one: string, other: string): Tie[] =>
  [...ties.values()].filter(
    ({ kind, source, other: second }) => kind === 'cites' && pairKey(source, second) === pairKey(one, other),
  )

/** How many of these sources are independent of one another. */
export const independentCount = (sources: Iterable<string>, groups: SourceGroups): number =>
  new Set(Array.from(sources, (id) => groups.get(id) ?? id)).size

/** With how many other sources one counts as one. */
export function othersInGroup(id: string, groups: SourceGroups): number {
  const group = groups.get(id)
  return group === undefined ? 0 : [...groups.values()].filter((each) => each === group).length - 1
}

/** Those of these sources that count as one with another of them, together. */
export function dependentSources(sources: Iterable<string>, groups: SourceGroups): string[][] {
  const together = groupBy(sources, (id) => groups.get(id) ?? id)
  return [...together.values()].filter((group) => group.length > 1)
}

/** How many sources of some passages are independent, if fewer than all; undefined if all are. */
export function fewerIndependent(
  passages: Iterable<{ readonly source: string }>,
  groups: SourceGroups,
): number | undefined {
  if (groups.size === 0) return undefined
  const sources = new Set(Array.from(passages, ({ source }) => source))
  const count = independentCount(sources, groups)
  return count < sources.size ? count : undefined
}
