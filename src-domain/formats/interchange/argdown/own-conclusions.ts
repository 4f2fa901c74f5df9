import { groupBy } from '../../../collections/group-by'
import type { IncomingClaim, IncomingStep } from '../incoming'

/** The end of the title of a statement that says what an argument does, in what Counterpoint writes. */
const TITLE = /^s:(.+), conclusion$/

/** Its words. */
const WORDS = /^This (?:attacks|contradicts|undercuts|backs|supports) (?:it|the other argument)$/

/**
 * Makes one step again of what Counterpoint writes as an argument for a statement that attacks, contradicts, undercuts or
 * backs: the premises of the argument lead to what the statement leads to.
 */
export function withoutOwnConclusions(
  claims: readonly IncomingClaim[],
  steps: readonly IncomingStep[],
): { claims: IncomingClaim[]; steps: IncomingStep[] } {
  const into = groupBy(steps, ({ target }) => `${target.type} ${target.id}`)
  const from = new Map<string, IncomingStep[]>()
  for (const step of steps)
    for (const premise of step.premises) from.set(premise, [...(from.get(premise) ?? []), step])
  const gone = new Set<string>()
  const joined = new Map<IncomingStep, IncomingStep | undefined>()
  for (const { id, text } of claims) {
    const name = TITLE.exec(id)?.[1]
    if (name === undefined || !WORDS.test(text)) continue
    const [step, ...others] = into.get(`claim ${id}`) ?? []
    const [onward, ...more] = from.get(id) ?? []
    if (!step || !onward || others.length + more.length > 0) continue
    if (step.id !== `a:${name}#1` || onward.premises.length !== 1 || into.has(`step ${onward.id}`)) continue
    gone.add(id)
    const { kind, target } = onward
    joined.set(step, { ...step, also: [...(step.also ?? []), id, onward.id], kind, target })
    joined.set(onward, undefined)
  }
  return {
    claims: claims.filter(({ id }) => !gone.has(id)),
    steps: steps.flatMap((step) => (joined.has(step) ? (joined.get(step) ?? []) : [step])),
  }
}
