import type { Weighing } from '../weighing/weigh'
import { inside, type Between, type Links } from './links'

/** A rating that a longer way through the map suggests. It counts for nothing until the cell is rated. */
export interface Ghost {
  readonly rating: 'C' | 'I'
  /** The claims between the evidence and the hypothesis. */
  readonly by: readonly string[]
}

/** The most relations of a way that suggests something. */
const LONGEST_WAY = 3

interface Way {
  readonly isFor: boolean
  readonly by: readonly string[]
}

/**
 * What the map suggests for pairs of claim and hypothesis: the shortest ways of two or three relations that
 * do not fail. An objection turns a reason into an objection, and back. Where the shortest ways part, nothing is suggested.
 */
export function ghostsOf(
  links: Links,
  { relations }: Pick<Weighing, 'relations'>,
  hypotheses: readonly string[],
): Between<Ghost> {
  const ghosts = new Map<string, Map<string, Ghost>>()
  for (const hypothesis of hypotheses) {
    // Most evidence leads straight to a hypothesis, and nothing leads to the evidence.
    if (!links.to.get(hypothesis)?.some(({ from }) => links.to.has(from))) continue
    const met = new Set([hypothesis])
    let edge = new Map<string, Way>([[hypothesis, { isFor: true, by: [] }]])
    for (let steps = 1; steps <= LONGEST_WAY; steps++) {
      const further = new Map<string, Way | 'both'>()
      for (const [claim, way] of edge) {
        const by = claim === hypothesis ? [] : [claim, ...way.by]
        for (const { from, relation, isFor } of links.to.get(claim) ?? []) {
          if (met.has(from) || relations.get(relation) === 'fails') continue
          const found = further.get(from)
          const leads = isFor === way.isFor
          if (!found) further.set(from, { isFor: leads, by })
          else if (found !== 'both' && found.isFor !== leads) further.set(from, 'both')
        }
      }
      edge = new Map()
      for (const [claim, way] of further) {
        met.add(claim)
        if (way === 'both') continue
        edge.set(claim, way)
        if (steps > 1) inside(ghosts, claim).set(hypothesis, { rating: way.isFor ? 'C' : 'I', by: way.by })
      }
    }
  }
  return ghosts
}
