import { VERDICT_WORDS, type VerdictName } from '#domain/weighing/verdict'
import type { Workspace } from '../../../state/workspace.svelte'

/** The verdict of a claim as a line of the outline shows and says it. */
export interface VerdictInLine {
  readonly supposed: string | undefined
  readonly before: VerdictName | undefined
  readonly now: VerdictName
  readonly said: string
}

/**
 * The verdict of a claim for its line, if verdicts are shown. What is supposed of it and what is changed by that is
 * shown in any case.
 */
export function verdictIn(
  { settings, whatIf }: Pick<Workspace, 'settings' | 'whatIf'>,
  claim = '',
): VerdictInLine | undefined {
  const now = whatIf.weighing?.verdicts.get(claim)?.verdict
  const before = whatIf.changes.get(claim)?.before.verdict
  const supposed = whatIf.of(claim)
  if (!now || !(settings.verdicts || before || supposed)) return undefined
  return {
    supposed,
    before,
    now,
    said: [
      supposed && `Supposed ${supposed}`,
      before && `${VERDICT_WORDS[before]} before`,
      VERDICT_WORDS[now],
    ]
      .filter(Boolean)
      .join('. '),
  }
}
