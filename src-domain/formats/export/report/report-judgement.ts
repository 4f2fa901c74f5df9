import type { MapGraph } from '../../../argument/map-graph'
import type { Project } from '../../../document/project'
import {
  isTerm,
  judgementSentences,
  partingSentence,
  termsIn,
  yardstickInUse,
} from '../../../judgement/judgement'
import type { Claim } from '../../../records/claim'
import { YARDSTICK_NAMES, YARDSTICK_TITLES, type YardstickName } from '../../../vocabulary/yardsticks'
import { weighingOf, type Weighing } from '../../../weighing/weigh'
import type { ReportBlock } from './report-blocks'

/**
 * Writes what the analyst judges of claims on the map, where that and the map part, and the yardstick of the words.
 * @param weighing of the project, as supposed
 */
export function judgementBlocks(
  project: Project,
  { placements }: Pick<MapGraph, 'placements'>,
  weighing: Weighing = weighingOf(project),
): ReportBlock[] {
  const judged = [...project.claims.values()].filter(({ id, judgement }) => judgement && placements.has(id))
  if (judged.length === 0) return []
  const partings = judged.flatMap((claim) => {
    const verdict = weighing.verdicts.get(claim.id)?.verdict
    const says = verdict ? partingSentence(claim, verdict) : ''
    return says ? { claim, says } : []
  })
  const yardsticks = yardsticksOf(project, judged)
  return [
    heading(2, 'The analyst’s judgement'),
    ...judged.flatMap((claim) => {
      const sentences = judgementSentences(claim)
      return claim.judgement?.likelihood ? listed(sentences) : listed([quoted(claim), ...sentences])
    }),
    ...(partings.length > 0 ? [heading(3, 'Where judgement and map part')] : []),
    ...partings.flatMap(({ claim, says }) => listed([quoted(claim), says])),
    ...(yardsticks.length > 1
      ? [say('These words are of two yardsticks, whose ranges differ: compare them by the tables.')]
      : []),
    ...yardsticks.map(tableOf),
  ]
}

/** The yardstick of the project, then any other of which a judgement has a word. */
function yardsticksOf(project: Project, judged: readonly Claim[]): YardstickName[] {
  const inUse = yardstickInUse(project)
  const words = judged.flatMap(({ judgement }) => judgement?.likelihood || [])
  const strangers = words.filter((word) => !inUse || !isTerm(inUse, word))
  return [
    ...(inUse && words.length > strangers.length ? [inUse] : []),
    ...YARDSTICK_NAMES.filter((name) => name !== inUse && strangers.some((word) => isTerm(name, word))),
  ]
}

const tableOf = (yardstick: YardstickName): ReportBlock => ({
  type: 'table',
  depth: 0,
  head: [YARDSTICK_TITLES[yardstick], 'Range'],
  rows: termsIn(yardstick).map(({ term, also, low, high }) => [
    also ? `${term}, ${also}` : term,
    `${low}–${high} %`,
  ]),
})

const quoted = ({ text }: Claim): string => `‘${text.replace(/\s+/g, ' ').trim()}’`

const heading = (level: 2 | 3, text: string): ReportBlock => ({ type: 'heading', level, words: [{ text }] })

const say = (text: string): ReportBlock => ({ type: 'detail', depth: 0, words: [{ text }] })

/** Sentences as an item of a list, each in a line of its own. */
const listed = ([first = '', ...others]: readonly string[]): ReportBlock[] => [
  { type: 'item', depth: 1, words: [{ text: first }] },
  ...others.map((text): ReportBlock => ({ type: 'detail', depth: 1, words: [{ text }] })),
]
