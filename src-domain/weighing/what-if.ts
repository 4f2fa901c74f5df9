import type { Weighing, WeighedClaim } from './weigh'

/** A claim whose verdict or force is another when something is supposed. */
export interface VerdictChange {
  readonly claim: string
  readonly before: WeighedClaim
  readonly after: WeighedClaim
}

/** The claims whose verdict or force differs between two weighings of one project, in the order of its claims. */
export function verdictChanges(before: Weighing, after: Weighing): VerdictChange[] {
  const changes: VerdictChange[] = []
  for (const [claim, then] of before.verdicts) {
    const now = after.verdicts.get(claim)
    if (!now || (now.verdict === then.verdict && now.force === then.force)) continue
    changes.push({ claim, before: then, after: now })
  }
  return changes
}

/** The claims whose verdict differs, not its force alone. */
export const changedVerdicts = (before: Weighing, after: Weighing): VerdictChange[] =>
  verdictChanges(before, after).filter((each) => each.before.verdict !== each.after.verdict)

/** The same by claim. */
export const changesByClaim = (before: Weighing, after: Weighing): ReadonlyMap<string, VerdictChange> =>
  new Map(changedVerdicts(before, after).map((each) => [each.claim, each]))
