import { coneOf, isConeWithin } from './cone'
import { evaluate } from './evaluation'
import { BASE_KINDS, type Weighed } from './grounds'
import { inWords, quoted } from './named'
import { sideOf } from './rests-on'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
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
  const verdict = weighing.verdicts.get(claim)
  const x = weighing.framework.graph.claimAt.get(claim)
  if (!verdict || x === undefined || !(verdict.onAssumption || verdict.hangsOnQuestion)) return []
  const sentences: string[] = []
  const isSmall = isConeWithin(weighing.framework.graph, x, MOST_NODES)
  if (verdict.onAssumption) {
    const assumed = isSmall ? assumptionsUnder(project, weighing, x, supposing) : []
    const names = assumed.map((id) => quoted(project, id))
    sentences.push(
      names.length === 0
        ? 'Only while its assumptions hold.'
        : `Only while ${names.length === 1 ? 'this holds' : 'these hold'}: ${inWords(names)}.`,
    )
  }
  if (verdict.hangsOnQuestion) {
    const asked = isSmall ? questionsAgainst(project, weighing, x, supposing) : []
    const names = asked.map((id) => quoted(project, id))
    if (!isSmall) sentences.push('Not if an open question goes against it.')
    else
      sentences.push(`Not if ${names.length === 1 ? 'this goes' : 'these go'} against it: ${inWords(names)}.`)
  }
  return sentences
}

/** The assumptions among the smallest sets of a claim, in the order of the graph; the claim itself if it is one. */
function assumptionsUnder(project: Weighed, weighing: Weighing, x: number, supposing: Supposing): string[] {
  const { graph, grounds } = weighing.framework
  if (grounds.bare[x] === 1 || grounds.given[x] === 1) return [graph.claims[x]!]
  const { smallestSets } = tippingOf(coneOf(project, weighing.framework, supposing, x), FEW_EVALUATIONS)
  const named = new Set(smallestSets.flat())
  return graph.claims.filter(
    (id, y) => (grounds.bare[y] === 1 || grounds.given[y] === 1) && named.has(`claim:${id}`),
  )
}

/** The open questions that alone bring a claim down when they are upheld; all of its cone if only several do together. */
function questionsAgainst(project: Weighed, weighing: Weighing, x: number, supposing: Supposing): string[] {
  const { framework } = weighing
  const { graph, grounds } = framework
  const cone = coneOf(project, framework, supposing, x)
  const questions = cone.claims.filter(
    (id) => BASE_KINDS[grounds.kind[graph.claimAt.get(id)!]!] === 'question',
  )
  const upheld = questions.filter((id) => {
    const base = cone.framework.grounds.base.slice()
    base[cone.claims.indexOf(id)] = 3
    const upholding = { ...cone.framework, grounds: { ...cone.framework.grounds, base } }
    return sideOf(evaluate(upholding)) !== 2
  })
  return upheld.length > 0 ? upheld : questions
}
