import fc from 'fast-check'
import type { SparseProject } from './weighed'
import { RELATION_KINDS, STRENGTHS } from '../records/relation'

export interface Size {
  readonly claims: number
  readonly relations: number
  readonly sources: number
  readonly excerpts: number
}

const CATEGORIES = ['claim', 'claim', 'hypothesis', 'hypothesis', 'assumption', 'question'] as const
const GRADES = [
  ['A', '1'],
  ['C', '3'],
  ['D', '4'],
  ['E', '5'],
  ['', ''],
] as const
const ANCHORS = ['exact', 'exact', 'exact', 'edited', 'lost'] as const

const number = fc.nat(9999)

/**
 * Small maps with grades, strengths, contradictions, undercuts and backings.
 * @param circles whether supports may lead in a circle; without it, each claim supports only later ones
 */
export function randomArgument(size: Size, { circles }: { circles: boolean }): fc.Arbitrary<SparseProject> {
  const relation = fc.record({
    kind: fc.constantFrom(...RELATION_KINDS, 'support', 'attack'),
    strength: fc.constantFrom('' as const, ...STRENGTHS),
    premises: fc.array(number, { minLength: 1, maxLength: 2 }),
    target: number,
    onRelation: fc.constantFrom(false, false, true),
  })
  const claim = fc.record({
    category: fc.constantFrom(...CATEGORIES),
    standing: fc.constantFrom('', '', '', '', '', '', 'given', 'aside'),
    unstated: fc.constantFrom(false, false, false, false, true),
  })
  const excerpt = fc.record({ claim: number, source: number, anchor: fc.constantFrom(...ANCHORS) })
  return fc
    .record({
      claims: fc.array(claim, { minLength: 2, maxLength: size.claims }),
      relations: fc.array(relation, { maxLength: size.relations }),
      sources: fc.array(fc.constantFrom(...GRADES), { minLength: 1, maxLength: size.sources }),
      excerpts: fc.array(excerpt, { maxLength: size.excerpts }),
    })
    .map(({ claims, relations, sources, excerpts }): SparseProject => {
      const nodes = claims.length
      const made: NonNullable<SparseProject['relations']>[number][] = []
      relations.forEach(({ kind, strength, premises, target, onRelation }, i) => {
        const all = [...new Set(premises.map((premise) => premise % nodes))]
        const common = { id: `r${i}`, kind, strength }
        if (onRelation && kind !== 'contradict' && made.length > 0) {
          const relation = made[target % made.length]!.id
          made.push({ ...common, premises: all.map(idOf), target: relation, targetType: 'relation' })
          return
        }
        const to = target % nodes
        const from = all.filter((one) => one !== to && (circles || kind !== 'support' || one < to))
        if (from.length > 0) made.push({ ...common, premises: from.map(idOf), target: idOf(to) })
      })
      return {
        sources: sources.map(([reliability, credibility], i) => ({ id: `s${i}`, reliability, credibility })),
        claims: claims.map((each, i) => ({ id: idOf(i), ...each })),
        excerpts: excerpts.map(({ claim, source, anchor }, i) => ({
          id: `e${i}`,
          claim: idOf(claim % nodes),
          source: `s${source % sources.length}`,
          anchor,
        })),
        relations: made,
      }
    })
}

const idOf = (claim: number): string => `c${claim}`
