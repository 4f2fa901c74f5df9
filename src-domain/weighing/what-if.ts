import { differingIds } from '../document/table-after'
import type { Verdict } from './verdict'
import type { Weighing } from './weigh'

/** A claim whose verdict or force is another when something is supposed. */
export interface VerdictChange {
  readonly claim: string
  readonly before: Verdict
  readonly after: Verdict
}

/** The claims whose verdict or force differs between two weighings of one project, in the order of its claims. */
export function verdictChanges(before: Weighing, after: Weighing): VerdictChange[] {
  const { claimAt } = before.framework.graph
  return differingIds(before.verdicts, after.verdicts)
    .flatMap((claim): VerdictChange | [] => {
      const [then, now] = [before.verdicts.get(claim), after.verdicts.get(claim)]
      if (!then || !now || (now.verdict === then.verdict && now.force === then.force)) return []
      return { claim, before: then, after: now }
    })
    .sort((one, other) => claimAt.get(one.claim)! - claimAt.get(other.claim)!)
}

/**
 * The claims whose verdict differs, not its force alone, because of what is supposed of others: of a claim that is itself
 * supposed off or true, nothing follows that was not put in.
 */
export const changedVerdicts = (before: Weighing, after: Weighing): VerdictChange[] =>
  verdictChanges(before, after).filter(
    (each) =>
      each.before.verdict !== each.after.verdict &&
      !after.supposing.claims.has(each.claim) &&
      !after.supposing.given.has(each.claim),
  )

/** The same by claim. */
export const changesByClaim = (before: Weighing, after: Weighing): ReadonlyMap<string, VerdictChange> =>
  new Map(changedVerdicts(before, after).map((each) => [each.claim, each]))
