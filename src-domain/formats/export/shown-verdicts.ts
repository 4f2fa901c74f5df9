import { SUPPOSING_NOTHING, supposesNothing, type Supposing } from '../../weighing/supposing'
import { supposingSentence } from '../../weighing/supposing-in-words'
import type { VerdictName } from '../../weighing/verdict'
import { weigh, type Weighing } from '../../weighing/weigh'
import type { ExportRequest } from './writer'

/** The verdicts that a picture or a report carries. */
export interface ShownVerdicts {
  readonly weighing: Weighing
  readonly supposing: Supposing
  /** Names what is supposed; empty if nothing is. */
  readonly sentence: string
  of(claim: string): VerdictName | undefined
}

/** The verdicts of the whole project, as supposed; undefined if they are not asked for. */
export function shownVerdicts({
  project,
  verdicts,
  supposing = SUPPOSING_NOTHING,
}: Pick<ExportRequest, 'project' | 'supposing'> & Partial<Pick<ExportRequest, 'verdicts'>>):
  ShownVerdicts | undefined {
  if (!verdicts) return undefined
  const weighing = weigh(project, supposing)
  return {
    weighing,
    supposing,
    sentence: supposesNothing(supposing) ? '' : supposingSentence(project, supposing),
    of: (claim) => weighing.verdicts.get(claim)?.verdict,
  }
}
