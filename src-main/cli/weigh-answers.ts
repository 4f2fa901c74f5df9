import { coneOf } from '#domain/weighing/cone'
import { FORCE_NAMES } from '#domain/weighing/forces'
import { furtherReadings } from '#domain/weighing/further-readings'
import { balanceOf } from '#domain/weighing/balance'
import { SEMANTICS, type SemanticsName } from '#domain/weighing/gradual'
import { inWords, quoted } from '#domain/weighing/named'
import { verdictSentence, VERDICT_PREDICATES } from '#domain/weighing/sentence'
import type { Supposing } from '#domain/weighing/supposing'
import { changesInWords, keyInWords, supposingSentence } from '#domain/weighing/supposing-in-words'
import { tippingOf, type Tipping } from '#domain/weighing/tipping'
import type { Weighing } from '#domain/weighing/weigh'
import { changedVerdicts } from '#domain/weighing/what-if'
import type { Project } from '#domain/document/project'
import { shownMatrix } from '#domain/matrix/matrix-of'
import type { Matrix } from '#domain/records/matrix'
import { counted } from './article-line'

/** An answer of `counterpoint weigh`. The shapes of the JSON are a promise: other programs read them. */
export interface Answer {
  readonly json: unknown
  readonly lines: readonly string[]
}

/**
 * The verdicts of all claims and relations; as lines, those of some claims in sentences.
 * @param before the weighing without what is supposed, if anything is
 */
export function verdictsAnswer(
  project: Project,
  weighing: Weighing,
  supposing: Supposing,
  shown: readonly string[],
  before: Weighing | undefined,
): Answer {
  const verdicts = Object.fromEntries(
    [...weighing.verdicts].map(([id, { verdict, because, force }]) => [
      id,
      {
        verdict,
        because,
        force: FORCE_NAMES[force],
        onAssumption: weighing.readings.onAssumption(id),
        hangsOnQuestion: weighing.readings.hangsOnQuestion(id),
      },
    ]),
  )
  const lines = before ? supposedLines(project, before, weighing, supposing) : []
  for (const id of shown) lines.push(...claimLines(project, weighing, supposing, id))
  return { json: { verdicts, relations: Object.fromEntries(weighing.relations) }, lines }
}

/** The verdict of one claim and what it rests on. */
export function whyAnswer(project: Project, weighing: Weighing, supposing: Supposing, claim: string): Answer {
  const { restsOn } = tippingFor(project, weighing, supposing, claim)
  const sentences = [
    verdictSentence(project, weighing, claim, supposing),
    ...furtherReadings(project, weighing, claim, supposing),
  ]
  const { verdict, because } = weighing.verdicts.get(claim)!
  return {
    json: { verdict, because, sentence: sentences.join(' '), restsOn },
    lines: [
      ...claimLines(project, weighing, supposing, claim),
      ...(restsOn.length > 0 ? ['', 'It rests on:'] : []),
      ...restsOn.map((key) => `  ${keyInWords(project, key)}`),
    ],
  }
}

/** What would change the verdict of a claim. */
export function tippingAnswer(
  project: Project,
  weighing: Weighing,
  supposing: Supposing,
  claim: string,
): Answer {
  const { restsOn, smallestSets, complete } = tippingFor(project, weighing, supposing, claim)
  const { verdict } = weighing.verdicts.get(claim)!
  const sets = smallestSets.map((set) => `  ${inWords(set.map((key) => keyInWords(project, key)))}`)
  return {
    json: { verdict, restsOn, smallestSets, complete },
    lines: [
      ...claimLines(project, weighing, supposing, claim),
      '',
      sets.length > 0 ? 'Its verdict changes without:' : 'Nothing to give up would change its verdict.',
      ...sets,
      ...(complete || sets.length === 0 ? [] : ['At least these; there may be others.']),
    ],
  }
}

/** The strength of each claim in a gradual semantics. Claims whose circle did not settle are left out. */
export function balanceAnswer(project: Project, { framework }: Weighing, semantics: SemanticsName): Answer {
  const balance = balanceOf(framework, semantics)
  const { claims } = framework.graph
  const settled = claims.flatMap((id, x) => (Number.isNaN(balance[x]) ? [] : [[id, balance[x]!] as const]))
  const left = claims.length - settled.length
  return {
    json: Object.fromEntries(settled),
    lines: [
      `Strengths by ${SEMANTICS[semantics].title}:`,
      ...settled.map(([id, strength]) => `  ${strength.toFixed(4)}  ${quoted(project, id)}`),
      ...(left > 0 ? [`${counted(left, 'claim')} did not settle.`] : []),
    ],
  }
}

/** What a matrix shows and counts: “2 I, 1 II” for each hypothesis, the least contradicted first. */
export function matrixAnswer(project: Project, weighing: Weighing, matrix: Matrix): Answer {
  const { rows, scores, leaders, order, counts } = shownMatrix(project, weighing, matrix)
  const against = (hypothesis: string) =>
    `${counts[hypothesis]?.['I'] ?? 0} I, ${counts[hypothesis]?.['II'] ?? 0} II`
  const left = rows.filter(({ counted }) => !counted)
  return {
    json: { rows, scores, leaders },
    lines: [
      `“${matrix.title}”, the least contradicted first:`,
      ...order.flat().map((id) => `  ${against(id)}  ${quoted(project, id)}`),
      ...(left.length > 0 ? ['Not counted:'] : []),
      ...left.map(({ claim, why }) => `  ${quoted(project, claim)}: ${why}`),
    ],
  }
}

const tippingFor = (project: Project, weighing: Weighing, supposing: Supposing, claim: string): Tipping => {
  const { framework } = weighing
  return tippingOf(coneOf(project, framework, supposing, framework.graph.claimAt.get(claim)!))
}

function claimLines(project: Project, weighing: Weighing, supposing: Supposing, claim: string): string[] {
  const further = furtherReadings(project, weighing, claim, supposing)
  return [
    quoted(project, claim),
    `  ${verdictSentence(project, weighing, claim, supposing)}`,
    ...further.map((sentence) => `  ${sentence}`),
  ]
}

function supposedLines(project: Project, before: Weighing, after: Weighing, supposing: Supposing): string[] {
  const changes = changedVerdicts(before, after)
  const rows = changes.map(
    ({ claim, before: then, after: now }) =>
      `  ${quoted(project, claim)} ${VERDICT_PREDICATES[then.verdict]} → ${VERDICT_PREDICATES[now.verdict]}`,
  )
  return [`${supposingSentence(project, supposing)} ${changesInWords(changes.length)}`, ...rows, '']
}
