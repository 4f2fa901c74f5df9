import { coneOf, isConeWithin, type Cone } from './cone'
import { evaluate } from './evaluation'
import { STRONG } from './forces'
import { BASE_KINDS, groundsRead, type Weighed } from './grounds'
import { inWords, quoted } from './named'
import { sideOf } from './rests-on'
import { SUPPOSING_NOTHING, type Reading, type Supposing } from './supposing'
import { tippingOf } from './tipping'
import type { Weighing } from './weigh'

/** In a larger cone nothing is named: the sentence is shown at once, and a map may have thousands of them. Nodes. */
const MOST_NODES = 500
/** The most evaluations for a sentence that is shown at once. Single assumptions are found first. */
const FEW_EVALUATIONS = 20

/**
 * The sentences behind the verdict of a claim that stands: on which assumptions alone, and which open questions could
 * bring it down. Empty if neither.
 */
export function furtherReadings(
  project: Weighed,
  weighing: Weighing,
  claim: string,
  supposing: Supposing = SUPPOSING_NOTHING,
): string[] {
  const { graph } = weighing.framework
  const x = graph.claimAt.get(claim)
  if (x === undefined || weighing.verdicts.get(claim)?.verdict !== 'stands') return []
  const cone = isConeWithin(graph, x, MOST_NODES)
    ? coneOf(project, weighing.framework, supposing, x)
    : undefined
  const { readings } = weighing
  const sentences: string[] = []
  if (cone ? isLost(cone, 'without assumptions') : readings.onAssumption(claim)) {
    const assumptions = cone ? assumptionsUnder(cone) : []
    const names = assumptions.map((id) => quoted(project, id))
    if (names.length === 0) sentences.push('Only while its assumptions hold.')
    // Of a claim that is the assumption itself, the verdict says so already.
    else if (assumptions.some((id) => id !== claim))
      sentences.push(`Only while ${names.length === 1 ? 'this holds' : 'these hold'}: ${inWords(names)}.`)
  }
  if (cone ? isLost(cone, 'questions upheld') : readings.hangsOnQuestion(claim)) {
    const names = cone ? questionsAgainst(cone).map((id) => quoted(project, id)) : []
    sentences.push(
      names.length === 0
        ? 'Not if an open question goes against it.'
        : `Not if ${names.length === 1 ? 'this goes' : 'these go'} against it: ${inWords(names)}.`,
    )
  }
  return sentences
}

/** Whether the claim of a cone, which stands, does not in another reading. */
function isLost({ framework }: Cone, reading: Reading): boolean {
  const grounds = groundsRead(framework.grounds, reading)
  return grounds !== framework.grounds && sideOf(evaluate({ ...framework, grounds })) !== 2
}

/** The assumptions among the smallest sets of a cone's claim; the claim itself if it is one. */
function assumptionsUnder(cone: Cone): string[] {
  const { bare, given } = cone.framework.grounds
  const isAssumed = (at: number) => bare[at] === 1 || given[at] === 1
  if (isAssumed(0)) return [cone.claims[0]!]
  const named = new Set(tippingOf(cone, FEW_EVALUATIONS).smallestSets.flat())
  return cone.claims.filter((id, at) => isAssumed(at) && named.has(`claim:${id}`))
}

/** The open questions that alone bring a cone's claim down when they are upheld; all if only several do together. */
function questionsAgainst({ framework, claims }: Cone): string[] {
  const isQuestion = (at: number) => BASE_KINDS[framework.grounds.kind[at]!] === 'question'
  const upheldAlone = (at: number) => {
    const base = framework.grounds.base.slice()
    base[at] = STRONG
    return sideOf(evaluate({ ...framework, grounds: { ...framework.grounds, base } })) !== 2
  }
  const questions = [...claims.keys()].filter(isQuestion)
  const upheld = questions.filter(upheldAlone)
  return (upheld.length > 0 ? upheld : questions).map((at) => claims[at]!)
}
