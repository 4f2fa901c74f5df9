import type { IncomingClaim, IncomingStep } from './incoming'
import type { LossList } from './loss-list'

const WORDS = {
  'no-target': 'Steps without a target, kept only in the file',
  'target-lost': 'Steps that aim at a step which was not kept, kept only in the file',
  'no-premise': 'Steps without a premise, kept only in the file',
  'reason-for-itself': 'Steps from a claim to itself, kept only in the file',
  'runs-in-a-circle': 'Steps that aim at each other in a circle, kept only in the file',
} as const

type Fault = keyof typeof WORDS

/** The key of a step: several steps can come from one element. */
export const stepKey = ({ id, part }: Pick<IncomingStep, 'id' | 'part'>): string =>
  JSON.stringify([id, part ?? 1])

/** The id of a step in the report: that of its element, with the number of the relation from the second on. */
const idOfPart = ({ id, part = 1 }: IncomingStep): string => (part > 1 ? `${id}#${part}` : id)

const aimOf = ({ target }: IncomingStep): string | undefined =>
  target.type === 'step' ? stepKey({ id: target.id }) : undefined

/**
 * The steps that can be relations, each premise once and none the target. The others are named in the losses, again and
 * again until no step aims at one that is gone.
 */
export function settledSteps(
  claims: readonly IncomingClaim[],
  steps: readonly IncomingStep[],
  losses: LossList,
): IncomingStep[] {
  const known = new Set(claims.map(({ id }) => id))
  const all = new Map<string, IncomingStep>()
  for (const step of steps) if (!all.has(stepKey(step))) all.set(stepKey(step), step)
  const kept = new Map<string, IncomingStep>()
  const gone: string[] = []
  const aimedAt = new Map<string, string[]>()
  const drop = (step: IncomingStep, fault: Fault) => {
    losses.name(`step:${fault}`, idOfPart(step), WORDS[fault])
    kept.delete(stepKey(step))
    gone.push(stepKey(step))
  }
  const circular = inCircles(all)
  for (const [key, step] of all) {
    const aim = aimOf(step)
    const beside = aim === undefined ? [] : (aimedAt.get(aim) ?? [])
    beside.push(key)
    if (aim !== undefined) aimedAt.set(aim, beside)
    const isSelf = (id: string) => step.target.type === 'claim' && id === step.target.id
    const premises = [...new Set(step.premises)].filter((id) => known.has(id) && !isSelf(id))
    kept.set(key, { ...step, premises })
    if (step.target.type === 'claim' && !known.has(step.target.id)) drop(step, 'no-target')
    else if (aim && !all.has(aim)) drop(step, 'target-lost')
    else if (premises.length === 0) drop(step, step.premises.length > 0 ? 'reason-for-itself' : 'no-premise')
    else if (circular.has(key)) drop(step, 'runs-in-a-circle')
    else if (step.premises.some(isSelf))
      losses.name('edge:reason-for-itself', idOfPart(step), 'Premises that are the target of their own step')
  }
  for (let key = gone.pop(); key !== undefined; key = gone.pop()) {
    for (const above of aimedAt.get(key) ?? []) {
      const step = kept.get(above)
      if (step) drop(step, 'target-lost')
    }
  }
  return [...kept.values()]
}

/** The steps whose targets lead into a circle of steps. */
function inCircles(all: ReadonlyMap<string, IncomingStep>): ReadonlySet<string> {
  const known = new Map<string, boolean>()
  for (const key of all.keys()) {
    const chain: string[] = []
    const seen = new Set<string>()
    let at: string | undefined = key
    while (at !== undefined && all.has(at) && !known.has(at) && !seen.has(at)) {
      seen.add(at)
      chain.push(at)
      at = aimOf(all.get(at)!)
    }
    const circle = at !== undefined && (seen.has(at) || known.get(at) === true)
    for (const each of chain) known.set(each, circle)
  }
  return new Set([...known].filter(([, circle]) => circle).map(([key]) => key))
}
