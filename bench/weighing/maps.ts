import type { Project } from '#domain/document/project'
import { weighedProject, type SparseProject } from '#domain/testing/weighed'
import { chance } from '../texts'

const CATEGORIES = ['claim', 'claim', 'evidence', 'assumption', 'hypothesis', 'question']
const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITY = ['1', '2', '3', '4', '5', '6'] as const
const STRENGTHS = ['', 'weak', 'moderate', 'strong'] as const
const KINDS = ['support', 'support', 'support', 'attack', 'attack', 'contradict'] as const

/** A map as the engine and the reference read it. */
export interface WeighedMap {
  readonly sparse: SparseProject
  readonly project: Pick<Project, 'categories' | 'sources' | 'claims' | 'excerpts' | 'relations'>
}

/**
 * A map with graded passages and relations of every kind.
 * @param circle whether each claim leads to the next, and the last to the first; else claims bear on earlier ones nearby
 */
export function weighedMap(claimCount: number, relationCount: number, circle: boolean): WeighedMap {
  const draw = chance(11)
  const below = (count: number) => Math.floor(draw() * count)
  const of = <Item>(items: readonly Item[]) => items[below(items.length)]!
  const claim = (index: number) => `c${index}`
  const sources = Array.from({ length: 200 }, (_, i) => ({
    id: `s${i}`,
    reliability: of(RELIABILITY),
    credibility: of(CREDIBILITY),
  }))
  const claims = Array.from({ length: claimCount }, (_, i) => ({ id: claim(i), category: of(CATEGORIES) }))
  const excerpts = Array.from({ length: claimCount }, (_, i) => ({
    id: `e${i}`,
    claim: claim(below(claimCount)),
    source: `s${below(sources.length)}`,
    anchor: 'exact' as const,
  }))
  const relations = Array.from({ length: relationCount }, (_, i) => {
    const common = { id: `r${i}`, strength: of(STRENGTHS) }
    if (circle && i < claimCount) {
      const kind = i % 3 === 0 ? ('attack' as const) : ('support' as const)
      const target = claim((i + 1) % claimCount)
      return { ...common, kind, premises: [claim(i)], targetType: 'claim' as const, target }
    }
    if (i > 10 && draw() < 0.1) {
      const kind = draw() < 0.8 ? ('attack' as const) : ('support' as const)
      const target = `r${below(i)}`
      return {
        ...common,
        kind,
        premises: [claim(below(claimCount))],
        targetType: 'relation' as const,
        target,
      }
    }
    const target = below(claimCount - 1)
    const premise = target + 1 + below(Math.min(40, claimCount - target - 1))
    const ends = { premises: [claim(premise)], targetType: 'claim' as const, target: claim(target) }
    return { ...common, kind: of(KINDS), ...ends }
  })
  const sparse = { sources, claims, excerpts, relations }
  return { sparse, project: weighedProject(sparse) }
}
