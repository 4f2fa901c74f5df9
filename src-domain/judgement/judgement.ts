import type { Project } from '../document/project'
import type { Claim } from '../records/claim'
import { YARDSTICK_NAMES, YARDSTICKS, type Term, type YardstickName } from '../vocabulary/yardsticks'
import { VERDICT_PREDICATES } from '../weighing/sentence'
import type { VerdictName } from '../weighing/verdict'

const termsOf = (yardstick: YardstickName): readonly Term[] => YARDSTICKS[yardstick]

/** The words of a yardstick with their ranges. None for no yardstick. */
export const termsIn = (yardstick: YardstickName | undefined): readonly Term[] =>
  yardstick ? termsOf(yardstick) : []

/** Whether a word is one of a yardstick. */
export const isTerm = (yardstick: YardstickName, word: string): boolean =>
  termsOf(yardstick).some(({ term }) => term === word)

/**
 * The yardstick of a project, because mixed words would have to be explained: the one that was chosen, else the one
 * whose words are in use, of two that share a word the one with the most. Undefined while none is chosen and no claim is
 * judged.
 */
export function yardstickInUse({
  about,
  claims,
}: Pick<Project, 'about' | 'claims'>): YardstickName | undefined {
  if (about.yardstick) return about.yardstick
  const used = new Map<YardstickName, number>()
  for (const { judgement } of claims.values()) {
    if (!judgement?.likelihood) continue
    for (const name of YARDSTICK_NAMES)
      if (isTerm(name, judgement.likelihood)) used.set(name, (used.get(name) ?? 0) + 1)
  }
  return YARDSTICK_NAMES.filter((name) => used.has(name)).sort((a, b) => used.get(b)! - used.get(a)!)[0]
}

/** How many claims are judged in words that the yardstick of the project does not have. */
export function wordsOfAnother(project: Pick<Project, 'about' | 'claims'>): number {
  const yardstick = yardstickInUse(project)
  if (!yardstick) return 0
  const words = [...project.claims.values()].flatMap(({ judgement }) => judgement?.likelihood || [])
  return words.filter((word) => !isTerm(yardstick, word)).length
}

/** A word of probability with its range, as a choice shows it: “likely (55–80 %)”. */
export const termInWords = ({ term, low, high }: Term): string => `${term} (${low}–${high} %)`

/** How a sentence begins with a word of probability. */
const LEADS: Readonly<Record<string, string>> = {
  'almost no chance': 'There is almost no chance that',
  'roughly even chance': 'There is a roughly even chance that',
  'remote chance': 'There is a remote chance that',
  'realistic possibility': 'There is a realistic possibility that',
}

/**
 * The sentences of the analyst's own judgement of a claim: how likely it is, and, never in the same sentence (ICD 203,
 * D.6.e.(2)(b)), how sure the basis of that is.
 */
export function judgementSentences({ text, judgement }: Pick<Claim, 'text' | 'judgement'>): string[] {
  if (!judgement) return []
  const { likelihood, confidence, basis } = judgement
  const line = text.replace(/\s+/g, ' ').trim()
  const lead = LEADS[likelihood] ?? `It is ${likelihood} that`
  const why = basis.replace(/\s+/g, ' ').trim()
  return [
    ...(likelihood ? [`${lead}: ‘${line}’.`] : []),
    ...(confidence ? [`Confidence is ${confidence}${why ? `: ${why.replace(/[.!?]$/, '')}` : ''}.`] : []),
    ...(!confidence && why ? [`Basis: ${why.replace(/[.!?]$/, '')}.`] : []),
  ]
}

/**
 * Says where the analyst's judgement and the map part: “You judge it very likely; on the map it is contested.” Empty if
 * they do not, or if nothing is judged.
 */
export function partingSentence({ judgement }: Pick<Claim, 'judgement'>, verdict: VerdictName): string {
  const likelihood = judgement?.likelihood ?? ''
  const term = YARDSTICK_NAMES.flatMap(termsOf).find((each) => each.term === likelihood)
  if (!term) return ''
  const parts =
    term.low >= 55
      ? verdict !== 'stands'
      : term.high <= 45
        ? verdict === 'stands' || verdict === 'contested'
        : verdict === 'stands' || verdict === 'falls'
  if (!parts) return ''
  const judged = likelihood.endsWith('chance') || likelihood.endsWith('possibility') ? 'a' : ''
  return `You judge it ${judged && !likelihood.startsWith('almost') ? `${judged} ` : ''}${likelihood}; on the map it ${VERDICT_PREDICATES[verdict]}.`
}
