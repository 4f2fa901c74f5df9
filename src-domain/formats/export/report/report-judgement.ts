import type { MapGraph } from '../../../argument/map-graph'
import type { Project } from '../../../document/project'
import {
  judgementSentences,
  partingSentence,
  YARDSTICK_TITLES,
  yardstickInUse,
} from '../../../judgement/judgement'
import { YARDSTICKS, type Term } from '../../../vocabulary/yardsticks'
import { weighingOf } from '../../../weighing/weigh'
import type { ReportBlock } from './report-blocks'

/** Writes what the analyst judges of claims on the map, where that and the map part, and the yardstick of the words. */
export function judgementBlocks(
  project: Project,
  { placements }: Pick<MapGraph, 'placements'>,
): ReportBlock[] {
  const { verdicts } = weighingOf(project)
  const judged = [...project.claims.values()].filter(({ id, judgement }) => judgement && placements.has(id))
  if (judged.length === 0) return []
  const yardstick = yardstickInUse(project)
  const terms: readonly Term[] = yardstick ? YARDSTICKS[yardstick] : []
  const isUsed = judged.some(({ judgement }) => judgement?.likelihood)
  return [
    { type: 'heading', level: 2, words: [{ text: 'The analyst’s judgement' }] },
    ...judged.flatMap((claim): ReportBlock[] => {
      const verdict = verdicts.get(claim.id)?.verdict
      const sentences = judgementSentences(claim)
      const [first = '', ...others] = claim.judgement?.likelihood
        ? sentences
        : [`‘${claim.text}’`, ...sentences]
      const parting = verdict ? partingSentence(claim, verdict) : ''
      return [
        { type: 'item', depth: 1, words: [{ text: first }] },
        ...[...others, ...(parting ? [parting] : [])].map((text): ReportBlock => ({
          type: 'detail',
          depth: 1,
          words: [{ text }],
        })),
      ]
    }),
    ...(yardstick && isUsed
      ? [
          {
            type: 'table' as const,
            depth: 0 as const,
            head: [YARDSTICK_TITLES[yardstick], 'Range'],
            rows: terms.map(({ term, also, low, high }) => [
              also ? `${term}, ${also}` : term,
              `${low}–${high} %`,
            ]),
          },
        ]
      : []),
  ]
}
