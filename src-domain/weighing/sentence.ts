import type { Weighed } from './grounds'
import { listOf } from './lists'
import { forceName, inWords, premisesInWords, quoted, strongestObjection, strongestReason } from './named'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
import type { VerdictName } from './verdict'
import { weigh, type Weighing } from './weigh'

/** A verdict as a predicate, for sentences about a claim. */
export const VERDICT_PREDICATES: Readonly<Record<VerdictName, string>> = {
  stands: 'stands',
  falls: 'falls',
  contested: 'is contested',
  unsupported: 'is unsupported',
}

/**
 * The sentence of a verdict, which can be checked on the map: “Stands on a passage in “Title” (B2); nothing is said
 * against it.” Empty for a claim that the project does not have.
 * @param weighing of this project, as supposed
 */
export function verdictSentence(
  project: Weighed,
  weighing: Weighing,
  claim: string,
  supposing: Supposing = SUPPOSING_NOTHING,
): string {
  const verdict = weighing.verdicts.get(claim)
  const x = weighing.framework.graph.claimAt.get(claim)
  if (!verdict || x === undefined) return ''
  const reason = () => strongestReason(project, weighing, supposing, x)
  const objection = (by: 'sure' | 'possible') => strongestObjection(project, weighing, x, by)
  const withForce = (named: ReturnType<typeof reason>) =>
    named ? `${named.words} (${forceName(named.force)})` : 'nothing'
  switch (verdict.because) {
    case 'set aside':
      return supposing.claims.has(claim) ? 'Falls: you suppose it off.' : 'Falls: you set it aside.'
    case 'given': {
      const why = supposing.given.has(claim) ? 'you suppose it true' : 'you took it as given'
      return `Stands: ${why}. On the map alone it ${alone(project, claim, supposing)}.`
    }
    case 'unopposed':
      return `Stands on ${reason()?.words ?? 'nothing'}; nothing is said against it.`
    case 'answered':
      return `Stands on ${reason()?.words ?? 'nothing'}; what is said against it does not hold.`
    case 'outweighs':
      return `Stands on ${withForce(reason())}, which is stronger than ${withForce(objection('possible'))}.`
    case 'equal':
      return `Contested: ${reason()?.words} and ${objection('sure')?.words} are equally strong (${forceName(objection('sure')?.force ?? 0)}).`
    case 'undecided':
      return `Contested: it hangs on ${openPoint(project, weighing, x)}.`
    case 'objection':
      return `Falls: ${withForce(objection('sure'))} stands, and nothing for it is as strong.`
    case 'reasons':
      return verdict.verdict === 'falls'
        ? `Falls: every reason for it has failed: ${failedReasons(project, weighing, x)}.`
        : 'Unsupported: its reasons are unsupported themselves.'
    case 'passages':
      return 'Unsupported: its passages are graded E or 5, or were lost.'
    case 'circular':
      return 'Unsupported: its reasons lead back to it.'
    case 'proposed':
      return 'Unsupported: nothing leads to this hypothesis yet.'
    case 'asked':
      return 'Unsupported: an open question.'
    case 'asserted':
    case 'assumed':
      return 'Unsupported: nothing carries it.'
  }
}

/** The verdict of a claim if the analyst had not taken it as given, as a predicate. */
function alone(project: Weighed, claim: string, supposing: Supposing): string {
  const claims = new Map(project.claims)
  const record = claims.get(claim)
  if (record) claims.set(claim, { ...record, standing: '' })
  const given = new Set(supposing.given)
  given.delete(claim)
  const { verdicts } = weigh({ ...project, claims }, { ...supposing, given })
  return VERDICT_PREDICATES[verdicts.get(claim)?.verdict ?? 'unsupported']
}

/**
 * The nearest contested claim or step on which an undecided claim hangs. A premise that stands, with a force that is open,
 * hangs on something further down.
 */
function openPoint(project: Weighed, weighing: Weighing, x: number): string {
  const { framework, evaluation } = weighing
  const { graph } = framework
  const { sure, possible } = evaluation
  const isOpen = (node: number) => sure[node]! < possible[node]!
  const isContested = (node: number) => sure[node] === 0 && isOpen(node)
  const claims = new Set([x])
  // The set grows while it is gone through.
  for (const claim of claims) {
    const steps = [...listOf(graph.contra, claim), ...listOf(graph.pro, claim)].filter(isOpen)
    const premises = steps.flatMap((step) => [...listOf(graph.premises, step)].filter(isOpen))
    const premise = premises.find((one) => one !== x && isContested(one))
    if (premise !== undefined) return quoted(project, graph.claims[premise]!)
    const step = steps.find(isContested)
    if (step !== undefined) return `the step from ${premisesInWords(project, weighing, step)}`
    for (const one of premises) claims.add(one)
  }
  return 'itself'
}

function failedReasons(project: Weighed, weighing: Weighing, x: number): string {
  const steps = [...listOf(weighing.framework.graph.pro, x)]
  return inWords(steps.map((step) => `the step from ${premisesInWords(project, weighing, step)}`))
}
