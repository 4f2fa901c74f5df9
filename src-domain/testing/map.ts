import fc from 'fast-check'
import { runCommand } from '../commands/registry'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { RELATION_KINDS } from '../records/relation'
import { Builder } from './build'

/** A random relation. Its numbers stand for claims, or for a relation if that is the target. */
interface Drawn {
  readonly kind: (typeof RELATION_KINDS)[number]
  readonly premises: readonly number[]
  readonly target: number
  readonly ofRelation: boolean
}

/** Arbitrary projects whose first map has cards anywhere, some collapsed or pinned, and relations, also in circles. */
export const anyMap: fc.Arbitrary<{ project: Project; map: string }> = fc
  .record({
    cards: fc.array(
      fc.record({
        x: fc.integer({ min: -600, max: 600 }),
        y: fc.integer({ min: -600, max: 600 }),
        collapsed: fc.boolean(),
        pinned: fc.boolean(),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    loose: fc.nat({ max: 2 }),
    relations: fc.array(
      fc.record({
        kind: fc.constantFrom(...RELATION_KINDS, 'support' as const),
        premises: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 }),
        target: fc.nat({ max: 11 }),
        ofRelation: fc.boolean(),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ cards, loose, relations }) => {
    const builder = new Builder()
    const claims = [
      ...cards.map((_, index) => builder.claim(`Claim ${index}`, builder.map)),
      ...Array.from({ length: loose }, (_, index) => builder.claim(`Loose ${index}`)),
    ]
    for (const each of relations) relate(builder, claims, each)
    const placements = [...builder.project.placements.values()].map((placement, index) => ({
      ...placement,
      ...cards[index]!,
    }))
    const project = { ...builder.project, placements: new Map(placements.map((each) => [each.id, each])) }
    return { project, map: builder.map }
  })

/** Adds the relation if it is valid. */
function relate(builder: Builder, claims: readonly string[], drawn: Drawn): void {
  const pick = (from: readonly string[], index: number) => from[index % from.length]!
  const steps = [...builder.project.relations.keys()]
  const targetType = drawn.ofRelation && steps.length > 0 ? 'relation' : 'claim'
  const premises = [...new Set(drawn.premises.map((index) => pick(claims, index)))]
  const target = pick(targetType === 'relation' ? steps : claims, drawn.target)
  const input = { kind: drawn.kind, premises, targetType, target }
  const outcome = runCommand(builder.project, 'relation.add', input, builder.env)
  if ('refusal' in outcome) return
  const applied = applyPatch(builder.project, outcome.patch)
  if ('project' in applied) builder.project = applied.project
}
