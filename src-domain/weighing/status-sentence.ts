import type { Weighed } from './grounds'
import { highest, listOf } from './lists'
import { forceName, inWords, premisesInWords, quoted } from './named'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
import type { Weighing } from './weigh'

/**
 * What became of a relation on the map, and why: “Holds (moderate).”, “Fails: ‘Wording’ does not stand.” A contradiction
 * has the best status of its steps. Empty for a relation that the project does not have.
 * @param weighing of this project, as supposed
 */
export function statusSentence(
  project: Weighed,
  weighing: Weighing,
  relation: string,
  supposing: Supposing = SUPPOSING_NOTHING,
): string {
  const { graph } = weighing.framework
  const at = graph.relationAt.get(relation)
  if (at === undefined) return ''
  const { sure, possible } = weighing.evaluation
  const steps: number[] = []
  for (let step = graph.stepsFrom[at]!; step < graph.stepsFrom[at + 1]!; step++) steps.push(step)
  const best = steps.reduce((a, b) => (rank(sure, possible, b) > rank(sure, possible, a) ? b : a))
  if (sure[best]! > 0) return `Holds (${forceName(sure[best]!)}).`
  if (possible[best]! > 0) return `Contested: ${openPoints(project, weighing, best)}.`
  if (supposing.relations.has(relation)) return 'Fails: you suppose it off.'
  return `Fails: ${failures(project, weighing, best)}.`
}

const rank = (sure: Uint8Array, possible: Uint8Array, step: number): number =>
  sure[step]! * 4 + possible[step]!

/** What it is open about a contested step. */
function openPoints(project: Weighed, weighing: Weighing, step: number): string {
  const { framework, evaluation } = weighing
  const { graph } = framework
  const isOpen = (node: number) => evaluation.sure[node]! === 0 && evaluation.possible[node]! > 0
  const premises = [...listOf(graph.premises, step)].filter(isOpen)
  if (premises.length > 0) return `it hangs on ${names(project, weighing, premises)}`
  const undercuts = [...listOf(graph.contra, step)].filter((node) => evaluation.possible[node]! > 0)
  return `it is open whether ${undercutsInWords(project, weighing, undercuts)} it`
}

function failures(project: Weighed, weighing: Weighing, step: number): string {
  const { framework, evaluation } = weighing
  const { graph } = framework
  const { sure, possible } = evaluation
  const fallen = [...listOf(graph.premises, step)].filter((node) => possible[node] === 0)
  const backing = highest(graph.pro, step, possible)
  const undercuts = [...listOf(graph.contra, step)].filter(
    (node) => sure[node]! > 0 && sure[node]! >= backing,
  )
  const why = [
    ...(fallen.length > 0
      ? [`${names(project, weighing, fallen)} ${fallen.length === 1 ? 'does' : 'do'} not stand`]
      : []),
    ...(undercuts.length > 0 ? [`${undercutsInWords(project, weighing, undercuts)} it`] : []),
  ]
  return why.length > 0 ? why.join(', and ') : 'a premise is no longer in the project'
}

const names = (project: Weighed, { framework }: Weighing, claims: readonly number[]): string =>
  inWords(claims.map((claim) => quoted(project, framework.graph.claims[claim]!)))

const undercutsInWords = (project: Weighed, weighing: Weighing, steps: readonly number[]): string =>
  `${inWords(steps.map((step) => premisesInWords(project, weighing, step)))} ${steps.length === 1 ? 'undercuts' : 'undercut'}`
