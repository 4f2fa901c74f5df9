import { STRENGTHS, type Strength } from '../records/relation'
import { FORCE_NAMES, type Force, type ForceName } from './forces'
import type { Weighed } from './grounds'
import { listOf } from './lists'
import { premisesInWords, strongestObjection, strongestReason } from './named'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
import { weigh, type Weighing } from './weigh'

/** The strength of a relation that would settle which side weighs more. */
export interface Decision {
  readonly relation: string
  readonly strength: Strength
  /** What is written, in words: “the step from ‘Wording’ becomes strong”. */
  readonly words: string
}

/** One of two sides that are equally strong. */
export interface WeighedSide {
  /** The reason or the objection in words. */
  readonly words: string
  /** The claims from which its step leads; empty for a passage or a premise of one's own. */
  readonly premises: readonly string[]
  /** What to write if it weighs more; undefined if no strength of a step decides it. */
  readonly decision: Decision | undefined
}

/** “Which weighs more?”, for a claim whose reason and objection are equally strong. */
export interface WeighingQuestion {
  readonly force: ForceName
  readonly reason: WeighedSide
  readonly objection: WeighedSide
}

/** Sets reason and objection of a claim side by side; undefined unless they are equally strong. */
export function weighingQuestion(
  project: Weighed,
  weighing: Weighing,
  claim: string,
  supposing: Supposing = SUPPOSING_NOTHING,
): WeighingQuestion | undefined {
  const x = weighing.framework.graph.claimAt.get(claim)
  if (x === undefined || weighing.verdicts.get(claim)?.because !== 'equal') return undefined
  const reason = strongestReason(project, weighing, supposing, x)
  const objection = strongestObjection(project, weighing, x, 'sure')
  if (!reason || !objection) return undefined
  const { graph } = weighing.framework
  const premisesOf = (step: number | undefined) =>
    step === undefined ? [] : [...listOf(graph.premises, step)].map((premise) => graph.claims[premise]!)
  const side = (
    { words, step }: typeof reason,
    other: typeof reason,
    wanted: 'stands' | 'falls',
  ): WeighedSide => ({
    words,
    premises: premisesOf(step),
    decision: decide(project, weighing, supposing, claim, wanted, step, other.step),
  })
  return {
    force: FORCE_NAMES[reason.force as Force],
    reason: side(reason, objection, 'stands'),
    objection: side(objection, reason, 'falls'),
  }
}

/**
 * The least change of one strength after which the claim stands or falls as wanted: the step that weighs more becomes
 * stronger, or, where its premises do not carry more, the other one becomes weaker.
 */
function decide(
  project: Weighed,
  weighing: Weighing,
  supposing: Supposing,
  claim: string,
  wanted: 'stands' | 'falls',
  winner: number | undefined,
  loser: number | undefined,
): Decision | undefined {
  const { graph } = weighing.framework
  const force = (step: number) => graph.strength[step]!
  const stronger = winner === undefined ? [] : STRENGTHS.slice(force(winner))
  const weaker = loser === undefined ? [] : STRENGTHS.slice(0, force(loser) - 1).reverse()
  const tries = [
    ...stronger.map((strength) => ({ step: winner!, strength })),
    ...weaker.map((strength) => ({ step: loser!, strength })),
  ]
  for (const { step, strength } of tries) {
    const relation = graph.relations[graph.relationOf[step]!]!
    const record = project.relations.get(relation)
    if (!record) continue
    const relations = new Map(project.relations).set(relation, { ...record, strength })
    if (weigh({ ...project, relations }, supposing).verdicts.get(claim)?.verdict !== wanted) continue
    const what = `${record.kind === 'support' ? 'the step' : 'the objection'} from`
    return {
      relation,
      strength,
      words: `${what} ${premisesInWords(project, weighing, step)} becomes ${strength}`,
    }
  }
  return undefined
}
